import { useEffect, useState } from 'react';
import type { Report } from '../../lib/evals/report.ts';
import { Button } from '../ui/button.tsx';
import { formatAge } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';

/** What takes less than this needs no word. */
const patienceMs = 300;

interface StatusProps {
  report: Report | undefined;
  loading: boolean;
  now: number;
  onShowGaps: () => void;
}

/** The words at the end of the panel's first line: age, or what is going on. */
export function Status({ report, loading, now, onShowGaps }: StatusProps) {
  const say = useSay();
  const waited = useWaited(loading, patienceMs);
  const age = report && formatAge(say.locale, report.at, now);
  if (loading && report?.stored && age) return say('panelStoredChecking', age);
  if (loading) return waited ? say('panelReading') : age;
  if (report && report.gaps.length > 0) {
    return (
      <Button className="cc-status-gap" onClick={onShowGaps}>
        <Icon name="gap" size={12} />
        {report.stored ? age : say('panelPartlyRead')}
      </Button>
    );
  }
  return age;
}

/** True once `active` has lasted for `ms`. */
function useWaited(active: boolean, ms: number): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!active) return setWaited(false);
    const timer = setTimeout(() => setWaited(true), ms);
    return () => clearTimeout(timer);
  }, [active, ms]);
  return active && waited;
}

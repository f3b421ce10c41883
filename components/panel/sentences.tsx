import type { Report } from '../../lib/evals/report.ts';
import { isFromCard } from '../../lib/evals/view/from-card.ts';
import { Button } from '../ui/button.tsx';
import { formatMoment } from '../ui/format.ts';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

interface SentencesProps {
  report: Report | undefined;
  loading: boolean;
  failure: string | undefined;
  now: number;
  onRefresh: () => void;
}

/** What stands in the place of scores, or above them when they are old: never a blank. */
export function Sentences({ report, loading, failure, now, onRefresh }: SentencesProps) {
  const say = useSay();
  const some = report !== undefined && report.groups.length > 0;
  const reported = some && !report.groups.every(({ scores }) => scores.every(isFromCard));
  const old = some && !loading && (report.stored || failure !== undefined);
  return (
    <>
      {failure !== undefined && !loading && (
        <p className="cc-sentence">
          {say('panelFailed')} <Button onClick={onRefresh}>{say('panelRetry')}</Button>
          {failure && (
            <span className="cc-meta">
              {' '}
              <Foreign text={failure} />
            </span>
          )}
        </p>
      )}
      {old && <p className="cc-sentence">{say('panelShowingStored', formatMoment(say.locale, report.at, now))}</p>}
      {report && !reported && <Nothing report={report} loading={loading} />}
    </>
  );
}

function Nothing({ report, loading }: { report: Report; loading: boolean }) {
  const say = useSay();
  // What is missing then says so itself, below.
  if (loading || report.loaders['eval-results'] === 'gap') return null;
  // What the card leaves open says nothing of what is reported.
  const whole = report.gaps.length + report.findings.filter(({ severity }) => severity !== 'info').length === 0;
  const stated = report.groups.reduce((sum, { scores }) => sum + scores.length, 0);
  return (
    <p className="cc-sentence">
      {say(whole ? 'panelNoResults' : 'panelNoResultsSoFar')} {stated > 0 && say('panelCardStates', stated)}
    </p>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useSay } from '../ui/say.tsx';

/** Snapshots come in bursts; only what a burst ends with is said. */
const settleMs = 800;

/** Says politely how many scores a later snapshot brought, and `notice` when something was done. */
export function LiveRegion({ scores, notice }: { scores: number | undefined; notice: string | undefined }) {
  const say = useSay();
  const said = useRef(scores);
  const [more, setMore] = useState(0);

  useEffect(() => {
    if (scores === undefined || scores === said.current) return;
    const before = said.current;
    if (before === undefined) {
      said.current = scores;
      return;
    }
    const timer = setTimeout(() => {
      said.current = scores;
      // The words are found while drawing: a timer of a script whose extension is gone would throw into the page.
      setMore(scores - before);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [scores]);

  const update = more === 0 ? '' : more > 0 ? say('panelUpdatedMore', more) : say('panelUpdatedFewer', -more);
  return (
    <p className="cc-hidden" role="status">
      {notice ?? update}
    </p>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useSay } from '../ui/say.tsx';

/** Snapshots come in bursts; only what a burst ends with is said. */
const settleMs = 800;

/** Says politely how many scores a later snapshot brought, and `notice` when something was done. */
export function LiveRegion({ scores, notice }: { scores: number | undefined; notice: string | undefined }) {
  const say = useSay();
  const said = useRef(scores);
  const [text, setText] = useState('');

  useEffect(() => {
    if (scores === undefined || scores === said.current) return;
    const before = said.current;
    if (before === undefined) {
      said.current = scores;
      return;
    }
    const timer = setTimeout(() => {
      said.current = scores;
      const more = scores - before;
      setText(more > 0 ? say('panelUpdatedMore', more) : say('panelUpdatedFewer', -more));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [scores, say]);

  return (
    <p className="cc-hidden" role="status">
      {notice ?? text}
    </p>
  );
}

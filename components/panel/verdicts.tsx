import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Verdict } from '../../lib/evals/report.ts';
import { useSay } from '../ui/say.tsx';
import { SeverityIcon } from './standing.tsx';

/** Above this many pairs the rest says nothing that these have not said. */
const most = 12;

/** What is said of the pairs of a group, with where a hint ends. Takes the focus; Esc closes. */
export function Verdicts({ id, verdicts, onClose }: { id: string; verdicts: readonly Verdict[]; onClose: () => void }) {
  const say = useSay();
  const box = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) opener.current = root.activeElement;
    box.current?.focus();
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <section
      ref={box}
      id={id}
      className="cc-verdicts"
      tabIndex={-1}
      aria-label={say('panelWhy')}
      onKeyDown={closeOnEscape}
    >
      <ul>
        {verdicts.slice(0, most).map((verdict) => (
          <li key={`${verdict.a}|${verdict.b}|${verdict.code}`}>
            <SeverityIcon severity={verdict.severity} />
            <span>{say(verdict.message)}</span>
          </li>
        ))}
      </ul>
      {verdicts.length > most && <p className="cc-meta">{say('panelMorePairs', verdicts.length - most)}</p>}
      <p className="cc-meta">{say('panelHint')}</p>
    </section>
  );
}

import type { Brake } from '../../lib/draft/brakes.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

/** The limits that hold a draft back, each with why. */
export function Brakes({ brakes }: { brakes: readonly Brake[] }) {
  const say = useSay();
  if (brakes.length === 0) return null;
  return (
    <ul className="cc-problems" role="alert">
      {brakes.map((brake) => (
        <li key={brake.kind} className="cc-problem cc-problem-error" data-problem={brake.kind}>
          <span className="cc-mark cc-unreadable">
            <Icon name="unreadable" />
          </span>
          <span>
            <Foreign text={say(brake.message)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

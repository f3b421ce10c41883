import type { Board } from '../../lib/evals/board/board.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { HiddenList } from './row-details.tsx';

interface FootProps {
  board: Board;
  withoutDerivatives: boolean;
  /** The Hub's list of models was asked for, and may still be on its way. */
  looked: boolean;
  onLook: () => void;
}

/** What the rows are and are not: derivatives, how much is known beside the board, and what is not on it. */
export function BoardFoot({ board, withoutDerivatives, looked, onLook }: FootProps) {
  const say = useSay();
  const { remembered, unreadable, absent, rows, listed } = board;
  return (
    <footer className="cb-foot cb-meta">
      <p>{say(withoutDerivatives && board.bases ? 'boardDerivativesKnown' : 'boardDerivativesIn')}</p>
      <p>
        {listed !== undefined
          ? say('boardLooked', rows.filter(({ memory }) => memory).length, rows.length)
          : remembered > 0
            ? say('boardRemembered', remembered)
            : say('boardRememberedNone')}{' '}
        {!looked && <LookButton onLook={onLook} />}
      </p>
      {unreadable > 0 && <p>{say('boardUnreadable', unreadable)}</p>}
      {absent.length > 0 && (
        <details className="cb-disclosure">
          <summary>{say('boardAbsent', absent.length)}</summary>
          <HiddenList entries={absent} named />
        </details>
      )}
      <p>{say('boardKeys')}</p>
    </footer>
  );
}

/** Asks the Hub for what the board itself does not say, by one request. */
export function LookButton({ onLook }: Pick<FootProps, 'onLook'>) {
  const say = useSay();
  return (
    <Button outlined onClick={onLook}>
      {say('boardLook')}
    </Button>
  );
}

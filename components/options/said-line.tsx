import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import type { Said } from './options-state.ts';

/** What was just done, at the top of the window and in the ears of a screen reader; its room is always kept. */
export function SaidLine({ said, onUndo }: { said: Said | undefined; onUndo(): void }) {
  const say = useSay();
  return (
    <div className="cc-said">
      <p role="status">{said && say(said.message)}</p>
      {said?.undo && (
        <Button outlined onClick={onUndo}>
          {say('optionsUndo')}
        </Button>
      )}
    </div>
  );
}

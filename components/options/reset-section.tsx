import { useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';

/** Asks first; the way back stands in the line at the top afterwards. */
export function ResetSection({ onReset }: { onReset(): void }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setAsking(false);
    first.current?.focus();
  };
  return (
    <section>
      <h2>{say('optionsResetTitle')}</h2>
      <Button ref={first} outlined aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {say('optionsReset')}
      </Button>
      {asking && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the question from any of its buttons.
        <div className="cc-ask" onKeyDown={(event) => event.key === 'Escape' && leave()}>
          <p>{say('optionsResetAsk')}</p>
          <div className="cc-row">
            <Button
              outlined
              onClick={() => {
                leave();
                onReset();
              }}
            >
              {say('optionsResetYes')}
            </Button>
            <Button onClick={leave}>{say('optionsResetNo')}</Button>
          </div>
        </div>
      )}
    </section>
  );
}

import { useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';

const keys = [
  ['↑ ↓ ← →', 'panelKeyArrows'],
  ['Home End', 'panelKeyHomeEnd'],
  ['Enter', 'panelKeyEnter'],
  ['Esc', 'panelKeyEscape'],
  ['?', 'panelKeyQuestion'],
] as const;

/** The keys that the panel hears. Takes the focus while it is shown. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className="cc-notice cc-keys" tabIndex={-1} aria-label={say('panelKeysTitle')}>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{say('panelClose')}</Button>
    </section>
  );
}

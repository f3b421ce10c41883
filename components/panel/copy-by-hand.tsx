import { useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';

/** Where the browser refuses the clipboard: the text, selected, so that the reader's own copy works. */
export function CopyByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  return (
    <section className="cc-notice">
      <p>
        {say('panelCopyByHand')} <Button onClick={onClose}>{say('panelClose')}</Button>
      </p>
      <textarea ref={box} className="cc-mono" readOnly rows={4} value={text} aria-label={say('panelCopyByHand')} />
    </section>
  );
}

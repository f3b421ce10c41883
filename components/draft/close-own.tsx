import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';

interface CloseOwnProps {
  pullRequest: number;
  /** Closes it; rejects when the Hub did not. */
  onClose(reason: string): Promise<void>;
  onDone(): void;
}

/** Asks why, and closes the reader's own pull request with that reason. Escape leaves it open. */
export function CloseOwn({ pullRequest, onClose, onDone }: CloseOwnProps) {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'asking' | 'closing' | 'failed'>('asking');
  useEffect(() => dialog.current?.showModal?.(), []);

  const close = async () => {
    setState('closing');
    await onClose(reason.trim()).then(onDone, () => setState('failed'));
  };
  return (
    <dialog ref={dialog} className="cc-dialog" aria-labelledby={`${id}-title`} onClose={onDone}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) void close();
        }}
      >
        <h2 id={`${id}-title`}>{say('closeTitle', `${pullRequest}`)}</h2>
        <label htmlFor={id}>{say('closeReason')}</label>
        <textarea
          id={id}
          rows={3}
          required
          value={reason}
          disabled={state === 'closing'}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p role="alert">{state === 'failed' ? say('closeFailed') : ''}</p>
        <p className="cc-actions">
          <Button outlined type="submit" disabled={!reason.trim() || state === 'closing'}>
            {say(state === 'closing' ? 'closeClosing' : 'closeConfirm')}
          </Button>
          <Button onClick={onDone}>{say('closeCancel')}</Button>
        </p>
      </form>
    </dialog>
  );
}

import { useId, useRef } from 'react';
import type { Message } from '../../lib/evals/message.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';

interface FileSectionProps {
  /** What was wrong with the file that was chosen last. */
  errors: Message[];
  onExport(): void;
  onImport(file: File): void;
}

/** Settings out to a JSON file and in again. */
export function FileSection({ errors, onExport, onImport }: FileSectionProps) {
  const say = useSay();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  return (
    <section>
      <h2>{say('optionsFileTitle')}</h2>
      <p className="cc-note">{say('optionsFileNote')}</p>
      <div className="cc-row">
        <Button outlined onClick={onExport}>
          {say('optionsExport')}
        </Button>
        <Button outlined onClick={() => file.current?.click()} aria-describedby={`${id}-errors`}>
          {say('optionsImport')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={say('optionsImport')}
          hidden
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            // Else the browser stays silent when the same file is chosen again, mended.
            event.currentTarget.value = '';
            if (chosen) onImport(chosen);
          }}
        />
      </div>
      <div id={`${id}-errors`} role="alert" className="cc-errors">
        {errors.map((error) => (
          <p key={say(error)}>
            <Icon name="unreadable" /> <span>{say(error)}</span>
          </p>
        ))}
      </div>
    </section>
  );
}

import { useId } from 'react';
import type { Message } from '../../lib/evals/message.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
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
  return (
    <section>
      <h2>{say('optionsFileTitle')}</h2>
      <p className="cc-note">{say('optionsFileNote')}</p>
      <div className="cc-row">
        <Button outlined onClick={onExport}>
          {say('optionsExport')}
        </Button>
        <FileButton
          label={say('optionsImport')}
          accept=".json,application/json"
          aria-describedby={`${id}-errors`}
          onFile={onImport}
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

import { type DragEvent, useId, useState } from 'react';
import type { DraftStart } from '../../lib/messaging/draft-messages.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { useSay } from '../ui/say.tsx';
import { FileScores } from './file-scores.tsx';
import { type FileRead, readFile } from './read-file.ts';

interface FromFileProps {
  /** The model that this tab shows; a file that names none is about it. */
  repo: string | undefined;
  onStart(start: DraftStart[]): void;
}

/** A results file, dropped, chosen or pasted, as the beginning of a draft. It is read here and goes nowhere. */
export function FromFile({ repo, onStart }: FromFileProps) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const [read, setRead] = useState<FileRead | 'reading' | 'unreadable'>();

  const take = async (content: File | string) => {
    setRead('reading');
    const found = await readFile(content, repo).catch(() => 'unreadable' as const);
    // One score and nothing to say of it: the draft can stand there at once.
    if (found !== 'unreadable' && found.findings.length === 0 && (found.drafts || found.entries.length === 1)) {
      setRead(undefined);
      setText('');
      onStart(found.drafts ?? [{ ...found.start, entries: found.entries }]);
    } else setRead(found);
  };
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <details className="cc-from-file">
      <summary>{say('draftsFromFile')}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's own way; the button and the field below serve the keyboard */}
      <div
        className="cc-drop"
        data-over={over || undefined}
        onDragOver={onDrag}
        onDragLeave={onDrag}
        onDrop={(event) => {
          onDrag(event);
          const [file] = event.dataTransfer.files;
          const dropped = file ?? event.dataTransfer.getData('text/plain');
          if (dropped) void take(dropped);
        }}
      >
        <p className="cc-meta">{say('draftsFromFileNote')}</p>
        <textarea
          id={id}
          rows={3}
          spellCheck={false}
          aria-label={say('draftsPasted')}
          placeholder={say('draftsPasted')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p className="cc-actions">
          <Button outlined disabled={!text.trim()} onClick={() => void take(text)}>
            {say('draftsReadPasted')}
          </Button>
          <FileButton
            label={say('draftsChooseFile')}
            accept=".json,.jsonl,.yaml,.yml,.eval"
            onFile={(file) => void take(file)}
          />
        </p>
        <p role="status">
          {read === 'reading' && say('draftsReadingFile')}
          {read === 'unreadable' && say('draftsFileUnreadable')}
        </p>
        {typeof read === 'object' && (
          <FileScores
            read={read}
            onStart={(entries) => {
              setRead(undefined);
              onStart([{ ...read.start, entries }]);
            }}
          />
        )}
      </div>
    </details>
  );
}

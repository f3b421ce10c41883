import { useState } from 'react';
import type { EntryStart } from '../../lib/messaging/draft-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME, ROW_TEXT } from '../ui/text.tsx';
import { claimOf } from './draft-words.ts';
import type { FileRead } from './read-file.ts';

/** More than this are not chosen unasked: a draft is a claim, not a load. */
const CHOSEN = 3;

const icons = { error: 'unreadable', warning: 'differs', notice: 'info' } as const;

/** What a file holds, and what is to be said of it; the reader chooses the scores that the draft begins with. */
export function FileScores({ read, onStart }: { read: FileRead; onStart(entries: EntryStart[]): void }) {
  const say = useSay();
  const { entries, findings, model, file } = read;
  const [chosen, setChosen] = useState(() => new Set(entries.length <= CHOSEN ? entries.keys() : []));
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  return (
    <div className="cc-file-scores">
      <ul className="cc-problems">
        {findings.map(({ level, rule, message, line }) => (
          <li key={`${rule} ${line} ${say(message)}`} className={`cc-problem cc-problem-${level}`}>
            <span className={`cc-mark cc-${icons[level]}`}>
              <Icon name={icons[level]} />
            </span>
            <span>
              <Foreign text={say(message)} most={ROW_TEXT} />{' '}
              {line !== undefined && <span className="cc-meta">{say('composerEvidenceLine', `${line}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {entries.length > 0 && (
        <fieldset>
          <legend>
            <Foreign text={say('draftsFileScores', entries.length, file ?? say('draftsFilePasted'))} most={ROW_TEXT} />{' '}
            {model && (
              <span className="cc-meta">
                <Foreign text={say('draftsFileModel', model)} most={ROW_TEXT} />
              </span>
            )}
          </legend>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file's scores stand in its order and never move
            <label key={index} className="cc-check-line">
              <input type="checkbox" checked={chosen.has(index)} onChange={() => toggle(index)} />
              <span>
                <Foreign text={nameOf(entry) || say('draftsFileNoBenchmark')} most={ROW_NAME} />{' '}
                <span className="cc-mono">
                  <Foreign text={entry.valueText ?? ''} most={ROW_NAME} />
                </span>{' '}
                <span className="cc-meta">
                  <Foreign text={entry.notes ?? entry.evidence.row ?? ''} most={ROW_NAME} />
                </span>
              </span>
            </label>
          ))}
          <Button
            outlined
            disabled={chosen.size === 0}
            onClick={() => onStart(entries.filter((_, index) => chosen.has(index)))}
          >
            {say('draftsFileStart', chosen.size)}
          </Button>
        </fieldset>
      )}
    </div>
  );
}

const nameOf = ({ dataset = '', task = '' }: EntryStart) => (dataset ? claimOf({ dataset, task, valueText: '' }) : '');

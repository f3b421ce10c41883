import { useId, useState } from 'react';
import { draftSpec, knownFrameworks, taskIds } from '../../lib/evals/view/board/draft-spec.ts';
import { Button } from '../ui/button.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Choice } from './board-toolbar.tsx';

interface DraftSpecProps {
  dataset: string;
  onCopy: (text: string) => void;
  /** Opens the composer on this text; rejects when nothing could be begun. */
  onDraft: (text: string) => Promise<unknown>;
}

/** An `eval.yaml` for a dataset that has none: three questions, the file's text, and the ways to send it. */
export function DraftSpec({ dataset, onCopy, onDraft }: DraftSpecProps) {
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const [nameId, tasksId] = [useId(), useId()];
  const [name, setName] = useState(dataset.split('/')[1] ?? dataset);
  const [framework, setFramework] = useState('');
  const [typed, setTyped] = useState('default');
  const tasks = taskIds(typed);
  const ready = name.trim() !== '' && tasks.length > 0;
  const text = draftSpec({ name: name.trim(), framework, tasks });
  return (
    <details className="cb-disclosure">
      <summary>{say('boardDraft')}</summary>
      <div className="cb-disclosed cb-draft">
        <label htmlFor={nameId}>{say('boardDraftName')}</label>
        <input id={nameId} className="cb-search" value={name} onChange={(event) => setName(event.target.value)} />
        <Choice
          label={say('boardDraftFramework')}
          value={framework}
          options={[
            { value: '', label: say('boardDraftNoFramework') },
            ...knownFrameworks.names.map((one) => ({ value: one, label: one })),
          ]}
          onChange={setFramework}
        />
        <label htmlFor={tasksId}>{say('boardDraftTasks')}</label>
        <input id={tasksId} className="cb-search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        {ready ? (
          <>
            <pre className="cb-mono">{text}</pre>
            <p>
              <Button
                outlined
                onClick={() => {
                  setFailed(false);
                  void onDraft(text).catch(() => setFailed(true));
                }}
              >
                {say('boardDraftSend')}
              </Button>{' '}
              <Button onClick={() => onCopy(text)}>{say('boardCopy')}</Button>{' '}
              <HubLink url={`https://huggingface.co/datasets/${dataset}/new/main?filename=eval.yaml`}>
                {say('boardDraftOpen')}
              </HubLink>
            </p>
            <p role="status">{failed && say('draftsActionFailed')}</p>
            <p className="cb-meta">{say('boardDraftNote', knownFrameworks.date)}</p>
          </>
        ) : (
          <p className="cb-differs">{say('boardDraftNeeds')}</p>
        )}
      </div>
    </details>
  );
}

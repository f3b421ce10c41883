import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { commitUrl } from '../../lib/evals/view/links.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import type { HistoryRequest } from '../../lib/messaging/list-messages.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { Button } from '../ui/button.tsx';
import { formatDay } from '../ui/format.ts';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';

/** What a row's file said before, with who and when; read when the reader asks. Needs a QueryClientProvider above it. */
export function History({ row }: { row: HistoryRequest }) {
  const say = useSay();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data, isError } = useQuery({
    queryKey: ['history', row],
    queryFn: () => sendMessage('readHistory', row),
    enabled: open,
    networkMode: 'always',
  });
  return (
    <>
      <Button aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        {say('historyShow')}
      </Button>
      {open && (
        <div id={id} className="cc-history">
          {data ? (
            <Steps row={row} history={data} />
          ) : (
            <p role="status">{say(isError ? 'historyFailed' : 'popupReading')}</p>
          )}
        </div>
      )}
    </>
  );
}

type Answer = Awaited<ReturnType<typeof sendMessage<'readHistory'>>>;

function Steps({ row, history: { steps, older, gap } }: { row: HistoryRequest; history: Answer }) {
  const say = useSay();
  const said = ({ values, file }: Answer['steps'][number]) => {
    if (file === 'absent') return say('historyNoFile');
    const texts = values.map(({ valueText }) => visibleText(valueText, 24)).join(' · ');
    return texts || say(file === 'unreadable' ? 'historyUnreadable' : 'historyNoValue');
  };
  const about = ({ commit: { author, date, id }, isOlder }: Answer['steps'][number]) => {
    const day = date && formatDay(say.locale, date);
    if (isOlder) return say('historyOlder', day || id.slice(0, 7));
    return [author, day].filter(Boolean).join(' · ');
  };
  return (
    <>
      {gap && <p role="alert">{say(gap)}</p>}
      {!gap && steps.length === 0 && <p>{say('historyNone')}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step.commit.id}>
            <span className="cc-cell-value">{said(step)}</span>{' '}
            <HubLink url={commitUrl(row.repo, step.commit.id)}>{step.commit.id.slice(0, 7)}</HubLink>{' '}
            {!step.isOlder && <Foreign text={step.commit.title} most={ROW_TEXT} />}{' '}
            <span className="cc-meta">
              <Foreign text={about(step)} />
            </span>
          </li>
        ))}
      </ol>
      {older && !steps.at(-1)?.isOlder && <p className="cc-meta">{say('historyOldest')}</p>}
    </>
  );
}

import { type KeyboardEvent, memo, useId, useRef, useState } from 'react';
import type { PullRequest } from '../../lib/evals/report.ts';
import type { Score } from '../../lib/evals/score.ts';
import { fileUrl } from '../../lib/evals/view/links.ts';
import { formatDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { HubLink, SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import { Evidence } from './evidence.tsx';
import { usePanel } from './panel-context.tsx';
import { ReportedBy } from './reported-by.tsx';
import { RowMenu } from './row-menu.tsx';
import { Setup } from './setup.tsx';
import { useAskedRow } from './use-asked.ts';
import { type Alignment, Value } from './value.tsx';

export interface ScoreRowProps {
  score: Score;
  alignment: Alignment;
  /** All open pull requests that are known. */
  pullRequests: readonly PullRequest[];
  scaleInQuestion: boolean;
}

/** One score on two lines: value, setup and date; who says so and on what source. The value opens "how we know". */
export const ScoreRow = memo(function ScoreRow({ score, alignment, pullRequests, scaleInQuestion }: ScoreRowProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const value = useRef<HTMLButtonElement>(null);
  const evidence = useId();
  useAskedRow(score.id, () => {
    setOpen(true);
    value.current?.focus();
  });
  const { source, valueText } = score;

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    value.current?.focus();
  };

  return (
    <>
      <tr className="cc-row" data-row="" data-open={open || undefined} onKeyDown={closeOnEscape}>
        <th scope="row" className="cc-cell-value">
          <button
            ref={value}
            type="button"
            className="cc-value-button"
            data-roving=""
            tabIndex={-1}
            aria-expanded={open}
            aria-controls={open ? evidence : undefined}
            aria-label={say('panelHowWeKnowValue', valueText)}
            title={say('panelHowWeKnow')}
            onClick={() => setOpen(!open)}
          >
            <Value text={valueText} alignment={alignment} />
          </button>
        </th>
        <td className="cc-cell-setup">
          {scaleInQuestion && (
            <span className="cc-badge cc-unreadable">
              <Icon name="unreadable" size={12} />
              {say('panelScaleInQuestion')}
            </span>
          )}
          <Setup score={score} />
        </td>
        <td className="cc-cell-date cc-meta">{score.date && <Day date={score.date} />}</td>
        <td className="cc-cell-who">
          <ReportedBy score={score} pullRequests={pullRequests} />
        </td>
        <td className="cc-cell-source">
          {source ? (
            <SourceLink url={source.url} className="cc-source" roving>
              {source.name && <Foreign text={source.name} most={ROW_NAME} />}
            </SourceLink>
          ) : (
            <CardLine score={score} />
          )}
        </td>
        <td className="cc-cell-menu">
          <RowMenu score={score} pullRequests={pullRequests} onHowWeKnow={() => setOpen(true)} />
        </td>
      </tr>
      {open && (
        <tr className="cc-evidence-row" onKeyDown={closeOnEscape}>
          <td colSpan={6} id={evidence}>
            <Evidence score={score} pullRequests={pullRequests} />
          </td>
        </tr>
      )}
    </>
  );
});

/** Where in the card a score stands, which needs no source beside it; of any other that it names none. */
function CardLine({ score: { origins } }: { score: Score }) {
  const say = useSay();
  const { repo, mainSha } = usePanel();
  const origin = origins.find(({ cell }) => cell);
  const url = origin && fileUrl(repo, origin, mainSha);
  if (!origin || !url) return <span className="cc-meta">{say('panelNoSource')}</span>;
  return (
    <HubLink url={url} className="cc-source" roving>
      {origin.path}, {say('panelLine', origin.line ?? 1)}
    </HubLink>
  );
}

/** The entry's day; what is no date stands as its author wrote it. */
function Day({ date }: { date: string }) {
  const say = useSay();
  return (
    <time dateTime={date}>
      <Foreign text={formatDay(say.locale, date)} most={ROW_NAME} />
    </time>
  );
}

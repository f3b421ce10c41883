import { useId, useState } from 'react';
import type { CompareCell } from '../../lib/evals/compare/compare.ts';
import { setupWords } from '../../lib/evals/compare/compare-rows.ts';
import { permalinkOf } from '../../lib/evals/compare/permalink.ts';
import type { Group, Report } from '../../lib/evals/report.ts';
import type { Origin, Score } from '../../lib/evals/score.ts';
import { badgesOf } from '../../lib/evals/view/badges.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import type { HistoryRequest } from '../../lib/messaging/list-messages.ts';
import { History } from '../history/history.tsx';
import { StandingIcon, standings } from '../panel/standing.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';
import type { Column } from './compare-state.ts';

const words = {
  agree: 'compareAgree',
  differs: 'compareDiffer',
  'not-comparable': 'compareNotComparable',
  scale: 'compareScale',
  dismissed: 'compareDismissed',
} as const satisfies Record<Exclude<Group['standing'], 'single'>, string>;

/** All that is reported of one model for one row: the value, or the lowest and the highest; the rest on demand. */
export function CellOf({ cell, column }: { cell: CompareCell | null; column: Column }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { report } = column;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a narrow window shows the table as blocks
    <td role="cell" data-model={column.id}>
      {cell && report ? (
        <>
          <button
            type="button"
            className="cc-cell"
            tabIndex={-1}
            data-roving=""
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <Values cell={cell} />
          </button>
          {open && <Scores id={id} cell={cell} report={report} />}
        </>
      ) : (
        <span className="cc-meta">{say(blank(column))}</span>
      )}
    </td>
  );
}

/** Why there is nothing: it was not read yet, not all of it could be read, or nobody reports it. */
function blank({ report, reading, failure }: Column) {
  if (failure !== undefined) return 'compareNotRead';
  if (!report || reading) return 'compareNotYet';
  return report.gaps.length > 0 ? 'compareNotAllRead' : 'compareNotReported';
}

function Values({ cell: { scores, spread, standing } }: { cell: CompareCell }) {
  const say = useSay();
  const [first] = scores;
  if (!first) return null;
  const texts = [...new Set(scores.map(({ valueText }) => valueText))];
  return (
    <>
      <span className="cc-cell-value" dir="ltr">
        {spread && texts.length > 3
          ? `${visibleText(spread.low.valueText, 24)} – ${visibleText(spread.high.valueText, 24)}`
          : texts.slice(0, 3).map((text) => <span key={text}>{visibleText(text, 24)}</span>)}
      </span>
      {standing !== 'single' && (
        <span className={`cc-cell-standing ${standings[standing].tone}`}>
          <StandingIcon standing={standing} /> {say(words[standing])}
        </span>
      )}
      <span className="cc-meta">
        {scores.length > 1 ? say('compareReports', scores.length) : visibleText(setupWords(first), 60)}
      </span>
    </>
  );
}

function Scores({ id, cell, report }: { id: string; cell: CompareCell; report: Report }) {
  const say = useSay();
  return (
    <div id={id} className="cc-cell-scores">
      {cell.standing !== 'single' && (
        <p>
          <Foreign text={say(cell.summary)} most={ROW_TEXT} />
        </p>
      )}
      <ul>
        {cell.scores.map((score) => (
          <li key={score.id}>
            <ScoreLine score={score} report={report} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const historyOf = ({ dataset, task }: Score, repo: string, { path = '', pullRequest }: Origin): HistoryRequest => ({
  repo,
  path,
  ...(pullRequest !== undefined && { pullRequest }),
  dataset,
  task,
});

function ScoreLine({ score, report }: { score: Score; report: Report }) {
  const say = useSay();
  const link = permalinkOf(score, report);
  const value = <span className="cc-cell-value">{visibleText(score.valueText, 24)}</span>;
  const file = score.origins.find(({ kind }) => kind === 'main' || kind === 'pull-request');
  const about = [...badgesOf(score).map(({ message }) => say(message)), score.date?.slice(0, 10)];
  return (
    <>
      {link ? (
        <HubLink url={link.url} roving label={say('compareOpenFile', score.valueText)}>
          {value}
        </HubLink>
      ) : (
        value
      )}{' '}
      <Foreign text={score.notes ?? ''} most={ROW_TEXT} />{' '}
      <span className="cc-meta">
        <Foreign text={about.filter(Boolean).join(' · ')} most={ROW_TEXT} />
      </span>{' '}
      {file?.path && <History row={historyOf(score, report.repo, file)} />}
    </>
  );
}

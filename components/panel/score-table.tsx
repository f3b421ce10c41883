import { useRef, useState } from 'react';
import type { PullRequest } from '../../lib/evals/report.ts';
import type { Score } from '../../lib/evals/score.ts';
import { useRoving } from '../ui/roving.ts';
import { useSay } from '../ui/say.tsx';
import { ScoreRow } from './score-row.tsx';
import { alignmentOf } from './value.tsx';

interface ScoreTableProps {
  label: string;
  scores: readonly Score[];
  pullRequests: readonly PullRequest[];
  /** Ids of scores whose scale is in question. */
  inQuestion: ReadonlySet<string>;
}

/** The scores of a group, one tab stop with arrow keys inside. The value column keeps the width it began with. */
export function ScoreTable({ label, scores, pullRequests, inQuestion }: ScoreTableProps) {
  const say = useSay();
  const table = useRef<HTMLTableElement>(null);
  const [alignment] = useState(() => alignmentOf(scores.map(({ valueText }) => valueText)));
  const roving = useRoving(table);
  const columns = [
    say('panelColumnValue'),
    say('panelColumnSetup'),
    say('panelColumnDate'),
    say('panelColumnWho'),
    say('panelColumnSource'),
    say('panelColumnMore'),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys between cells make a table a grid, https://www.w3.org/WAI/ARIA/apg/patterns/grid/
    <table ref={table} role="grid" aria-label={label} className="cc-scores" {...roving}>
      <thead className="cc-hidden">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <ScoreRow
            key={score.id}
            score={score}
            alignment={alignment}
            pullRequests={pullRequests}
            scaleInQuestion={inQuestion.has(score.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

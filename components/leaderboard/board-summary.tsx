import type { BenchmarkSpec, BoardTop } from '../../lib/evals/board/board.ts';
import { rangeText } from '../../lib/evals/view/board/exports.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { Button } from '../ui/button.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { BoardCounts, BoardGaps, Ties } from './board-facts.tsx';
import { Choice } from './board-toolbar.tsx';
import { SpecLine } from './spec-line.tsx';

interface SummaryProps {
  spec: BenchmarkSpec;
  top: BoardTop;
  task: string | undefined;
  onTask: (task: string) => void;
  onOpen: () => void;
  onCopy: (text: string) => void;
  onRefresh: () => void;
}

/** The board in the page's margin: how many, who may be the best, and the way to the table. */
export function BoardSummary({ spec, top, task, onTask, onOpen, onCopy, onRefresh }: SummaryProps) {
  const say = useSay();
  const { counts, rows, gaps } = top;
  return (
    <>
      {spec.tasks.length > 1 && (
        <Choice
          label={say('boardTask')}
          value={task ?? ''}
          options={spec.tasks.map(({ id }) => ({ value: id, label: visibleText(id, 80) }))}
          onChange={onTask}
        />
      )}
      {rows.length > 0 && (
        <>
          <BoardCounts counts={counts} />
          <Ties {...top} left={counts.all - top.ranged} />
        </>
      )}
      {rows.length > 0 ? (
        <ol className="cb-best">
          {rows.map((row) => (
            <li key={row.modelId} data-row="">
              <span className="cb-range">{rangeText(row.range, row)}</span>
              <HubLink url={`https://huggingface.co/${row.modelId}`}>{row.modelId}</HubLink>
              <span className="cb-mono">{row.valueText}</span>
            </li>
          ))}
        </ol>
      ) : (
        gaps.length === 0 && spec.official !== false && <p className="cb-meta">{say('boardEmpty')}</p>
      )}
      {spec.official !== false && <BoardGaps gaps={[...spec.gaps, ...gaps]} onRetry={onRefresh} />}
      {rows.length > 0 ? (
        <p className="cb-open">
          <Button outlined data-open-board="" onClick={onOpen}>
            {say('boardOpen', counts.all)}
          </Button>
        </p>
      ) : (
        <SpecLine spec={spec} task={task} onCopy={onCopy} />
      )}
    </>
  );
}

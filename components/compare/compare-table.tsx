import { memo, useRef } from 'react';
import type { CompareRow } from '../../lib/evals/compare/compare.ts';
import { datasetUrl } from '../../lib/evals/view/links.ts';
import { HubLink } from '../ui/link.tsx';
import { useRoving } from '../ui/roving.ts';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import { CellOf } from './cell.tsx';
import { ColumnHead } from './column-head.tsx';
import type { Column, CompareProps } from './compare-state.ts';

type TableProps = Pick<CompareProps, 'columns' | 'rows' | 'now' | 'onMove' | 'onRemove' | 'onPin' | 'onRefresh'>;

// Narrow windows show a row as a block, and then the browser forgets that this is a table: the roles say so.

/** Benchmarks and tasks down, models across; blanks stay blank. */
export function CompareTable({ columns, rows, ...events }: TableProps) {
  const say = useSay();
  const body = useRef<HTMLTableSectionElement>(null);
  const roving = useRoving(body);
  const busy = columns.some(({ reading }) => reading);
  return (
    <section className="cc-compare-scroll" aria-label={say('compareTable')}>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table role="table">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
            <th role="columnheader" scope="col">
              {say('compareBenchmark')}
            </th>
            {columns.map((column, index) => (
              <ColumnHead key={column.id} {...{ column, index, columns: columns.length }} {...events} />
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup" ref={body} {...roving}>
          {rows.map((row) => (
            <Row key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="cc-nothing">{say(busy ? 'popupReading' : 'compareNothing')}</p>}
    </section>
  );
}

const Row = memo(
  function Row({ row, columns }: { row: CompareRow; columns: readonly Column[] }) {
    const say = useSay();
    const { dataset, name, task, benchmark, setup, lowerIsBetter } = row;
    const url = datasetUrl(dataset);
    const title = <Foreign text={name} most={ROW_NAME} />;
    const items = benchmark?.items;
    const count = { questions: 'panelQuestions', tasks: 'panelTasks', pages: 'panelPages' } as const;
    return (
      // biome-ignore lint/a11y/noRedundantRoles: see above
      <tr role="row" data-row="">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <th role="rowheader" scope="row">
          {url ? (
            <HubLink url={url} roving>
              {title}
            </HubLink>
          ) : (
            title
          )}{' '}
          · <Foreign text={task} most={ROW_NAME} />
          {setup !== null && (
            <div className="cc-setup">{setup ? <Foreign text={setup} most={ROW_NAME} /> : say('panelNoSetup')}</div>
          )}
          <div className="cc-meta">
            {[items && say(count[items.of], items.n), lowerIsBetter && say('compareLower')].filter(Boolean).join(' · ')}
          </div>
        </th>
        {row.cells.map((cell, index) => {
          const column = columns[index];
          return column && <CellOf key={column.id} {...{ cell, column }} />;
        })}
      </tr>
    );
  },
  // A column that only says how it is being read does not change what stands in the cells of others.
  (before, after) =>
    before.row === after.row &&
    before.columns.length === after.columns.length &&
    before.columns.every(({ id, report, reading }, index) => {
      const now = after.columns[index];
      return now?.id === id && now.report === report && now.reading === reading;
    }),
);

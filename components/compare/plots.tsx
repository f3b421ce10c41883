import { memo } from 'react';
import type { CompareCell, CompareRow } from '../../lib/evals/compare/compare.ts';
import { reportedBy } from '../../lib/evals/compare/compare-rows.ts';
import { intervalText } from '../../lib/evals/view/axis.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { AxisRow, useAxis } from '../ui/axis.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import type { CompareProps } from './compare-state.ts';

/** For each benchmark that several models have: their values on one line each, with the intervals that chance leaves. */
export function Plots({ columns, rows }: Pick<CompareProps, 'columns' | 'rows'>) {
  const say = useSay();
  const shared = rows.filter((row) => reportedBy(row) > 1);
  if (shared.length === 0) return null;
  const models = columns.map(({ id }) => id);
  return (
    <section className="cc-plots">
      <h2>{say('comparePlots')}</h2>
      <p className="cc-meta">{say('compareIntervals')}</p>
      <div className="cc-plot-grid">
        {shared.map((row) => (
          <Plot key={row.key} row={row} models={models.join(',')} />
        ))}
      </div>
    </section>
  );
}

const Plot = memo(function Plot({ row, models }: { row: CompareRow; models: string }) {
  const say = useSay();
  const names = models.split(',');
  const lines = row.cells.flatMap((cell, index) => (cell ? [{ cell, model: names[index] ?? '' }] : []));
  const axis = useAxis(lines.flatMap(({ cell }) => cell.dots));
  if (!axis) return null;
  const { at, ends } = axis;
  const name = [row.name, row.task, row.setup].filter(Boolean).join(' · ');
  return (
    <table className="cc-plot">
      <caption>
        <Foreign text={name} most={ROW_NAME} />
        {row.lowerIsBetter && <span className="cc-meta"> {say('compareLower')}</span>}
      </caption>
      <thead className="cc-hidden">
        <tr>
          <th scope="col">{say('compareModel')}</th>
          <th scope="col">{say('explainPicture')}</th>
          <th scope="col">{say('explainInterval')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ cell, model }) => (
          <tr key={model}>
            <th scope="row">
              <Foreign text={model.split('/').at(-1) ?? model} most={ROW_NAME} />
            </th>
            <td className="cc-plot-picture">
              <svg width="100%" height="20" aria-hidden="true" focusable="false">
                <line className="cc-plot-edge" x1="0" x2="100%" y1="19.5" y2="19.5" />
                {cell.dots.map(({ score, value, interval }) => (
                  <g key={score}>
                    {interval && (
                      <line className="cc-plot-interval" x1={at(interval[0])} x2={at(interval[1])} y1="10" y2="10" />
                    )}
                    <circle cx={at(value)} cy="10" r="3.5" fill="currentColor" />
                  </g>
                ))}
              </svg>
            </td>
            <td>{rangeOf(cell, say.locale)}</td>
          </tr>
        ))}
        <AxisRow ends={ends} />
      </tbody>
    </table>
  );
});

/** The value with its interval, or from where to where several reach. */
function rangeOf({ dots, spread, scores }: CompareCell, locale: string): string {
  if (spread) return `${visibleText(spread.low.valueText, 12)} – ${visibleText(spread.high.valueText, 12)}`;
  const interval = dots[0]?.interval;
  const value = visibleText(scores[0]?.valueText ?? '', 12);
  return interval ? `${value} (${intervalText(interval, locale)})` : value;
}

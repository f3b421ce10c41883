import { type PointerEvent, useMemo, useState } from 'react';
import type { BoardRow } from '../../lib/evals/board/board.ts';
import { useSay } from '../ui/say.tsx';
import { sizeText } from './board-row.tsx';

const WIDTH = 800;
const HEIGHT = 320;
const EDGE = { left: 44, right: 16, top: 12, bottom: 28 };

/** More dots than this are drawn smaller. */
const MANY = 400;

interface Point {
  row: BoardRow;
  x: number;
  y: number;
}

interface PlotProps {
  rows: readonly BoardRow[];
  /** Rows that may be the best. */
  first: ReadonlySet<BoardRow>;
  /** Ids, in lower case, of the models that are named. */
  named: ReadonlySet<string>;
}

/** Value against parameters, one dot a model; the same in figures is the table. */
export function BoardPlot({ rows, first, named }: PlotProps) {
  const say = useSay();
  const [near, setNear] = useState<Point>();
  const drawn = useMemo(() => layOut(rows), [rows]);
  if (!drawn) return <p className="cb-meta">{say('boardPlotTooFew')}</p>;
  const { points, x, y, sizes, values } = drawn;
  const number = new Intl.NumberFormat(say.locale, { maximumFractionDigits: 1 });

  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = {
      x: ((event.clientX - box.left) * WIDTH) / box.width,
      y: ((event.clientY - box.top) * HEIGHT) / box.height,
    };
    let best: Point | undefined;
    let least = 400;
    for (const one of points) {
      const distance = (one.x - at.x) ** 2 + (one.y - at.y) ** 2;
      if (distance < least) [best, least] = [one, distance];
    }
    setNear(best);
  };

  const many = points.length > MANY || undefined;
  const names = points.filter(({ row }) => named.has(row.modelId.toLowerCase()));
  const shown = near && !names.includes(near) ? [...names, near] : names;
  return (
    <figure className="cb-plot" dir="ltr">
      <svg
        role="img"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-label={say(
          'boardPlotText',
          points.length,
          sizeText(sizes.low, say.locale),
          sizeText(sizes.high, say.locale),
          number.format(values.low),
          number.format(values.high),
        )}
        onPointerMove={point}
        onPointerLeave={() => setNear(undefined)}
      >
        {ticks(values.low, values.high).map((value) => (
          <g key={value}>
            <line className="cb-plot-line" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} />
            <text x={EDGE.left - 8} y={y(value) + 4} textAnchor="end">
              {number.format(value)}
            </text>
          </g>
        ))}
        {decades(sizes.low, sizes.high).map((size) => (
          <text key={size} x={x(size)} y={HEIGHT - 8} textAnchor="middle">
            {sizeText(size, say.locale)}
          </text>
        ))}
        {/* One path for each kind of dot: thousands of circles would be thousands of elements. */}
        <path className="cb-plot-others" data-many={many} d={dots(points.filter(({ row }) => !first.has(row)))} />
        <path className="cb-plot-first" data-many={many} d={dots(points.filter(({ row }) => first.has(row)))} />
        {shown.map(({ row, x: left, y: top }) => (
          <g key={row.modelId} className="cb-plot-name">
            <circle cx={left} cy={top} r="6" />
            <text
              x={left > WIDTH / 2 ? left - 10 : left + 10}
              y={top - 8 < EDGE.top ? top + 16 : top - 8}
              textAnchor={left > WIDTH / 2 ? 'end' : 'start'}
            >
              {row.modelId} · {row.valueText}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const dots = (points: readonly Point[]) => points.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('');

function layOut(rows: readonly BoardRow[]) {
  const sized = rows.filter(({ parameters, doubt }) => parameters !== undefined && !doubt);
  if (sized.length < 2) return undefined;
  const sizes = range(sized.map(({ parameters = 0 }) => parameters));
  const values = range(sized.map(({ value }) => value));
  const [from, to] = [Math.log10(sizes.low) - 0.1, Math.log10(sizes.high) + 0.1];
  const room = (values.high - values.low || 1) * 0.05;
  const x = (size: number) => EDGE.left + ((Math.log10(size) - from) / (to - from)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) =>
    HEIGHT -
    EDGE.bottom -
    ((value - values.low + room) / (values.high - values.low + 2 * room || 1)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const points = sized.map((row): Point => ({ row, x: x(row.parameters ?? 1), y: y(row.value) }));
  return { points, x, y, sizes, values };
}

function range(numbers: readonly number[]): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) [low, high] = [Math.min(low, number), Math.max(high, number)];
  return { low, high };
}

/** Round numbers between the two, about five. */
function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((high - first) / step) + 1) }, (_, index) => first + index * step);
}

/** 100M, 1B, 10B … between the two; their ends where there is none. */
function decades(low: number, high: number): number[] {
  const from = Math.ceil(Math.log10(low));
  const all = Array.from({ length: Math.max(0, Math.floor(Math.log10(high)) - from + 1) }, (_, i) => 10 ** (from + i));
  return all.length > 1 ? all : [low, high];
}

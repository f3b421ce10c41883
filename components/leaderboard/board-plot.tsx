import { type PointerEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BoardRow } from '../../lib/evals/board/board.ts';
import { formatDay } from '../ui/format.ts';
import { useSay } from '../ui/say.tsx';
import { sizeText } from './board-row.tsx';
import {
  apart,
  decades,
  EDGE,
  evenly,
  layOut,
  type PlotBy,
  type Point,
  type Size,
  standsBefore,
  ticks,
} from './plot-layout.ts';

/** More dots than this are drawn smaller. */
const MANY = 400;

/** So few dots all have their names, where these do not lie on each other. */
const FEW = 12;

interface PlotProps {
  rows: readonly BoardRow[];
  by: PlotBy;
  /** Rows that may be the best. */
  first: ReadonlySet<BoardRow>;
  /** Ids, in lower case, of the models that are named. */
  named: ReadonlySet<string>;
  /** Shown where there are too few dots for a picture. */
  children?: ReactNode;
}

const words = {
  size: ['boardPlotText', 'boardPlotParameters', 'boardPlotPoint', 'boardPlotNote', 'boardPlotTooFew'],
  date: ['boardPlotDateText', 'boardPlotDates', 'boardPlotDatePoint', 'boardPlotDateNote', 'boardPlotDateTooFew'],
} as const;

/** Value against parameters or date, one dot a model; the same in figures is the table. */
export function BoardPlot({ rows, by, first, named, children }: PlotProps) {
  const say = useSay();
  const [text, axis, point, note, few] = words[by];
  const [near, setNear] = useState<Point>();
  const figure = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size>({ width: 800, height: 320 });
  useLayoutEffect(() => {
    const element = figure.current;
    if (!element) return;
    const measure = () => {
      const width = Math.max(240, element.clientWidth - 32);
      setSize({ width, height: Math.round(Math.min(480, Math.max(240, width * 0.42))) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const drawn = useMemo(() => layOut(rows, size, by), [rows, size, by]);
  if (!drawn)
    return (
      <figure ref={figure} className="cb-plot">
        <p className="cb-meta">{say(few)}</p>
        {children}
      </figure>
    );
  const { width, height } = size;
  const { points, x, y, across, values } = drawn;
  const placeText = (place: number) =>
    by === 'size' ? sizeText(place, say.locale) : formatDay(say.locale, new Date(place).toISOString().slice(0, 10));
  const number = new Intl.NumberFormat(say.locale, { maximumFractionDigits: 1 });

  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    let best: Point | undefined;
    let least = 400;
    for (const one of points) {
      const distance = (one.x - at.x) ** 2 + (one.y - at.y) ** 2;
      if (distance < least) [best, least] = [one, distance];
    }
    setNear(best);
  };

  const many = points.length > MANY || undefined;
  const marked = points.filter(({ row }) => named.has(row.modelId.toLowerCase()));
  const others = points.length > FEW ? [] : points.filter((one) => !marked.includes(one));
  const names = [...marked, ...apart([...marked, ...others], size).filter((one) => others.includes(one))];
  const shown = near && !names.includes(near) ? [...names, near] : names;
  return (
    <figure ref={figure} className="cb-plot" dir="ltr">
      <svg
        role="img"
        width={width}
        height={height}
        aria-label={say(
          text,
          points.length,
          placeText(across.low),
          placeText(across.high),
          number.format(values.low),
          number.format(values.high),
        )}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setNear(undefined)}
      >
        {ticks(values.low, values.high).map((value) => (
          <g key={value}>
            <line className="cb-plot-line" x1={EDGE.left} x2={width - EDGE.right} y1={y(value)} y2={y(value)} />
            <text x={EDGE.left - 8} y={y(value) + 4} textAnchor="end">
              {number.format(value)}
            </text>
          </g>
        ))}
        {(by === 'size' ? decades(across.low, across.high) : evenly(across.low, across.high, width < 480 ? 3 : 5)).map(
          (place) => (
            <text key={place} x={x(place)} y={height - 24} textAnchor={x(place) > width - 48 ? 'end' : 'middle'}>
              {placeText(place)}
            </text>
          ),
        )}
        <text x={width - EDGE.right} y={height - 6} textAnchor="end">
          {say(axis)}
        </text>
        {/* One path for each kind of dot: thousands of circles would be thousands of elements. */}
        <path className="cb-plot-others" data-many={many} d={dots(points.filter(({ row }) => !first.has(row)))} />
        <path className="cb-plot-first" data-many={many} d={dots(points.filter(({ row }) => first.has(row)))} />
        {shown.map(({ row, x: left, y: top }) => (
          <g key={row.modelId} className="cb-plot-name">
            <circle cx={left} cy={top} r="6" />
            <text
              x={standsBefore(left, size) ? left - 10 : left + 10}
              y={top - 8 < EDGE.top ? top + 16 : top - 8}
              textAnchor={standsBefore(left, size) ? 'end' : 'start'}
            >
              {row.modelId} · {row.valueText}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="cb-meta">{say(names.length < points.length ? point : note)}</figcaption>
    </figure>
  );
}

const dots = (points: readonly Point[]) => points.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('');

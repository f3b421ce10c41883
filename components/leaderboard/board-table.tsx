import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BoardRow } from '../../lib/evals/board/board.ts';
import type { RankRange } from '../../lib/evals/view/board/ties.ts';
import { alignmentOf } from '../panel/value.tsx';
import { useSay } from '../ui/say.tsx';
import { Row } from './board-row.tsx';
import { axisOf } from './interval-strip.tsx';
import { useGridKeys } from './use-grid-keys.ts';

/** Heights of a row in px: on one line, and on two where there is less room than {@link NARROW}. */
const LINE = 36;
const TWO_LINES = 58;
const NARROW = 640;
/** Below this many px the words beside the rank, the size and the date are left to the details. */
const MIDDLE = 980;

interface TableProps {
  label: string;
  rows: readonly BoardRow[];
  ranges: ReadonlyMap<BoardRow, RankRange>;
  /** The row whose details are open. */
  open: BoardRow | undefined;
  /** Ids, in lower case, of models that are marked: pinned ones, and the one that the address names. */
  marked: ReadonlySet<string>;
  /** The one that the address names: its row is in sight at first. */
  named: string | undefined;
  onOpen: (row: BoardRow) => void;
}

/** Rows by the thousand: only those in sight exist. One tab stop, arrow keys inside. */
export function BoardTable({ label, rows, ranges, open, marked, named, onOpen }: TableProps) {
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<Virtualizer<HTMLDivElement, Element>>(null);
  const [room, setRoom] = useState<'narrow' | 'middle'>();
  const axis = useMemo(() => axisOf(rows), [rows]);
  const alignment = useMemo(() => alignmentOf(rows.map(({ valueText }) => valueText)), [rows]);
  const dated = useMemo(() => rows.some(({ memory }) => memory?.date !== undefined), [rows]);
  const keys = useGridKeys(scroller, list, rows.length);
  const height = room === 'narrow' ? TWO_LINES : LINE;
  const { held } = keys;
  /** The first row that was in sight when rows were last chosen. */
  const last = useRef(0);

  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 3,
    // The row that has the focus stays, however far the reader scrolls away from it.
    rangeExtractor: (range) => {
      // After a jump every row is new: those beyond the edges come when the table rests, or is scrolled on.
      const { startIndex } = range;
      const isJump = Math.abs(startIndex - last.current) > range.endIndex - startIndex;
      last.current = startIndex;
      const seen = defaultRangeExtractor(isJump ? { ...range, overscan: 0 } : range);
      return seen.includes(held) || held >= rows.length ? seen : [...seen, held].sort((a, b) => a - b);
    },
  });
  list.current = virtual;
  const items = virtual.getVirtualItems();
  // Rows in sight follow one another, without a style of their own: see `.cb-rows`. Only the held one may be far away.
  const isApart = (at: number) => items[at]?.index === held && !near(items[at - 1], held) && !near(items[at + 1], held);
  const before = items.find((_, at) => !isApart(at))?.start ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes, and then only
  useLayoutEffect(() => {
    virtual.measure();
    const at = rows.findIndex(({ modelId }) => modelId.toLowerCase() === named);
    if (at > 0) virtual.scrollToIndex(at, { align: 'center' });
  }, [height]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const width = element.clientWidth || MIDDLE;
      setRoom(width < NARROW ? 'narrow' : width < MIDDLE ? 'middle' : undefined);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const columns = [
    ['cb-rank', say('boardRank')],
    ['cb-model', say('boardModel')],
    ['cb-value', say('boardValue')],
    ['cb-interval', say('boardInterval')],
    ['cb-notes', say('boardSetup')],
    ['cb-who', say('boardWho')],
    ['cb-size', say('boardSize')],
    ...(dated ? [['cb-date', say('boardDate')]] : []),
  ];
  return (
    <div ref={scroller} className="cb-table" data-dated={dated || undefined} data-room={room}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys between cells make a table a grid, https://www.w3.org/WAI/ARIA/apg/patterns/grid/
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onFocus={keys.onFocus}
        onKeyDown={keys.onKeyDown}
      >
        <thead>
          <tr className="cb-head" aria-rowindex={1}>
            {columns.map(([name, word]) => (
              <th key={name} scope="col" className={name}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="cb-rows" style={{ blockSize: virtual.getTotalSize(), paddingBlockStart: before }}>
          {items.map(({ index, start }, at) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={idOf(row)}
                  row={row}
                  index={index}
                  top={isApart(at) ? start : undefined}
                  range={ranges.get(row)}
                  axis={axis}
                  alignment={alignment}
                  dated={dated}
                  open={row === open}
                  marked={marked.has(row.modelId.toLowerCase())}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const ids = new WeakMap<BoardRow, number>();
let last = 0;

/** A number of its own for each row: an odd answer may have a model twice. */
function idOf(row: BoardRow): number {
  const id = ids.get(row) ?? ++last;
  ids.set(row, id);
  return id;
}

/** Whether an item is the neighbour of a row. */
const near = (item: { index: number } | undefined, row: number) =>
  item !== undefined && Math.abs(item.index - row) === 1;

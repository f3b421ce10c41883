import { memo } from 'react';
import type { BoardRow } from '../../lib/evals/board/board.ts';
import { placeOf, rangeText } from '../../lib/evals/view/board/exports.ts';
import { isApart, isInConflict } from '../../lib/evals/view/board/select.ts';
import type { RankRange } from '../../lib/evals/view/board/ties.ts';
import { fileUrl, pullRequestUrl } from '../../lib/evals/view/links.ts';
import { type Alignment, Value } from '../panel/value.tsx';
import { formatDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { type Axis, IntervalStrip } from './interval-strip.tsx';

/** Characters of notes that a row shows on its one line; the details show all. */
const NOTES = 160;

interface RowProps {
  row: BoardRow;
  index: number;
  /** Where it stands in px when it is held far from the rows in sight. */
  top: number | undefined;
  range: RankRange | undefined;
  axis: Axis | undefined;
  alignment: Alignment;
  dated: boolean;
  open: boolean;
  marked: boolean;
  onOpen: (row: BoardRow) => void;
}

/** One row of the board, on one line where there is room, else on two. */
export const Row = memo(function Row({
  row,
  index,
  top,
  range,
  axis,
  alignment,
  dated,
  open,
  marked,
  onOpen,
}: RowProps) {
  const say = useSay();
  const interval =
    row.low === undefined || row.high === undefined
      ? say('boardNoRange')
      : say('boardIntervalText', row.low.toFixed(1), row.high.toFixed(1));
  return (
    <tr
      className="cb-row"
      data-index={index}
      data-open={open || undefined}
      data-marked={marked || undefined}
      aria-rowindex={index + 2}
      {...(top !== undefined && { 'data-apart': '', style: { insetBlockStart: top } })}
    >
      <td className="cb-rank">
        <span className="cb-range">{rangeText(range, row)}</span>
        {range && range.tied > 0 && (
          <span className="cb-tied" title={say('boardTied', range.tied)}>
            {say('boardTied', range.tied)}
          </span>
        )}
      </td>
      <th scope="row" className="cb-model">
        <HubLink url={`https://huggingface.co/${row.modelId}`} roving>
          {row.modelId}
        </HubLink>
      </th>
      <td className="cb-value">
        <button
          type="button"
          className="cb-value-button"
          data-roving=""
          tabIndex={-1}
          aria-expanded={open}
          aria-label={`${row.valueText}, ${say('boardDetailsOf', row.modelId)}`}
          onClick={() => onOpen(row)}
        >
          <Value text={row.valueText} alignment={alignment} />
        </button>
      </td>
      <td className="cb-interval">
        {row.doubt ? (
          <span className="cb-word cb-differs">
            <Icon name="differs" size={12} />
            {say(row.doubt === 'fraction' ? 'boardDoubtFraction' : 'boardDoubtOutside')}
          </span>
        ) : (
          axis && <IntervalStrip row={row} axis={axis} label={interval} />
        )}
      </td>
      <td className="cb-notes">
        {isInConflict(row) && (
          <span className="cb-word cb-differs">
            <Icon name="differs" size={12} />
            {say('boardConflict')}
          </span>
        )}
        {isApart(row) && (
          <span className="cb-word cb-apart">
            <Icon name="not-comparable" size={12} />
            {say('boardApart')}
          </span>
        )}
        {row.notes ? <Foreign text={row.notes} most={NOTES} /> : <span className="cb-meta">{say('boardNoNotes')}</span>}
      </td>
      <td className="cb-who">
        <Who row={row} />
      </td>
      <td className="cb-size">{row.parameters !== undefined && sizeText(row.parameters, say.locale)}</td>
      {dated && <td className="cb-date">{row.memory?.date && formatDay(say.locale, row.memory.date)}</td>}
    </tr>
  );
});

function Who({ row }: { row: BoardRow }) {
  const say = useSay();
  const file = fileUrl(row.modelId, placeOf(row), undefined);
  return (
    <>
      {row.verified && (
        <span className="cb-word cb-agree">
          <Icon name="agree" size={12} />
          {say('boardWhoVerified')}
        </span>
      )}
      {row.pullRequest !== undefined ? (
        <HubLink url={pullRequestUrl(row.modelId, row.pullRequest)} roving>
          {say('boardWhoCommunity')} #{row.pullRequest}
        </HubLink>
      ) : file ? (
        <HubLink url={file} roving>
          {say('boardWhoAuthor')}
        </HubLink>
      ) : (
        say('boardWhoAuthor')
      )}
    </>
  );
}

/** `20.9B`, as models are called; the exact number is in the exports. */
export function sizeText(parameters: number, locale: string): string {
  const [unit, letter] = parameters >= 1e12 ? [1e12, 'T'] : parameters >= 1e9 ? [1e9, 'B'] : [1e6, 'M'];
  return `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(parameters / Number(unit))}${letter}`;
}

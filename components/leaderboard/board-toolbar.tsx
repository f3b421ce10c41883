import { type ReactNode, useId } from 'react';
import type { Board, BoardRow } from '../../lib/evals/board/board.ts';
import type { BoardSort, BoardView, countRows } from '../../lib/evals/view/board/select.ts';
import { useSay } from '../ui/say.tsx';

const sortWords = {
  rank: 'boardRank',
  model: 'boardModel',
  value: 'boardValue',
  size: 'boardSize',
  date: 'boardDate',
  who: 'boardWho',
} as const satisfies Record<BoardSort, string>;

/** The sizes that the Hub's own page filters by. */
const SIZES = [1, 3, 6, 12, 32, 128, 500];

const MONTHS = [3, 6, 12];

interface ToolbarProps {
  view: BoardView;
  counts: ReturnType<typeof countRows>;
  board: Pick<Board, 'bases'>;
  rows: readonly BoardRow[];
  /** Epoch milliseconds. */
  now: number;
  onView: (change: Partial<BoardView>) => void;
}

/** What to show of a board, and in which order. A filter that could pass nothing is not offered. */
export function BoardToolbar({ view, counts, rows, now, onView }: ToolbarProps) {
  const say = useSay();
  const any = { value: '', label: say('boardAny') };
  const since = (months: number) => new Date(now - months * 30.44 * 86_400_000).toISOString().slice(0, 10);
  return (
    <div className="cb-toolbar">
      <input
        type="search"
        className="cb-search"
        value={view.text}
        placeholder={say('boardFilter')}
        aria-label={say('boardFilter')}
        onChange={(event) => onView({ text: event.target.value })}
      />
      <Choice
        label={say('boardFilterWho')}
        value={view.who}
        options={[
          { value: 'all', label: say('boardAny') },
          ...(counts.verified > 0 ? [{ value: 'verified', label: say('boardWhoVerified') }] : []),
          { value: 'author', label: say('boardWhoAuthor') },
          { value: 'community', label: say('boardWhoCommunity') },
        ]}
        onChange={(who) => onView({ who: who as BoardView['who'] })}
      />
      {counts.sized > 0 && (
        <Choice
          label={say('boardFilterSize')}
          value={view.most === undefined ? '' : `${view.most / 1e9}`}
          options={[any, ...SIZES.map((size) => ({ value: `${size}`, label: say('boardFilterSizeMost', `${size}B`) }))]}
          onChange={(size) => onView({ most: size === '' ? undefined : Number(size) * 1e9 })}
        />
      )}
      {rows.some(({ variant }) => variant.tags.some(({ kind }) => kind === 'tools')) && (
        <Choice
          label={say('boardFilterTools')}
          value={view.tools}
          options={[
            { value: 'all', label: say('boardAny') },
            { value: 'with', label: say('boardToolsWith') },
            { value: 'none', label: say('boardToolsNone') },
          ]}
          onChange={(tools) => onView({ tools: tools as BoardView['tools'] })}
        />
      )}
      {counts.doubt + counts.differs + counts.apart > 0 && (
        <Choice
          label={say('boardFilterOnly')}
          value={view.only}
          options={[
            { value: 'all', label: say('boardAny') },
            ...(counts.doubt > 0 ? [{ value: 'doubt', label: say('boardOnlyDoubt') }] : []),
            ...(counts.differs + counts.apart > 0 ? [{ value: 'differs', label: say('boardOnlyDiffers') }] : []),
          ]}
          onChange={(only) => onView({ only: only as BoardView['only'] })}
        />
      )}
      {counts.dated > 0 && (
        <Choice
          label={say('boardFilterSince')}
          value={view.since ?? ''}
          options={[any, ...MONTHS.map((months) => ({ value: since(months), label: since(months) }))]}
          onChange={(day) => onView({ since: day === '' ? undefined : day })}
        />
      )}
      <Choice
        label={say('boardFilterSort')}
        value={view.sort}
        options={(Object.keys(sortWords) as BoardSort[])
          .filter((sort) => (sort !== 'date' || counts.dated > 0) && (sort !== 'size' || counts.sized > 0))
          .map((sort) => ({ value: sort, label: say(sortWords[sort]) }))}
        onChange={(sort) => onView({ sort: sort as BoardSort })}
      />
      <label className="cb-check">
        <input
          type="checkbox"
          checked={view.withoutDerivatives}
          onChange={(event) => onView({ withoutDerivatives: event.target.checked })}
        />
        {say('boardDerivatives')}
      </label>
    </div>
  );
}

interface ChoiceProps {
  label: ReactNode;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** A labelled list to choose one from. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className="cb-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

import { type Dispatch, type SetStateAction, useDeferredValue, useMemo } from 'react';
import type { Board, BoardRow } from '../../lib/evals/board/board.ts';
import { type BoardView, countRows, selectRows, wholeBoard } from '../../lib/evals/view/board/select.ts';
import { firstGroup, rankRanges } from '../../lib/evals/view/board/ties.ts';

/** What the reader wants to see of a board, and what comes of it. */
export function useBoardView(board: Board, view: BoardView, setView: Dispatch<SetStateAction<BoardView>>) {
  // Typing goes first: a long board is drawn anew when there is time for it.
  const drawn = useDeferredValue(view);
  const { who, most, tools, since, withoutDerivatives } = drawn;

  // Ranges are among all models of the kind that is asked for; words and remarks only pick some of them out.
  const { ranges, left } = useMemo(() => {
    const kind = selectRows(board, { ...wholeBoard, who, most, tools, since, withoutDerivatives });
    const ranges = rankRanges(kind, board.direction);
    return { ranges, left: kind.length - ranges.size };
  }, [board, who, most, tools, since, withoutDerivatives]);
  const first = useMemo(() => new Set<BoardRow>(firstGroup(ranges)), [ranges]);
  const rows = useMemo(() => selectRows(board, drawn), [board, drawn]);
  const counts = useMemo(() => countRows(board.rows), [board]);
  return {
    view,
    change: (change: Partial<BoardView>) => setView((known) => ({ ...known, ...change })),
    rows,
    ranges,
    /** Rows of that kind without a range. */
    left,
    first,
    counts,
  };
}

export type Viewed = ReturnType<typeof useBoardView>;

import type { CellMark } from '../../evals/view/cell-status.ts';

export interface Choice {
  /** Figures that the reader has put together for a draft, by their scores. */
  readonly selected: ReadonlySet<string>;
  /** A mark was chosen; `adding` puts an unreported figure with the others instead of beginning a draft at once. */
  choose(marks: readonly CellMark[], adding: boolean): void;
  /** Forgets what nobody could report any more. */
  keep(open: readonly CellMark[]): void;
}

/**
 * What choosing a mark does: what is reported is explained, what is not begins a draft, alone or with the others that
 * were selected.
 */
export function createChoice(does: {
  explain(score: string): void;
  draft(scores: readonly string[]): void;
  /** Something was selected, or no longer is. */
  changed(): void;
}): Choice {
  const selected = new Set<string>();
  return {
    selected,
    choose(marks, adding) {
      const open = marks.filter(({ status }) => status === 'new').map(({ score }) => score);
      const loud = marks.find(({ status }) => status === 'differs') ?? (open.length === 0 ? marks[0] : undefined);
      if (loud) return does.explain(loud.score);
      const together = open.some((score) => selected.has(score)) ? [...selected] : open;
      if (!adding) selected.clear();
      else if (open.every((score) => selected.has(score))) for (const score of open) selected.delete(score);
      else for (const score of open) selected.add(score);
      does.changed();
      if (!adding) does.draft(together);
    },
    keep(open) {
      for (const score of selected) if (!open.some((mark) => mark.score === score)) selected.delete(score);
    },
  };
}

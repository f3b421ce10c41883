import type { DraftEntry } from '../../lib/draft/draft.ts';
import type { Score } from '../../lib/evals/score.ts';
import { readVariant } from '../../lib/evals/variant/index.ts';

/** A drafted entry as the score that it will be, for the parts of the panel that draw one. */
export function scoreOf(entry: DraftEntry): Score {
  const { id, dataset, task, valueText, notes, date, source, revision } = entry;
  return {
    id,
    dataset,
    task,
    valueText,
    value: Number(valueText),
    asWritten: true,
    verified: false,
    hasToken: false,
    origins: [],
    variant: readVariant({ notes, dataset, task }),
    ...(notes && { notes }),
    ...(date && { date }),
    ...(source && { source }),
    ...(revision && { revision }),
  };
}

import type { EntryFields } from '../fields.ts';
import type { DraftGround } from '../ground.ts';

/** Values that other models have on the entry's board; undefined when they are not at hand. */
export function boardOf(ground: DraftGround | undefined, fields: EntryFields): readonly number[] | undefined {
  const values = ground?.boards.find(({ dataset, task }) => dataset === fields.dataset && task === fields.task)?.values;
  return values && values.length > 0 ? values : undefined;
}

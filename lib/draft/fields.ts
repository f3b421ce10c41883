import type { Source } from '../evals/score.ts';
import type { DraftEntry } from './draft.ts';

/** What an entry's form says, as it goes into the file: without space around it, and without fields left empty. */
export interface EntryFields {
  dataset: string;
  task: string;
  revision?: string;
  valueText: string;
  date?: string;
  source?: Source;
  notes?: string;
}

/** The fields of a draft's entry, tidied but never changed. Without a URL there is no source: the Hub requires it. */
export function fieldsOf(entry: DraftEntry): EntryFields {
  const [revision, date, notes] = [entry.revision?.trim(), entry.date?.trim(), entry.notes?.trim()];
  const source = sourceOf(entry.source);
  return {
    dataset: entry.dataset.trim(),
    task: entry.task.trim(),
    ...(revision ? { revision } : {}),
    valueText: entry.valueText.trim(),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(notes ? { notes } : {}),
  };
}

function sourceOf(source: Source | undefined): Source | undefined {
  const url = source?.url.trim();
  if (!source || !url) return undefined;
  const [name, user, org] = [source.name?.trim(), source.user?.trim(), source.org?.trim()];
  return { url, ...(name ? { name } : {}), ...(user ? { user } : {}), ...(org ? { org } : {}) };
}

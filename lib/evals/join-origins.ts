import { hash53 } from './hash53.ts';
import type { FoundEntry, Origin, Score } from './score.ts';

/** A score before its setup is read; what a card says was read with it. */
export type BareScore = Omit<Score, 'variant'> & Pick<FoundEntry, 'variant'>;

/**
 * Joins entries that are the same entry at several places into one score with several origins. Same means: benchmark,
 * task, revision, value, the author's own date, notes and source are equal to the letter, and the Hub's word on
 * verification is the same. A figure that a card states in a table and in its metadata is one score when benchmark,
 * task, value, unit and understood setup are equal; it never joins an entry of a file. Nothing else is ever joined.
 */
export function joinOrigins(entries: readonly FoundEntry[]): BareScore[] {
  const scores = new Map<string, BareScore>();
  const ids = new Set<string>();
  for (const entry of entries) {
    const content = identity(entry);
    const key = `${entry.verified}${content}`;
    const { origin: place, ...rest } = entry;
    const origin = entry.dateIsDefault && entry.date !== undefined ? { ...place, date: entry.date } : place;
    const known = scores.get(key);
    if (!known) {
      scores.set(key, { ...rest, id: freeId(ids, content), origins: [origin] });
      continue;
    }
    known.origins.push(origin);
    known.hasToken ||= entry.hasToken;
    if (entry.asWritten && !known.asWritten) Object.assign(known, { valueText: entry.valueText, asWritten: true });
  }
  for (const score of scores.values()) score.origins.sort(byPlace);
  return [...scores.values()];
}

/** What a score is told apart by. A date that the Hub filled in belongs to the commit, not to the score. */
function identity({
  dataset,
  task,
  revision,
  value,
  date,
  dateIsDefault,
  notes,
  source,
  variant,
  origin,
}: FoundEntry): string {
  if (origin.cell) {
    const setup = variant?.tags.map((tag) => `${tag.kind}=${tag.value}`).sort();
    return JSON.stringify(['card', dataset, task, value, origin.cell.unit, setup]);
  }
  const { url, name, user, org } = source ?? {};
  const authored = dateIsDefault ? undefined : date;
  return JSON.stringify([dataset, task, revision, value, authored, notes, source && [url, name, user, org]]);
}

/** An id from the score's content alone: the same in every snapshot, whoever found the score first. */
function freeId(taken: Set<string>, content: string): string {
  const hash = hash53(content).toString(36);
  let id = hash;
  for (let n = 2; taken.has(id); n++) id = `${hash}-${n}`;
  taken.add(id);
  return id;
}

const LATER: Partial<Record<Origin['kind'], number>> = { 'model-card': 1e12, 'model-index': 1e12 + 1 };

/** Main first, then pull requests by number, then the card, then the places that are not the repository's own. */
function byPlace(a: Origin, b: Origin): number {
  const rank = ({ kind, pullRequest = 0 }: Origin) =>
    kind === 'main' ? -1 : kind === 'pull-request' ? pullRequest : (LATER[kind] ?? 1e13);
  return rank(a) - rank(b) || (a.path ?? '').localeCompare(b.path ?? '', 'en') || (a.line ?? 0) - (b.line ?? 0);
}

import type { Group } from '../report.ts';
import type { Score } from '../score.ts';
import { badgesOf } from './badges.ts';

/** The panel's filters; `merged` is what stands on main, `differing` what stands in a conflict. */
export type FilterName = 'all' | 'merged' | 'community' | 'verified' | 'card' | 'differing';

export interface Filter {
  name: FilterName;
  /** Words that must all occur in a score or its group; empty for all. */
  text?: string;
}

/** The groups with the scores that pass; a group with none is left out, and its verdicts stay as they are. */
export function filterGroups(groups: readonly Group[], { name, text = '' }: Filter): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (name === 'all' && words.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const conflicting = name === 'differing' ? inConflict(group) : undefined;
    const scores = group.scores.filter((score) => passes(score, name, conflicting) && matches(group, score, words));
    return scores.length > 0 ? [{ ...group, scores }] : [];
  });
}

function passes(score: Score, name: FilterName, conflicting: Set<string> | undefined): boolean {
  if (name === 'all') return true;
  if (name === 'differing') return conflicting?.has(score.id) ?? false;
  const kind = name === 'merged' ? 'author' : name;
  return badgesOf(score).some((badge) => badge.kind === kind);
}

function inConflict({ verdicts, standing }: Group): Set<string> {
  if (standing === 'agree' || standing === 'single' || standing === 'dismissed') return new Set();
  const speaks = verdicts.filter(
    ({ severity, comparable, dismissed }) => !dismissed && severity !== 'none' && (severity !== 'info' || !comparable),
  );
  return new Set(speaks.flatMap(({ a, b }) => [a, b]));
}

function matches(group: Group, score: Score, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { source, origins } = score;
  const text = [
    group.dataset,
    group.task,
    group.benchmark?.name,
    score.valueText,
    score.notes,
    score.date,
    source?.name,
    source?.url,
    source?.user,
    source?.org,
    ...origins.flatMap(({ path, pullRequest }) => [path, pullRequest === undefined ? 'main' : `#${pullRequest}`]),
  ];
  const haystack = text.filter(Boolean).join('\n').toLowerCase();
  return words.every((word) => haystack.includes(word));
}

export type SortName = 'found' | 'value' | 'date' | 'badge';

/** How much a score's badge says, the most first. */
const BADGES = ['verified', 'author', 'community', 'card', 'token', 'leaderboard', 'source'];

/** A group's scores in another order; `found` is the order of the report. Equal ones keep it. */
export function sortScores(scores: readonly Score[], by: SortName): Score[] {
  if (by === 'found') return [...scores];
  if (by === 'value') return scores.toSorted((a, b) => b.value - a.value);
  if (by === 'date') return scores.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '', 'en'));
  const rank = (score: Score) => BADGES.indexOf(badgesOf(score)[0]?.kind ?? 'source');
  return scores.toSorted((a, b) => rank(a) - rank(b));
}

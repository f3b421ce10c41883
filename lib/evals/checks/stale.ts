import { type Check, type GroupFacts, type Hit, type Pair, RANK } from './pair.ts';
import type { Side } from './side.ts';

const DAY = 86_400_000;
/** Days after which an open pull request counts as left alone (discrepancies.md 3.6). */
const LONG = 90;

/** All the places that a score stands at are pull requests, opened long ago: since when, and which was the first. */
function singleHit({ score, fromCard }: Side, { page }: GroupFacts): Hit | undefined {
  if (!page || fromCard) return undefined;
  const opened = score.origins.map(({ pullRequest }) => ({
    number: pullRequest ?? 0,
    since: page.opened.get(pullRequest ?? 0) ?? '',
  }));
  const days = opened.map(({ since }) => Math.floor((page.at - Date.parse(since)) / DAY));
  if (days.length === 0 || !days.every((age) => age > LONG)) return undefined;
  const youngest = opened[days.indexOf(Math.min(...days))];
  return {
    code: 'P4',
    severity: 'notice',
    comparable: true,
    rank: RANK.provenance + 2,
    message: () => ({
      key: 'verdictStale',
      args: [Math.min(...days), score.valueText, `#${youngest?.number}`, youngest?.since.slice(0, 10) ?? ''],
    }),
  };
}

/** The card that a score names says something else, and was perhaps another one when the score was taken from it. */
function pairHit({ a, b, equal, page }: Pair): Hit | undefined {
  const file = a.fromCard ? b : a;
  const changed = page?.lastModified;
  const { date } = file.score;
  if (equal || a.fromCard === b.fromCard || !file.namesCard || file.card?.kind === 'stated') return undefined;
  if (!changed || !date || !(Date.parse(changed) - Date.parse(date) > DAY)) return undefined;
  return {
    code: 'P4',
    severity: 'notice',
    comparable: true,
    rank: RANK.provenance + 2,
    message: () => ({
      key: 'verdictCardChanged',
      args: [file.score.valueText, date.slice(0, 10), changed.slice(0, 10)],
    }),
  };
}

/** P4: dates. A pull request that nobody took up for 90 days; a card that may have changed since it was quoted. */
export const stale: Check = { codes: ['P4'], pair: pairHit, single: singleHit };

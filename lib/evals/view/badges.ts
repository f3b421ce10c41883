import type { Message } from '../message.ts';
import type { Group } from '../report.ts';
import type { Score } from '../score.ts';

export type BadgeKind = 'verified' | 'author' | 'community' | 'card' | 'token' | 'leaderboard' | 'source';

/** A word about where a score stands and who vouches for it. */
export interface Badge {
  kind: BadgeKind;
  message: Message;
  /** For `community`: the pull request it stands in. */
  pullRequest?: number;
}

/**
 * The badges of a score, the most telling first. `verified` only because the Hub says so; `author` for what stands on
 * main, which only the repository's owners can merge; `leaderboard` where the benchmark is on the Hub's own list.
 */
export function badgesOf(score: Score, group?: Pick<Group, 'benchmark'>): Badge[] {
  const badges: Badge[] = [];
  const { origins } = score;
  if (score.verified) badges.push({ kind: 'verified', message: { key: 'badgeVerified' } });
  if (origins.some(({ kind }) => kind === 'main')) badges.push({ kind: 'author', message: { key: 'badgeAuthor' } });
  const numbers = new Set(origins.flatMap(({ pullRequest }) => (pullRequest === undefined ? [] : [pullRequest])));
  for (const pullRequest of numbers)
    badges.push({ kind: 'community', message: { key: 'badgeCommunity', args: [`#${pullRequest}`] }, pullRequest });
  if (origins.some(({ kind }) => kind === 'model-card' || kind === 'model-index'))
    badges.push({ kind: 'card', message: { key: 'badgeCard' } });
  if (score.hasToken && !score.verified) badges.push({ kind: 'token', message: { key: 'badgeToken' } });
  if (group?.benchmark?.official) badges.push({ kind: 'leaderboard', message: { key: 'badgeLeaderboard' } });
  if (score.source) badges.push({ kind: 'source', message: { key: 'badgeSource' } });
  return badges;
}

import type { Gap } from '../../lib/evals/report.ts';
import type { Say } from '../../lib/evals/say.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { loaderWords } from './loader-words.ts';

/** One reason with all the places that it keeps closed. */
export interface GapLine {
  /** Why, in words. */
  reason: string;
  /** What was not read: loaders, pull requests, files; none when the reason holds for everything. */
  places: string[];
  /** What came back, for those who want to know. */
  details: string[];
  /** Epoch ms until which asking again is of no use. */
  retryAt: number | undefined;
}

/** Gaps with the same reason as one line, in the order that they came. `running` is how many loaders are not off. */
export function gapLines(gaps: readonly Gap[], running: number, say: Say): GapLine[] {
  const byReason = Map.groupBy(gaps, ({ message }) => say(message));
  return [...byReason].map(([reason, same]) => {
    const whole = new Set(same.filter(({ path, pullRequest }) => !path && !pullRequest).map(({ loader }) => loader));
    return {
      reason,
      places: whole.size >= running ? [] : [...new Set(same.map((gap) => placeOf(gap, whole, say)))],
      details: [...new Set(same.flatMap(({ detail }) => detail ?? []))],
      retryAt: same.reduce<number | undefined>((latest, { retryAt }) => later(latest, retryAt), undefined),
    };
  });
}

function placeOf({ loader, path, pullRequest }: Gap, whole: ReadonlySet<LoaderName>, say: Say): string {
  if (whole.has(loader)) return say(loaderWords[loader]);
  const where = pullRequest === undefined ? undefined : say('panelPullRequestShort', `${pullRequest}`);
  return [path, where].filter(Boolean).join(', ');
}

function later(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

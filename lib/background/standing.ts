import type { GapReason, Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';

/**
 * A report younger than this is answered without asking the Hub. Long enough that going to and fro between a model's
 * tabs costs nothing, short enough that a pull request just opened is there at the next look.
 */
export const FRESH_MS = 2 * 60_000;

/** Gaps that are the Hub's last word for the moment; behind the others there may be more to read at the next try. */
const LASTING: readonly GapReason[] = [
  'gated',
  'forbidden',
  'disabled',
  'entry-missing',
  'revision-missing',
  'unexpected',
  'too-large',
];

/** Whether a kept report can be the answer. Before the Hub's `retryAt` there is nothing to be gained by asking. */
export function isFresh(report: Report, now: number): boolean {
  const age = now - report.at;
  return (
    age >= 0 &&
    age < FRESH_MS &&
    !Object.values(report.loaders).includes('pending') &&
    report.gaps.every(({ reason, retryAt = 0 }) => LASTING.includes(reason) || retryAt > now)
  );
}

/** Whether a kept report was made by the loaders that would run now. */
export function ranTheSame(report: Report, off: readonly LoaderName[]): boolean {
  return Object.entries(report.loaders).every(
    ([loader, state]) => (state === 'off') === off.some((name) => name === loader),
  );
}

/**
 * Whether nothing at all could be read; then an older report is worth more, and where there was one the gathering has
 * handed it back as stored.
 */
export function nothingRead({ stored, loaders, facts, groups, findings, pullRequests }: Report): boolean {
  const failed = Object.values(loaders).every((state) => state === 'gap' || state === 'off');
  return stored || (failed && !facts && groups.length + findings.length + pullRequests.length === 0);
}

const GONE: readonly GapReason[] = ['repo-missing', 'no-access', 'sign-in', 'disabled'];

/**
 * Whether the Hub says that this reader may not see the repository, or that there is none: by the API, or by another
 * place where the API was not to be asked. A closed file or pull request alone says nothing of the rest.
 */
export function wasTakenAway({ loaders, gaps }: Report): boolean {
  return gaps.some(
    ({ loader, reason, path, pullRequest }) =>
      (loader === 'eval-results' || loaders['eval-results'] === 'off') &&
      path === undefined &&
      pullRequest === undefined &&
      GONE.includes(reason),
  );
}

/**
 * A report as this reader may see it. What was kept of a repository (reports and files, perhaps from before signing
 * out) is not shown once the Hub has closed it.
 */
export function asAllowed(report: Report): Report {
  if (!wasTakenAway(report)) return report;
  const { facts, ...rest } = report;
  return { ...rest, stored: false, groups: [], findings: [], pullRequests: [] };
}

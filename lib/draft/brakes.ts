import type { Message } from '../evals/message.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import { type Draft, repoOf, type ScoresDraft } from './draft.ts';
import type { AnyGround, DraftGround } from './ground.ts';
import { claimsOf, type SubmissionRecord } from './submission-log.ts';

/** What the brakes must know of a pull request that was opened from here. */
export type OpenedBefore = Pick<
  SubmissionRecord,
  'repoType' | 'repo' | 'pullRequest' | 'added' | 'account' | 'at' | 'status' | 'statusAt' | 'closedByMe' | 'claims'
>;

/** Care for those who review: the figures are ours, after the rules of OpenStreetMap for edits in bulk. */
export const BRAKES = { aDay: 5, inAnOrganization: 3, coolDownDays: 7, guidelineFor: 3 } as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A brake that holds. */
export interface Brake {
  kind: 'day' | 'benchmark' | 'organization' | 'cool-down';
  message: Message;
  /** The own open pull request that should be added to, or that is being waited for. */
  pullRequest?: number;
}

export interface BrakeFacts {
  /** Epoch milliseconds. */
  now: number;
  account: string | undefined;
  opened: readonly OpenedBefore[];
  ground?: (AnyGround & Partial<Pick<DraftGround, 'report'>>) | undefined;
}

/** What of a draft is looked at; an `eval.yaml` has no entries. */
export type Braked = Pick<Draft, 'kind' | 'repo' | 'updates'> & Partial<Pick<ScoresDraft, 'entries'>>;

/**
 * What holds a draft back: five new pull requests in 24 hours, one open for each model and benchmark, three open in
 * one organization, a week after one was closed. Adding to an own open pull request is always free.
 */
export function brakesOf(draft: Braked, facts: BrakeFacts): Brake[] {
  if (draft.updates !== undefined) return [];
  const { now, account } = facts;
  const own = facts.opened.filter((one) => one.account === account && !one.added);
  const brakes: Brake[] = [];

  const today = own.filter(({ at }) => at > now - DAY).sort((a, b) => a.at - b.at);
  const blocker = today[today.length - BRAKES.aDay];
  if (blocker)
    brakes.push({
      kind: 'day',
      message: { key: 'brakeDay', args: [hoursLeft(blocker.at + DAY, now), String(BRAKES.aDay)] },
    });

  for (const number of openForBenchmark(draft, facts))
    brakes.push({
      kind: 'benchmark',
      message: { key: draft.kind === 'spec' ? 'brakeSpec' : 'brakeBenchmark', args: [`#${number}`] },
      pullRequest: number,
    });

  const org = organizationOf(draft.repo);
  const waiting = own.filter(({ repo, status }) => organizationOf(repo) === org && isOpen(status));
  if (org && waiting.length >= BRAKES.inAnOrganization)
    brakes.push({ kind: 'organization', message: { key: 'brakeOrganization', args: [waiting.length, org] } });

  const closed = lastClosed(repoOf(draft), own, facts);
  const until = closed && closed.at + BRAKES.coolDownDays * DAY;
  if (closed && until !== undefined && until > now)
    brakes.push({
      kind: 'cool-down',
      message: { key: 'brakeCoolDown', args: [Math.ceil((until - now) / DAY), `#${closed.pullRequest}`] },
      pullRequest: closed.pullRequest,
    });
  return brakes;
}

const hoursLeft = (until: number, now: number) => Math.max(1, Math.ceil((until - now) / HOUR));
const isOpen = (status: OpenedBefore['status']) => status === 'open' || status === 'draft' || status === 'unknown';
const sameRepo = (a: RepoRef, b: RepoRef) => a.repoType === b.repoType && a.repo.toLowerCase() === b.repo.toLowerCase();
const organizationOf = (repo: string) =>
  repo.includes('/') ? repo.slice(0, repo.indexOf('/')).trim().toLowerCase() : '';

/**
 * Own open pull requests of this model that speak of a benchmark of the draft, as the log and the Hub say; of a dataset
 * drafts that only the log knows, since its checks speak of what the Hub lists.
 */
function openForBenchmark(draft: Braked, facts: BrakeFacts): number[] {
  const { entries = [] } = draft;
  const { account, opened, ground } = facts;
  if (account === undefined) return [];
  const drafted = new Set(entries.map(({ dataset }) => dataset.trim().toLowerCase()));
  const still = ground && new Set(ground.pullRequests.map(({ number }) => number));
  // Where the Hub's list of open ones is at hand, it knows better than the log; draft ones it may leave out.
  const stands = ({ pullRequest, status }: OpenedBefore) =>
    still && status !== 'draft' ? still.has(pullRequest) : isOpen(status);
  const logged = opened.filter(
    (one) =>
      one.account === account &&
      sameRepo(one, repoOf(draft)) &&
      (draft.kind === 'spec'
        ? one.status === 'draft' && still?.has(one.pullRequest) === false
        : stands(one) && one.claims.some(({ dataset }) => drafted.has(dataset.toLowerCase()))),
  );
  const mine = new Set(
    (ground?.pullRequests ?? []).filter(({ author }) => author === account).map(({ number }) => number),
  );
  const standing = (ground?.report?.groups ?? [])
    .filter(({ dataset }) => drafted.has(dataset.toLowerCase()))
    .flatMap(({ scores }) => scores.flatMap(({ origins }) => origins))
    .flatMap(({ pullRequest }) => (pullRequest !== undefined && mine.has(pullRequest) ? [pullRequest] : []));
  return [...new Set([...logged.map(({ pullRequest }) => pullRequest), ...standing])].sort((a, b) => a - b);
}

/** The own pull request in this repository that somebody else closed last. */
function lastClosed(repo: RepoRef, own: readonly OpenedBefore[], { ground, account }: BrakeFacts) {
  const logged = own
    .filter((one) => sameRepo(one, repo) && one.status === 'closed' && !one.closedByMe)
    .map(({ pullRequest, statusAt }) => ({ pullRequest, at: statusAt }));
  const told = (ground?.closed ?? [])
    .filter(({ author, closedBy }) => account !== undefined && author === account && closedBy !== author)
    .map(({ number, closedAt }) => ({ pullRequest: number, at: Date.parse(closedAt ?? '') }));
  // The Hub knows when it was closed, the log only when we saw it.
  const known = new Set(told.map(({ pullRequest }) => pullRequest));
  return [...told, ...logged.filter(({ pullRequest }) => !known.has(pullRequest))]
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => b.at - a.at)[0];
}

/** Whether the guideline is shown unasked: before the first three. */
export const needsGuideline = (opened: readonly OpenedBefore[]): boolean =>
  opened.filter(({ added }) => !added).length < BRAKES.guidelineFor;

/** The same facts from the drafts themselves. */
export function openedBy(drafts: readonly Draft[]): OpenedBefore[] {
  return drafts.flatMap((draft) => {
    const { plan, submission } = draft;
    return plan && submission.step === 'opened'
      ? [
          {
            repoType: plan.repoType,
            repo: plan.repo,
            pullRequest: submission.pullRequest,
            added: plan.pullRequest !== undefined,
            account: plan.account,
            at: submission.at,
            status: submission.status,
            statusAt: submission.statusAt,
            claims: claimsOf(draft),
          },
        ]
      : [];
  });
}

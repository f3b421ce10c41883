import type { StopReason, SubmissionPlan, SubmissionState } from './draft.ts';

/** A reason not to go on, with nothing opened. */
export interface Stop {
  reason: StopReason;
  /** What came back, for the details; never a token. */
  detail?: string;
  /** Epoch milliseconds, where the Hub said when to come again. */
  retryAt?: number;
}

/** What an effect that failed means. `doubt`: the Hub may have done it although no answer says so. */
export type Failure = { stop: Stop } | { doubt: Stop };

/** A pull request that carries the mark. */
export interface Found {
  pullRequest: number;
  status: 'open' | 'draft' | 'merged' | 'closed' | 'unknown';
  /** False for a draft pull request that was made, but whose commit did not come. */
  whole: boolean;
}

/** All that a submission does to the world. Each may throw; `failure` says what that means. */
export interface SubmitEffects {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Keeps where it stands. Nothing is done before this has resolved. */
  save(state: SubmissionState): Promise<void>;
  /** Asks the Hub whose token it is; a stop where that is not the account that was shown. */
  checkAccount(plan: SubmissionPlan): Promise<Stop | undefined>;
  /** Duplicates, brakes and the branch, on fresh ground; a stop where anything is in the way or could not be read. */
  checkGround(plan: SubmissionPlan): Promise<Stop | undefined>;
  /** Opens it, or adds the commit to a draft pull request that was found without one. Asked once for each `opening`. */
  open(plan: SubmissionPlan, found?: Found): Promise<Found>;
  /** Looks for the mark of this confirm. */
  find(plan: SubmissionPlan): Promise<Found | undefined>;
  /** Looks for what an earlier confirm of the same draft may have left behind. */
  findEarlier(): Promise<Found | undefined>;
  failure(thrown: unknown): Failure;
}

/** Tries by one confirm, the first included. */
const MOST_ATTEMPTS = 3;

/** How long the Hub may go on with a request whose connection was cut; before that, "not found" says nothing. */
export const SETTLE_MS = 30_000;

/** A write is given up after this long; the background's requests hold it. */
export const WRITE_TIMEOUT_MS = 60_000;

/** A confirm older than this is not acted on again by itself: the reader is asked. */
const CONFIRM_HOLDS_MS = 10 * 60_000;

/** A wait that the Hub asks for is waited out up to here; a longer one is told to the reader. */
const LONGEST_WAIT_MS = 20_000;

/** How long to wait between two looks while the Hub may still be at it. */
const LOOK_AGAIN_MS = [0, 2_000, 5_000, 10_000];

/** Where nothing happens until the reader, or the next start, does something. */
export const isResting = ({ step }: SubmissionState) =>
  step === 'draft' || step === 'stopped' || step === 'in-doubt' || step === 'opened';

/**
 * Takes one confirm as far as it goes, from wherever it stood when the last worker died. Every step is kept before it
 * is acted on; an `opening` that is found kept is never acted on again, but looked for. Resolves with the state that is
 * kept last; rejects only when it cannot be kept, and then nothing was done after the last kept step.
 */
export async function submit(
  plan: SubmissionPlan,
  from: SubmissionState,
  effects: SubmitEffects,
): Promise<SubmissionState> {
  let state = resumed(from, plan, effects.now());
  let found: Found | undefined;
  while (!isResting(state)) {
    await effects.save(state);
    [state, found] = await act(plan, state, effects, found);
  }
  await effects.save(state);
  return state;
}

/** What a kept state means to a worker that did not make it. */
function resumed(from: SubmissionState, { confirmedAt }: SubmissionPlan, now: number): SubmissionState {
  const isOld = now - confirmedAt > CONFIRM_HOLDS_MS;
  if (isOld && (from.step === 'checking-account' || from.step === 'checking-duplicates')) {
    return { step: 'stopped', reason: 'unexpected', detail: 'the browser was closed before it was sent', at: now };
  }
  // Whether the request left is not known: the latest moment that its connection can have lived until counts.
  if (from.step === 'opening') {
    return { step: 'looking-for-it', attempt: from.attempt, since: Math.min(now, from.since + WRITE_TIMEOUT_MS) };
  }
  if (from.step === 'in-doubt') return { step: 'looking-for-it', attempt: MOST_ATTEMPTS - 1, since: from.since };
  return from;
}

type Next = [state: SubmissionState, found?: Found | undefined];

async function act(
  plan: SubmissionPlan,
  state: SubmissionState,
  effects: SubmitEffects,
  found: Found | undefined,
): Promise<Next> {
  const { now } = effects;
  if (!('attempt' in state)) return [state];
  const { attempt } = state;
  const stopped = (stop: Stop): Next => [{ step: 'stopped', ...stop, at: now() }];
  switch (state.step) {
    case 'checking-account':
    case 'checking-duplicates': {
      const isAccount = state.step === 'checking-account';
      try {
        const earlier = isAccount ? undefined : await effects.findEarlier();
        if (earlier?.whole) return [opened(earlier, now())];
        const stop = await (isAccount ? effects.checkAccount(plan) : effects.checkGround(plan));
        if (stop) return stopped(stop);
        return [{ step: isAccount ? 'checking-duplicates' : 'opening', attempt, since: now() }, earlier];
      } catch (thrown) {
        // Nothing was sent yet, so there is no doubt.
        return stopped(stopOf(effects.failure(thrown)));
      }
    }
    case 'opening':
      try {
        return [opened(await effects.open(plan, found), now())];
      } catch (thrown) {
        return afterFailure(plan, effects.failure(thrown), attempt, effects);
      }
    default:
      return look(plan, state.since, attempt, effects);
  }
}

async function afterFailure(
  plan: SubmissionPlan,
  failure: Failure,
  attempt: number,
  effects: SubmitEffects,
): Promise<Next> {
  const { now, sleep } = effects;
  if ('doubt' in failure) return [{ step: 'looking-for-it', attempt, since: now() }];
  const { stop } = failure;
  if (stop.reason === 'main-moved') {
    // The branch may have moved by our own commit, in the life before this one.
    const found = await effects.find(plan).catch(() => undefined);
    if (found?.whole) return [opened(found, now())];
  }
  const wait = (stop.retryAt ?? Number.POSITIVE_INFINITY) - now();
  if (stop.reason !== 'rate-limited' || wait > LONGEST_WAIT_MS || attempt >= MOST_ATTEMPTS) {
    return [{ step: 'stopped', ...stop, at: now() }];
  }
  await sleep(Math.max(0, wait));
  return [{ step: 'checking-account', attempt: attempt + 1, since: now() }];
}

/** Looks until it is found, or until the Hub cannot be at it any more. */
async function look(plan: SubmissionPlan, since: number, attempt: number, effects: SubmitEffects): Promise<Next> {
  const { now, sleep } = effects;
  for (let looks = 0; ; looks++) {
    let found: Found | undefined;
    try {
      found = await effects.find(plan);
    } catch (thrown) {
      const { detail, reason } = stopOf(effects.failure(thrown));
      return [{ step: 'in-doubt', since, detail: detail ?? reason }];
    }
    if (found?.whole) return [opened(found, now())];
    if (found && attempt < MOST_ATTEMPTS) return [{ step: 'opening', attempt: attempt + 1, since: now() }, found];
    if (found) return [{ step: 'in-doubt', since, detail: `#${found.pullRequest} has no commit` }];
    const left = since + SETTLE_MS - now();
    if (left <= 0) break;
    const wait = LOOK_AGAIN_MS[Math.min(looks + 1, LOOK_AGAIN_MS.length - 1)] ?? left;
    await sleep(Math.min(wait, left));
  }
  if (attempt >= MOST_ATTEMPTS || now() - plan.confirmedAt > CONFIRM_HOLDS_MS) {
    return [{ step: 'stopped', reason: 'server', at: now() }];
  }
  return [{ step: 'checking-account', attempt: attempt + 1, since: now() }];
}

const opened = ({ pullRequest, status }: Found, at: number): SubmissionState => ({
  step: 'opened',
  pullRequest,
  at,
  status,
  statusAt: at,
});

const stopOf = (failure: Failure): Stop => ('stop' in failure ? failure.stop : failure.doubt);

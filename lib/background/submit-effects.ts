import type { Draft, SubmissionPlan } from '../draft/draft.ts';
import { type Failure, type Found, type Stop, type SubmitEffects, WRITE_TIMEOUT_MS } from '../draft/submit.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import { addToPullRequest, commentAndClose, commitAsPullRequest, createDraftPullRequest } from '../hub/commit.ts';
import { readDiscussion } from '../hub/discussion.ts';
import { findMark } from '../hub/find-mark.ts';
import type { Hub } from '../hub/hub.ts';
import { HubError } from '../hub/hub-error.ts';
import { type HubWriter, isInDoubt } from '../hub/hub-writer.ts';
import { whoAmI } from '../hub/who-am-i.ts';

/** What a submission needs of the background. */
export interface EffectParts extends Pick<SubmitEffects, 'now' | 'sleep' | 'save'> {
  draft: Draft;
  /** A writer with a token that holds; undefined when nobody is signed in. */
  writer(): Promise<HubWriter | undefined>;
  /** Reads without the token, for when it does not hold any more. */
  reader: Hub;
  /** What fresh ground and the brakes say against sending this very change; may throw, and then nothing is sent. */
  checkGround(plan: SubmissionPlan): Promise<Stop | undefined>;
  /** Marks of all confirms of this draft that reached `opening` until now. */
  earlier(): readonly string[];
}

/** A request that is not to be sent: told by its stop, never in doubt. */
class Stopped extends Error {
  readonly stop: Stop;
  constructor(stop: Stop) {
    super(stop.reason);
    this.stop = stop;
  }
}

const never = new AbortController().signal;

/** The effects of one submission on the Hub. */
export function createSubmitEffects(parts: EffectParts): SubmitEffects {
  const { draft, reader, earlier } = parts;
  const signedIn = async () => {
    const writer = await parts.writer();
    if (!writer) throw new Stopped({ reason: 'signed-out' });
    return writer;
  };
  /** The one that was seen to be the account's; whoever signs in after that is not asked to send it. */
  let confirmed: HubWriter | undefined;
  const check = async (plan: SubmissionPlan): Promise<Stop | undefined> => {
    const writer = await signedIn();
    const { name, canOpen } = await whoAmI(writer, AbortSignal.timeout(WRITE_TIMEOUT_MS));
    if (name !== plan.account) return { reason: 'other-account', detail: name };
    if (canOpen === false) return { reason: 'forbidden', detail: 'the token may not open pull requests' };
    confirmed = writer;
    return undefined;
  };
  const writerFor = async (plan: SubmissionPlan): Promise<HubWriter> => {
    // Who signs out takes everything back that was not sent yet.
    await signedIn();
    const stop = confirmed ? undefined : await check(plan);
    if (stop || !confirmed) throw new Stopped(stop ?? { reason: 'signed-out' });
    return confirmed;
  };
  const lookFor = async (
    { repoType, repo, account: author, pullRequest }: SubmissionPlan,
    keys: readonly string[],
    asDraft: boolean | 'unknown',
  ): Promise<Found | undefined> => {
    const place = { repoType, repo, author, keys, pullRequest, asDraft };
    const writer = await parts.writer().catch(() => undefined);
    if (!writer) return findMark(reader, place, never);
    return findMark(writer.hub, place, never).catch((error: unknown) => {
      // A token that was revoked meanwhile: pull requests of public repositories can be read without one.
      if (error instanceof HubError && error.reason === 'sign-in') return findMark(reader, place, never);
      throw error;
    });
  };
  return {
    now: parts.now,
    sleep: parts.sleep,
    save: parts.save,
    checkAccount: check,
    checkGround: parts.checkGround,
    async open(plan, found) {
      const writer = await writerFor(plan).catch((error: unknown) => {
        // An empty draft that was found stands there all the same: it is in doubt, and waits for its own account.
        if (found)
          throw new HubError({ reason: 'server', path: plan.repo, detail: `#${found.pullRequest} has no commit` });
        throw error;
      });
      return openOn(writer, plan, found);
    },
    find: (plan) => lookFor(plan, [plan.key], plan.asDraft),
    // An earlier confirm may have been of the other kind.
    findEarlier: async () =>
      draft.plan && earlier().length > 0 ? lookFor(draft.plan, earlier(), 'unknown') : undefined,
    failure: failureOf,
  };
}

async function openOn(writer: HubWriter, plan: SubmissionPlan, found: Found | undefined): Promise<Found> {
  const { repoType, repo, title, files, parentCommit } = plan;
  const request = { repoType, repo, title, description: plan.body, files, parentCommit };
  const { pullRequest } = plan;
  if (pullRequest !== undefined) {
    await addToPullRequest(writer, { ...request, pullRequest });
    return { pullRequest, status: 'open', whole: true };
  }
  if (!plan.asDraft && !found) {
    const opened = await commitAsPullRequest(writer, request);
    return { pullRequest: opened.pullRequest, status: 'open', whole: true };
  }
  const empty = found?.pullRequest ?? (await createDraftPullRequest(writer, request)).pullRequest;
  try {
    // Its ref begins at main's head of now; that the results files did not change was checked a moment ago.
    const { head } = await readDiscussion(writer.hub, plan, empty, { signal: never });
    if (head === undefined)
      throw new HubError({ reason: 'offline', path: repo, detail: 'the new draft has no commit' });
    await addToPullRequest(writer, { ...request, parentCommit: head, pullRequest: empty });
  } catch (error) {
    if (!isInDoubt(error)) await closeEmpty(writer, plan, empty, error);
    throw error;
  }
  return { pullRequest: empty, status: 'draft', whole: true };
}

/**
 * Nothing may stay open of what is told as not opened. Where the commit may still be taken, or the empty draft cannot be
 * closed, the submission is in doubt: it will be found, and filled.
 */
async function closeEmpty(writer: HubWriter, repo: RepoRef, pullRequest: number, error: unknown): Promise<void> {
  const failure = failureOf(error);
  const reason = 'stop' in failure ? failure.stop.reason : undefined;
  const detail = `#${pullRequest} has no commit yet`;
  const inDoubt = new HubError({ reason: 'server', path: repo.repo, detail });
  if (reason === 'rate-limited' || reason === 'main-moved') throw inDoubt;
  await commentAndClose(writer, repo, { pullRequest, comment: EMPTY_COMMENT }).catch(() => {
    throw inDoubt;
  });
}

/** Said on the Hub, so not in the reader's language. */
const EMPTY_COMMENT = 'Opened without its file, which the Hub did not take. Closed again.';

/** What went wrong, in the words of a submission. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Stopped) return { stop: thrown.stop };
  const stop = thrown instanceof HubError ? stopOfHub(thrown) : { reason: 'unexpected' as const };
  return isInDoubt(thrown) ? { doubt: stop } : { stop };
}

function stopOfHub({ reason, status, detail = '', retryAt }: HubError): Stop {
  const more = { ...(detail && { detail }), ...(retryAt !== undefined && { retryAt }) };
  if (status === 409 || status === 412) return { reason: 'main-moved', ...more };
  switch (reason) {
    case 'rate-limited':
    case 'offline':
    case 'server':
    case 'repo-missing':
      return { reason, ...more };
    case 'timeout':
    case 'aborted':
      return { reason: 'offline', ...more };
    case 'sign-in':
      return { reason: 'token-refused', ...more };
    case 'gated':
    case 'no-access':
      return { reason: 'gated', ...more };
    case 'forbidden':
    case 'disabled':
      return {
        reason: /discussion|pull request.*disabled/i.test(detail) ? 'discussions-disabled' : 'forbidden',
        ...more,
      };
    case 'entry-missing':
    case 'revision-missing':
      return { reason: 'main-moved', ...more };
    default:
      return { reason: status === 400 || status === 422 ? 'refused' : 'unexpected', ...more };
  }
}

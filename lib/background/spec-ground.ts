import type { GroundClosed, GroundPullRequest, SpecGround } from '../draft/ground.ts';
import { SPEC_PATH } from '../draft/spec/ground-checks.ts';
import type { Message } from '../evals/message.ts';
import { datasetRepo, type RepoRef } from '../evals/repo-ref.ts';
import { listClosed, readClosed } from '../hub/closed-pull-requests.ts';
import { type Discussion, listDiscussions } from '../hub/discussions.ts';
import type { Hub } from '../hub/hub.ts';
import { HubError } from '../hub/hub-error.ts';
import { listRefs } from '../hub/refs.ts';
import { readWholeFile } from '../hub/repo-file.ts';
import { pullRequestRef } from '../hub/urls.ts';
import { readCardMetadata } from '../loaders/read-card-metadata.ts';
import { toGap } from '../loaders/to-gap.ts';

interface SpecGroundParts {
  /** Reads as the page's reader. */
  hub: Hub;
  now(): number;
}

/** Open pull requests that are looked into; with more of them nothing can be sent from here. */
const MOST_OPEN = 500;

/** Closed pull requests that are looked into, the youngest first. */
const MOST_CLOSED = 12;

/**
 * Reads all that a drafted `eval.yaml` is checked against, anew: main, every open pull request, and the closed ones that
 * speak of evaluation. Never rejects for the Hub's sake: what failed makes it incomplete.
 */
export async function readSpecGround(
  { hub, now }: SpecGroundParts,
  dataset: string,
  signal: AbortSignal,
): Promise<SpecGround> {
  const repo = datasetRepo(dataset);
  const missing: Message[] = [];
  const failed =
    <T>(instead: T) =>
    (thrown: unknown): T => {
      missing.push(toGap('main-files', thrown).message);
      return instead;
    };
  const hasSpec = (revision: string) => has(hub, repo, revision, signal);
  // The head before everything else: what is read of main is read at this commit.
  const refs = await listRefs(hub, repo, { signal }).catch(failed(undefined));
  const head = refs?.main;
  const [stands, open, closed, card] = await Promise.all([
    head === undefined ? false : hasSpec(head).catch(failed(false)),
    listOpen(hub, repo, signal).catch(failed({ pullRequests: [], isWhole: true })),
    readAllClosed(hub, repo, hasSpec, signal).catch(() => undefined),
    // A help and no condition: what it cannot say is not asked.
    head === undefined ? undefined : readCardMetadata(hub, repo, head, { signal }).catch(() => undefined),
  ]);
  if (!open.isWhole) missing.push({ key: 'problemUnchecked' });
  const pullRequests = await Promise.all(
    open.pullRequests.map(async ({ num, title = '', author, status, createdAt }): Promise<GroundPullRequest> => {
      const touches = await hasSpec(pullRequestRef(num)).catch(failed(false));
      return {
        number: num,
        title,
        ...(author !== undefined && { author }),
        status: status === 'draft' ? 'draft' : 'open',
        ...(createdAt !== undefined && { createdAt }),
        paths: touches ? [SPEC_PATH] : [],
      };
    }),
  );
  return {
    repo: dataset,
    at: now(),
    complete: missing.length === 0 && head !== undefined,
    missing: [...new Map(missing.map((message) => [JSON.stringify(message), message])).values()],
    ...(head !== undefined && { head }),
    stands,
    pullRequests,
    ...(closed && { closed }),
    ...(card && { card }),
  };
}

/** Whether there is an `eval.yaml` at a revision, however long. Only the Hub's own word that there is none counts as no. */
async function has(hub: Hub, repo: RepoRef, revision: string, signal: AbortSignal): Promise<boolean> {
  try {
    await readWholeFile(hub, repo, revision, SPEC_PATH, { signal });
    return true;
  } catch (error) {
    if (error instanceof HubError && error.reason === 'too-large') return true;
    if (error instanceof HubError && error.reason === 'entry-missing') return false;
    throw error;
  }
}

/** All open pull requests, page by page; not whole when there are more than are looked into, or some say no number. */
async function listOpen(hub: Hub, repo: RepoRef, signal: AbortSignal) {
  const listed = new Map<number, Discussion>();
  for (let index = 0; ; index++) {
    const { pullRequests, unreadable, more } = await listDiscussions(hub, repo, index, { signal });
    for (const one of pullRequests) listed.set(one.num, one);
    if (unreadable > 0 || listed.size > MOST_OPEN) return { pullRequests: [...listed.values()], isWhole: false };
    if (!more) return { pullRequests: [...listed.values()], isWhole: true };
  }
}

/** Closed ones that speak of evaluation and held an `eval.yaml`; one whose ref is gone speaks by its title. */
async function readAllClosed(
  hub: Hub,
  repo: RepoRef,
  hasSpec: (revision: string) => Promise<boolean>,
  signal: AbortSignal,
): Promise<GroundClosed[]> {
  const listed = (await listClosed(hub, repo, { signal })).filter(({ title = '' }) => /eval/i.test(title));
  const read = await Promise.all(
    listed.slice(0, MOST_CLOSED).map(async ({ num, title = '', author }): Promise<GroundClosed[]> => {
      const byTitle = title.toLowerCase().includes(SPEC_PATH);
      if (!(await hasSpec(pullRequestRef(num)).catch(() => byTitle))) return [];
      const details = await readClosed(hub, repo, num, { signal }).catch(() => undefined);
      const { files: _, ...by } = details ?? { files: [] };
      return [{ number: num, title, ...(author !== undefined && { author }), ...by }];
    }),
  );
  return read.flat();
}

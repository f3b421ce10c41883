import type { GroundClosed, GroundPullRequest, SpecGround } from '../draft/ground.ts';
import { SPEC_PATH } from '../draft/spec/ground-checks.ts';
import type { Message } from '../evals/message.ts';
import { datasetRepo, type RepoRef } from '../evals/repo-ref.ts';
import { listClosed, readClosed } from '../hub/closed-pull-requests.ts';
import { listOpen } from '../hub/discussions.ts';
import type { Hub } from '../hub/hub.ts';
import { HubError, isNoEntry } from '../hub/hub-error.ts';
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
      const { reason, message } = toGap('main-files', thrown);
      missing.push(reason === 'gated' || reason === 'no-access' ? { key: 'specProblemGated' } : message);
      return instead;
    };
  const hasSpec = (revision: string) => has(hub, repo, revision, signal);
  // The head before everything else: what is read of main is read at this commit.
  const refs = await listRefs(hub, repo, { signal }).catch(failed(undefined));
  const head = refs?.main;
  const [stands, open, closed, card] = await Promise.all([
    head === undefined ? false : hasSpec(head).catch(failed(false)),
    listOpen(hub, repo, true, { signal }).catch(failed({ listed: [], unlisted: 0 })),
    readAllClosed(hub, repo, hasSpec, signal).catch(() => undefined),
    // A help and no condition: what it cannot say is not asked.
    head === undefined ? undefined : readCardMetadata(hub, repo, head, { signal }).catch(() => undefined),
  ]);
  const unread = open.unlisted + Math.max(0, open.listed.length - MOST_OPEN);
  if (unread > 0) missing.push({ key: 'specProblemMany', args: [unread] });
  const pullRequests = await Promise.all(
    open.listed
      .slice(0, MOST_OPEN)
      .map(async ({ num, title = '', author, status, createdAt }): Promise<GroundPullRequest> => {
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
    missing,
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
    if (isNoEntry(error)) return false;
    if (error instanceof HubError && error.reason === 'too-large') return true;
    throw error;
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

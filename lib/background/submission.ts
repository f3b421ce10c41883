import { browser } from 'wxt/browser';
import { type Draft, repoOf } from '../draft/draft.ts';
import { submissionsCsv, submissionsJson } from '../draft/submission-log.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import { createHub } from '../hub/hub.ts';
import type { gather as gatherReport } from '../loaders/gather.ts';
import type { EvidenceCache } from '../loaders/loader.ts';
import type { DraftProtocol, GroundRequest } from '../messaging/draft-messages.ts';
import { Refused } from '../messaging/refused.ts';
import { createAccountStore } from '../store/account.ts';
import { createDrafts } from '../store/drafts.ts';
import { roomyArea } from '../store/roomy-area.ts';
import { createSubmissions } from '../store/submissions.ts';
import { createVault } from '../store/vault.ts';
import { createAccountDesk } from './account.ts';
import type { BoardHandlers } from './boards.ts';
import { readGround } from './draft-ground.ts';
import { tellDraft } from './draft-told.ts';
import { createDraftHandlers } from './drafts.ts';
import { groundBenchmarks } from './ground-benchmarks.ts';
import { createOAuth } from './oauth.ts';
import { createOpened } from './opened.ts';
import type { Handlers } from './receive.ts';
import { readSpecGround } from './spec-ground.ts';
import { createSubmitRunner } from './submit-runner.ts';

/** What the background answers about drafts, their submission and the account. */
export type SubmissionHandlers = Pick<Handlers, Exclude<keyof DraftProtocol, 'draftChanged'>>;

export interface SubmissionParts {
  base: string;
  fetch: typeof fetch;
  now(): number;
  gather: typeof gatherReport;
  cache: EvidenceCache;
  boards: BoardHandlers;
  /** Takes away what can be read from the Hub again, where the storage is full. */
  makeRoom(): Promise<unknown>;
  /** Something was opened in this repository: what is shown of it is out of date. */
  onOpened(repo: RepoRef): void;
}

/** Puts together what drafts need: their store, the account, and what sends them. */
export function createSubmission(parts: SubmissionParts): { handlers: SubmissionHandlers; resume(): Promise<void> } {
  const { base, fetch, now, gather, cache, boards, makeRoom, onOpened } = parts;
  const area = roomyArea(makeRoom);
  const drafts = createDrafts(area);
  const submissions = createSubmissions(area);
  const reader = createHub({ base, fetch, now, credentials: 'include' });
  const account = createAccountDesk({
    base,
    fetch,
    now,
    store: createAccountStore(createVault('account')),
    // Set when the extension is built; a build without one has no way to sign in, and no code for it either.
    oauth: import.meta.env.WXT_OAUTH_CLIENT_ID
      ? oauth({ base, fetch, now }, import.meta.env.WXT_OAUTH_CLIENT_ID)
      : undefined,
  });
  const signal = new AbortController().signal;
  const specGround = (dataset: string) => readSpecGround({ hub: reader, now }, dataset, signal);
  const ground = (about: GroundRequest) =>
    readGround(
      {
        // Whatever the reader has switched off for the panel: a duplicate must be found.
        report: (repo, signal) =>
          gather(repo, { base, fetch, now, cache, signal, credentials: 'include', off: [], everyPullRequest: true }),
        hub: reader,
        benchmarks: (which) => groundBenchmarks(boards, which),
        now,
      },
      about,
      signal,
    );
  const runner = createSubmitRunner({
    drafts,
    submissions,
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    writer: account.writer,
    reader,
    ground: {
      scores: ({ repo, entries, updates }) =>
        ground({
          repo: repo.trim(),
          benchmarks: entries.map(({ dataset, task }) => ({ dataset, task })),
          ...(updates !== undefined && { updates }),
        }),
      spec: ({ repo }) => specGround(repo.trim()),
    },
    tell: tellDraft,
    onOpened,
  });
  const opened = createOpened({ writer: account.writer, reader, keep: runner.keep, now });
  const known = async (id: string): Promise<Draft> => {
    const draft = await drafts.read(id);
    if (!draft) throw new Refused('This draft is not there any more.');
    return draft;
  };
  const handlers: SubmissionHandlers = {
    ...createDraftHandlers({ drafts, now }),
    ...account.handlers,
    readForDraft: ground,
    readForSpec: specGround,
    sendDraft: runner.send,
    lookAgain: async (id) => opened.look(await runner.goOn(id)),
    async closeOwn({ id, reason }) {
      const draft = await opened.close(await known(id), reason);
      onOpened(repoOf(draft));
      return draft;
    },
    async refreshDrafts() {
      await runner.resume();
      await opened.lookAtAll(await drafts.list());
      return drafts.list();
    },
    async exportSubmissions(format) {
      const records = await submissions.read();
      return format === 'csv' ? submissionsCsv(records) : submissionsJson(records);
    },
  };
  return { handlers, resume: runner.resume };
}

/** Signing in by OAuth; its redirect address is the browser's own. */
function oauth(parts: Pick<SubmissionParts, 'base' | 'fetch' | 'now'>, id: string) {
  return createOAuth({
    ...parts,
    clientId: id,
    redirectUrl: browser.identity.getRedirectURL(),
    launch: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  });
}

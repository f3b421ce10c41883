import { type FileVersion, historySteps, type RowHistory } from '../evals/history.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import type { Hub } from '../hub/hub.ts';
import { HubError } from '../hub/hub-error.ts';
import { listCommits } from '../hub/list-commits.ts';
import { readRepoFile } from '../hub/repo-file.ts';
import { pullRequestRef } from '../hub/urls.ts';
import { toGap } from './to-gap.ts';

/** Commits that are looked at; the Hub has no list of those that touched one file, so each costs a request. */
const MOST = 20;

interface Row {
  repo: string;
  path: string;
  pullRequest?: number;
  dataset: string;
  task: string;
}

/** What a results file said of a row, commit by commit, on main or on a pull request. What cannot be read is said. */
export async function readRowHistory(hub: Hub, row: Row, signal: AbortSignal): Promise<RowHistory> {
  const { repo, path, pullRequest } = row;
  const revision = pullRequest === undefined ? 'main' : pullRequestRef(pullRequest);
  try {
    const { commits, more } = await listCommits(hub, modelRepo(repo), revision, MOST, { signal });
    const versions = await Promise.all(
      commits.map(async (commit): Promise<FileVersion> => {
        const text = await readRepoFile(hub, modelRepo(repo), commit.id, path, { signal }).then(
          (file) => file.text,
          (error: unknown) => {
            if (error instanceof HubError && error.reason === 'entry-missing') return null;
            throw error;
          },
        );
        return { commit, text };
      }),
    );
    return { steps: historySteps(versions, path, row, more), older: more };
  } catch (error) {
    return { steps: [], older: false, gap: toGap('main-files', error).message };
  }
}

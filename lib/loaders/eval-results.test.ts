import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { createHub } from '../hub/hub.ts';
import { readModelInfo } from '../hub/model-info.ts';
import { evalResults } from './eval-results.ts';
import type { LoaderContext } from './loader.ts';

const signal = new AbortController().signal;

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
});
afterAll(() => local.close());

function load(repo: string) {
  const hub = createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now });
  const context: LoaderContext = {
    repo,
    hub,
    signal,
    cache: { get: async () => undefined, set: async () => undefined },
    modelInfo: () => readModelInfo(hub, repo, { signal }),
    modelCard: () => ({ kept: Promise.resolve(undefined), now: Promise.resolve(undefined) }),
    openDiscussions: undefined,
    everyPullRequest: false,
  };
  return evalResults.load(context, () => undefined);
}

describe('eval-results', () => {
  // https://huggingface.co/openai/gpt-oss-20b, 20 entries in open pull requests (recorded 2026-10-01).
  it('reads all entries of openai/gpt-oss-20b in one request', async () => {
    local.requests.length = 0;
    const { entries, findings, pullRequests, facts } = await load('openai/gpt-oss-20b');
    expect(local.requests).toHaveLength(1);
    expect(entries).toHaveLength(20);
    expect(findings).toEqual([]);
    expect(facts).toMatchObject({ id: 'openai/gpt-oss-20b', gated: false, private: false });
    expect(entries.every(({ origin }) => origin.kind === 'pull-request' && origin.seenBy[0] === 'eval-results')).toBe(
      true,
    );
    const numbers = new Set(entries.map(({ origin }) => origin.pullRequest));
    expect(new Set(pullRequests.map(({ number }) => number))).toEqual(numbers);
    expect(pullRequests.every(({ looked, status }) => looked === 'named' && status === 'open')).toBe(true);
  });

  // Three files on main that the Hub cannot read (recorded 2026-09-24).
  it('names the unreadable files of nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', async () => {
    const { findings } = await load('nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16');
    const unreadable = findings.filter(({ pullRequest }) => pullRequest === undefined);
    expect(unreadable.map(({ path }) => path).sort()).toEqual([
      '.eval_results/gpqa.yaml',
      '.eval_results/hle.yaml',
      '.eval_results/mmlu-pro.yaml',
    ]);
    for (const { hubSays } of unreadable) expect(hubSays).toContain('dataset.task_id');
  });

  // The key `evalResults` is absent (recorded 2026-09-24).
  it('has nothing to say of meta-llama/Llama-3.2-3B-Instruct', async () => {
    expect(await load('meta-llama/Llama-3.2-3B-Instruct')).toMatchObject({
      entries: [],
      findings: [],
      gaps: [],
      pullRequests: [],
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalHub, startHub } from '../../../test/hub/start-hub.ts';
import { createHub } from '../../hub/hub.ts';
import { evalYaml } from './eval-yaml.ts';

const signal = new AbortController().signal;

let local: LocalHub;
beforeAll(async () => {
  local = await startHub();
});
afterAll(() => local.close());

const load = (dataset: string) =>
  evalYaml.load({
    dataset,
    signal,
    hub: createHub({ base: local.url, fetch, credentials: 'omit', now: Date.now, sleep: async () => undefined }),
  });

describe('eval-yaml', () => {
  // https://huggingface.co/datasets/openai/gsm8k/blob/main/eval.yaml has one task and names no framework.
  it('reads a benchmark that is open to all', async () => {
    const spec = await load('openai/gsm8k');
    expect(spec).toMatchObject({ file: 'read', name: 'GSM8K', findings: [] });
    expect(spec.tasks).toEqual([{ id: 'gsm8k', config: 'main', split: 'test', solvers: [], scorers: [] }]);
    expect(spec.framework).toBeUndefined();
  });

  it('says that a gated one is closed, and that one is not there', async () => {
    expect(await load('Idavidrein/gpqa')).toEqual({ file: 'closed', tasks: [], findings: [] });
    expect(await load('crosscheck-fixtures/plain-dataset')).toEqual({ file: 'none', tasks: [], findings: [] });
  });

  it('keeps the tasks that can be read beside what is wrong, by line', async () => {
    const { tasks, findings } = await load('crosscheck-fixtures/unlisted-benchmark');
    expect(tasks.map(({ id, config, split }) => [id, config, split])).toEqual([
      ['all', undefined, undefined],
      ['hard', 'hard', 'train'],
    ]);
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['eval-yaml/framework-unknown', 3],
      ['eval-yaml/task-twice', 9],
    ]);
  });

  it('reads the beginning of one that is too large, and says so', async () => {
    const body = `name: A\ntasks:\n  - id: t\n${'# a remark of nobody\n'.repeat(20_000)}  - id: never\n`;
    local.misbehave({ path: '/eval.yaml', body });
    const { file, tasks, findings } = await load('openai/gsm8k');
    await local.reset();
    expect([file, tasks.map(({ id }) => id)]).toEqual(['read', ['t']]);
    expect(findings).toMatchObject([
      { rule: 'file/too-large', message: { args: [expect.any(Number), 256, expect.any(Number)] } },
    ]);
  });

  it('leaves a fault of the Hub to whoever asks', async () => {
    local.misbehave({ path: '/eval.yaml', status: 500 });
    await expect(load('openai/gsm8k')).rejects.toMatchObject({ reason: 'server' });
    await local.reset();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gpqaFile, modelPlan } from '../../test/corpus/model-plan.ts';
import { fetchAs, memoryCache, readerOf, scoreLines } from '../../test/corpus/reader.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';
import { reportCounts } from '../evals/view/counts.ts';

const id = 'Qwen/Qwen3-4B-Instruct-2507';

// Figures of https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507 (2026-10-01); the words are ours.
const card = `# Qwen3-4B-Instruct-2507

## Performance

| | Qwen3-30B-A3B Non-Thinking | Qwen3-4B Non-Thinking | Qwen3-4B-Instruct-2507 |
|---|---|---|---|
| MMLU-Pro | 69.1 | 58.0 | 69.6 |
| GPQA Diamond[^1] | 54.8 | 41.7 | 62.0 |
| GPQA | 54.8 | 41.7 | 62.0 |

[^1]: Reported without tools.
`;

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
});
afterEach(() => local.reset());
afterAll(() => local.close());

const add = (main: Record<string, string>, facts = {}) => local.addRepo(modelPlan({ id, main, facts }));

describe('model-card', () => {
  it('gives the figures of its own column with all that stands around them', async () => {
    await add({ 'README.md': card });
    const { groups, gaps } = await readerOf(local).read(id);
    expect(gaps).toEqual([]);
    const [score, ...others] = groups.find(({ task }) => task === 'diamond')?.scores ?? [];
    expect(others).toEqual([]);
    expect(score).toMatchObject({
      value: 62,
      valueText: '62.0',
      asWritten: true,
      verified: false,
      variant: { tags: [{ kind: 'tools', value: 'none', from: 'footnote' }] },
    });
    expect(score?.origins).toMatchObject([
      {
        kind: 'model-card',
        path: 'README.md',
        line: 8,
        quote: 'GPQA Diamond | 54.8 | 41.7 | 62.0',
        cell: {
          section: ['Qwen3-4B-Instruct-2507', 'Performance'],
          table: 1,
          column: 'Qwen3-4B-Instruct-2507',
          columnIndex: 3,
          rowIndex: 2,
          footnotes: ['Reported without tools.'],
          beside: [
            { name: 'Qwen3-30B-A3B Non-Thinking', value: 54.8, valueText: '54.8' },
            { name: 'Qwen3-4B Non-Thinking', value: 41.7, valueText: '41.7' },
          ],
        },
        seenBy: ['model-card'],
      },
    ]);
  });

  it('names what it cannot tell as a remark, with line and row', async () => {
    await add({ 'README.md': card });
    const { findings } = await readerOf(local).read(id);
    expect(findings).toMatchObject([
      {
        path: 'README.md',
        line: 9,
        code: 'V2',
        severity: 'info',
        rule: 'card/ambiguous',
        text: 'GPQA | 54.8 | 41.7 | 62.0',
      },
    ]);
    expect(reportCounts({ groups: [], findings }).unreadableFiles).toBe(0);
  });

  it('is no part of a file that says the same, and agrees with it', async () => {
    await add({ 'README.md': card, '.eval_results/gpqa.yaml': gpqaFile('62.0') });
    const [group] = (await readerOf(local).read(id)).groups;
    expect(group?.scores.map(({ origins }) => origins.map(({ kind }) => kind))).toEqual([['main'], ['model-card']]);
    expect(group).toMatchObject({ standing: 'agree', summary: { key: 'verdictSameCard', args: ['62.0'] } });
    expect(group?.verdicts.filter(({ severity }) => severity !== 'none').map(({ code }) => code)).toEqual(['P1']);
  });

  it('is no gap where there is no README, and is not asked for again until main moves', async () => {
    await add({});
    const { read, asked, cache } = readerOf(local, memoryCache());
    expect(await read(id)).toMatchObject({
      groups: [],
      gaps: [],
      loaders: { 'model-card': 'ok', 'model-index': 'ok' },
    });
    expect(asked().filter((path) => path.endsWith('README.md'))).toHaveLength(1);
    await read(id);
    expect(asked().filter((path) => path.endsWith('README.md'))).toHaveLength(0);
    await add({ 'README.md': card });
    expect(scoreLines(await readerOf(local, cache).read(id)).sort()).toEqual([
      '62.0 @ model-card:8',
      '69.6 @ model-card:7',
    ]);
  });

  it('shows what was kept before the Hub has said whether it still stands', async () => {
    await add({ 'README.md': card });
    const { read } = readerOf(local, memoryCache());
    await read(id);
    local.misbehave({ path: 'expand', latency: 200 });
    const first = await new Promise(
      (resolve) => void read(id, { onSnapshot: (report) => resolve(scoreLines(report)) }),
    );
    expect(first).toEqual(['69.6 @ model-card:7', '62.0 @ model-card:8']);
  });

  it('keeps nobody waiting: a slow card comes in a snapshot of its own', async () => {
    await add({ 'README.md': card, '.eval_results/gpqa.yaml': gpqaFile('62.0') });
    local.misbehave({ path: 'README.md', latency: 400 });
    const begun = performance.now();
    let first = Number.POSITIVE_INFINITY;
    const report = await readerOf(local).read(id, {
      onSnapshot: () => {
        first = Math.min(first, performance.now() - begun);
      },
    });
    expect(first).toBeLessThan(300);
    expect(scoreLines(report)).toHaveLength(3);
  });

  it('is open to everyone on a gated model, and stays in memory', async () => {
    await add({ 'README.md': card }, { gated: 'manual' });
    const { read, cache } = readerOf(local);
    const report = await read(id, { fetch: fetchAs('session-tomas') });
    expect(report.gaps).toEqual([]);
    expect(scoreLines(report)).toHaveLength(2);
    expect(cache.kept.get(`model-card:${id.toLowerCase()}`)?.privacy).toBe('secret');
  });

  it('of three megabytes is read to its limit, in slices, and says so', async () => {
    await add({ 'README.md': `${card}\n${'| MMLU-Pro | a | b | 61.5 |\n\n'.repeat(130_000)}` });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const report = await readerOf(local).read(id);
    clearInterval(timer);
    expect(scoreLines(report)).toContain('62.0 @ model-card:8');
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'card/too-large', severity: 'info' }));
    expect(longest).toBeLessThan(250);
  });

  it('asks for nothing when both of its loaders are off, and once when both are on', async () => {
    await add({ 'README.md': card });
    const { read, asked } = readerOf(local);
    const readmes = () => asked().filter((path) => path.endsWith('README.md')).length;
    await read(id, { off: ['model-card', 'model-index'] });
    expect(readmes()).toBe(0);
    await read(id);
    expect(readmes()).toBe(1);
  });
});

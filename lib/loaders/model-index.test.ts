import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { modelPlan } from '../../test/corpus/model-plan.ts';
import { readerOf, scoreLines } from '../../test/corpus/reader.ts';
import { type LocalHub, startHub } from '../../test/hub/start-hub.ts';

const id = 'Snowflake/snowflake-arctic-embed-l';

/** The value of https://huggingface.co/Snowflake/snowflake-arctic-embed-l (2026-10-01), in the shape that MTEB's cards have. */
const metadata = (task = 'MTEB ArguAna') => `---
model-index:
- name: snowflake-arctic-embed-l
  results:
  - task:
      type: Retrieval
    dataset:
      type: mteb/arguana
      name: ${task}
      config: default
      split: test
    metrics:
    - type: ndcg_at_10
      value: 59.086000000000006
---
# Embeddings
`;
const table = `
| Task | snowflake-arctic-embed-l |
|---|---|
| ArguAna | 59.086000000000006 |
`;

let local: LocalHub;
beforeAll(async () => {
  local = await startHub({ fixtures: false });
});
afterEach(() => local.reset());
afterAll(() => local.close());

const read = async (readme: string, options = {}) => {
  await local.addRepo(modelPlan({ id, main: { 'README.md': readme } }));
  return readerOf(local).read(id, options);
};

describe('model-index', () => {
  it('gives the value with its line', async () => {
    const report = await read(metadata());
    expect(report.gaps).toEqual([]);
    expect(report.groups).toMatchObject([
      {
        dataset: 'mteb/arguana',
        task: 'ArguAna',
        scores: [
          {
            valueText: '59.086000000000006',
            origins: [{ kind: 'model-index', path: 'README.md', line: 5, cell: { table: null, column: 'ndcg_at_10' } }],
          },
        ],
      },
    ]);
  });

  it('is one score with the same figure of a table, with two origins', async () => {
    const both = await read(metadata('ArguAna') + table);
    expect(scoreLines(both)).toEqual(['59.086000000000006 @ model-card:20 model-index:5']);
  });

  it('can be off while the tables are read, and the other way round', async () => {
    const readme = metadata() + table;
    expect(scoreLines(await read(readme, { off: ['model-index'] }))).toEqual(['59.086000000000006 @ model-card:20']);
    expect(scoreLines(await read(readme, { off: ['model-card'] }))).toEqual(['59.086000000000006 @ model-index:5']);
  });

  it('says once what it cannot read, as a remark', async () => {
    const { findings } = await read('---\nmodel-index: 3\nlicense: mit\n---\n# x\n');
    for (const finding of findings)
      expect(finding).toMatchObject({ path: 'README.md', severity: 'info', seenBy: 'model-index' });
    const list = await read('---\nmodel-index:\n  results: nothing\n---\n# x\n');
    expect(list.findings).toMatchObject([{ rule: 'model-index/shape', path: 'README.md', severity: 'info' }]);
  });
});

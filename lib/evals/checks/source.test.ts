import { describe, expect, it } from 'vitest';
import { aScore } from '../../../test/fixtures/scores.ts';
import { judgeGroup } from './index.ts';

describe('a source where the number can be looked up', () => {
  // LEXam-Benchmark: the source is https://lexam-benchmark.github.io/
  it.each(['https://lexam-benchmark.github.io/', 'https://artificialanalysis.ai', ''])('is not %j', (url) => {
    expect(judgeGroup([aScore({ value: '41.27', source: { url } })])).toMatchObject([
      { code: 'P1', severity: 'notice' },
    ]);
  });

  it.each(['https://huggingface.co/org/model', 'https://matharena.ai/?comp=aime--aime_2026'])('is %s', (url) => {
    expect(judgeGroup([aScore({ value: '41.27', source: { url } })])).toEqual([]);
  });

  it('is missed when there is none at all', () => {
    const { source: _, ...bare } = aScore({ value: '72.1' });
    expect(judgeGroup([bare])).toMatchObject([{ code: 'P1' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { searchBenchmarks } from './benchmark-search.ts';

/** From the Hub's own list of benchmarks, 2026-10. */
const list = [
  { dataset: 'Idavidrein/gpqa', name: 'GPQA' },
  { dataset: 'cais/hle', name: 'HLE' },
  { dataset: 'TIGER-Lab/MMLU-Pro', name: 'MMLU-Pro' },
  { dataset: 'SWE-bench/SWE-bench_Verified', name: 'SWE-bench Verified' },
  { dataset: 'SWE-bench/SWE-bench_Multilingual', name: 'SWE-bench Multilingual' },
];
const names = (search: string) => searchBenchmarks(list, search).map(({ name }) => name);

describe('searchBenchmarks', () => {
  it('lists all by name when nothing is asked', () => {
    expect(names('')).toEqual(['GPQA', 'HLE', 'MMLU-Pro', 'SWE-bench Multilingual', 'SWE-bench Verified']);
  });

  it.each([
    ['mmlu pro', 'MMLU-Pro'],
    ['MMLU_PRO', 'MMLU-Pro'],
    ['swe-bench verified', 'SWE-bench Verified'],
    ['cais/hle', 'HLE'],
  ])('%s is %s, whatever parts the words', (search, name) => expect(names(search)[0]).toBe(name));

  it('finds spellings of cards and names the task that they mean', () => {
    expect(searchBenchmarks(list, 'gpqa_diamond')[0]).toMatchObject({ name: 'GPQA', task: 'diamond' });
    expect(searchBenchmarks(list, 'GPQA Diamond')[0]).toMatchObject({ name: 'GPQA' });
  });

  it('finds nothing where nothing fits: a name alone is no benchmark', () => {
    expect(names('my own benchmark')).toEqual([]);
  });
});

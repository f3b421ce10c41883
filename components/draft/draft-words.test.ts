import { describe, expect, it } from 'vitest';
import { benchmarks } from '../../lib/evals/benchmarks/index.ts';
import { gptOss20b } from '../../test/fixtures/reports.ts';
import { claimOf } from './draft-words.ts';

describe('what a draft claims', () => {
  it('names a benchmark as the panel does', () => {
    for (const { benchmark, dataset, task } of gptOss20b().groups) {
      const name = benchmark?.name ?? dataset;
      expect([name, `${name} ${task}`]).toContain(claimOf({ dataset, task, valueText: '' }));
    }
    for (const { dataset, name } of benchmarks) expect(claimOf({ dataset, task: '', valueText: '' })).toBe(name);
  });

  it('has the task where there are several, and the repository of a benchmark that is not known', () => {
    expect(claimOf({ dataset: 'cais/hle', task: 'hle', valueText: '10.9' })).toBe("Humanity's Last Exam 10.9");
    expect(claimOf({ dataset: 'Idavidrein/gpqa', task: 'diamond', valueText: '71.5' })).toBe('GPQA diamond 71.5');
    expect(claimOf({ dataset: 'someone/bench', task: 'all', valueText: '1' })).toBe('someone/bench all 1');
  });
});

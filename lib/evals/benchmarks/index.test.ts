import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { benchmarks, lookupBenchmark, lookupTask, resolveTask } from './index.ts';
import { benchmarkTableSchema } from './schema.ts';
import table from './table.json' with { type: 'json' };

describe('the benchmark table', () => {
  it('has the shape that its types promise', () => {
    expect(benchmarkTableSchema.safeParse(table).error).toBeUndefined();
  });

  it('names every dataset once, whatever the case, and every task id or alias once', () => {
    const ids = benchmarks.map(({ dataset }) => dataset.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
    for (const { dataset, tasks } of benchmarks) {
      const names = tasks.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
      expect(new Set(names).size, dataset).toBe(names.length);
      expect(tasks.filter(({ main }) => main).length, dataset).toBeLessThanOrEqual(1);
    }
  });

  it('has words for every caveat', () => {
    const keys = benchmarks.flatMap(({ caveats = [] }) => caveats.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(Object.keys(en), key).toContain(key);
  });
});

describe('looking up', () => {
  it('finds a dataset in any case and a task only by its exact id', () => {
    expect(lookupBenchmark('idavidrein/GPQA')?.name).toBe('GPQA');
    expect(lookupTask('Idavidrein/gpqa', 'diamond')?.items?.n).toBe(198);
    expect(lookupTask('Idavidrein/gpqa', 'Diamond')).toBeUndefined();
    expect(lookupTask('Idavidrein/gpqa', 'gpqa_diamond')).toBeUndefined();
    expect(lookupTask('SWE-bench/SWE-bench_Verified', 'swe_bench_%_resolved')?.items?.n).toBe(500);
    expect(lookupTask('MathArena/aime_2026', 'MathArena/aime_2026')?.items?.n).toBe(30);
    expect(lookupBenchmark('sapbot/ask-my-agent-bench-2')).toBeUndefined();
  });

  it('counts with the task that an alias means', () => {
    expect(resolveTask('Idavidrein/gpqa', 'gpqa_diamond')?.id).toBe('diamond');
    expect(resolveTask('harborframework/terminal-bench-2.0', 'terminal_bench')?.items?.n).toBe(89);
    expect(resolveTask('cais/hle', 'nothing of the kind')).toBeUndefined();
    expect(resolveTask('internlm/WildClawBench', 'overall')?.items?.n).toBe(60);
  });
});

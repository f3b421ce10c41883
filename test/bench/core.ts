import { parse } from 'yaml';
import { buildReport } from '../../lib/evals/build.ts';
import { parseResultsFile } from '../../lib/evals/parse.ts';
import type { FoundEntry } from '../../lib/evals/score.ts';
import { median } from './statistics.ts';

export interface CoreFigures {
  entries: number;
  files: number;
  /** Milliseconds: our parse of all files, and one merged report of them. */
  ours: number;
  /** Milliseconds: the yaml library's own `parse` of the same files, nothing else. */
  yamlAlone: number;
}

const tasks = [
  ['Idavidrein/gpqa', 'diamond'],
  ['cais/hle', 'hle'],
  ['TIGER-Lab/MMLU-Pro', 'mmlu_pro'],
  ['SWE-bench/SWE-bench_Verified', 'swe_bench_%_resolved'],
  ['MathArena/aime_2026', 'MathArena/aime_2026'],
];

/** A file of three entries in the form that most pull requests have; values run through 0.0 to 99.9. */
function resultsFile(number: number): string {
  return [0, 1, 2]
    .map((nth) => {
      const [dataset, task] = tasks[(number + nth) % tasks.length] ?? [];
      const value = (((number * 3 + nth) * 7) % 1000) / 10;
      return `- dataset:\n    id: ${dataset}\n    task_id: ${task}\n  value: ${value.toFixed(1)}\n  date: '2026-0${(number % 9) + 1}-11'\n  source:\n    url: https://huggingface.co/org/model\n    name: Model Card\n    user: someone\n  notes: ${nth === 2 ? 'With tools' : 'No tools'}\n`;
    })
    .join('');
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Parse and merge of `count` entries, three a file and each file in a pull request of its own; medians of five. */
export function benchCore(count: number): CoreFigures {
  const files = Array.from({ length: Math.ceil(count / 3) }, (_, number) => resultsFile(number));
  const ours: number[] = [];
  const yamlAlone: number[] = [];
  let entries: FoundEntry[] = [];
  for (let round = 0; round < 5; round += 1) {
    yamlAlone.push(timed(() => files.forEach((text) => void parse(text))));
    ours.push(
      timed(() => {
        entries = files.flatMap(
          (text, number) =>
            parseResultsFile(text, {
              path: `.eval_results/${number}.yaml`,
              pullRequest: number + 1,
              loader: 'pull-requests',
            }).entries,
        );
        const evidence = { entries, findings: [], gaps: [], pullRequests: [] };
        const states = {
          'eval-results': 'off',
          'main-files': 'off',
          'pull-requests': 'ok',
          'model-card': 'ok',
          'model-index': 'ok',
        } as const;
        buildReport('org/model', { 'pull-requests': evidence }, states, Date.now());
      }),
    );
  }
  return { entries: entries.length, files: files.length, ours: median(ours), yamlAlone: median(yamlAlone) };
}

import { expect, it } from 'vitest';
import { whichBenchmark } from './which-benchmark.ts';

it.each([
  [['inspect_evals/gpqa_diamond'], 'Idavidrein/gpqa', 'diamond'],
  [['gpqa_diamond_cot_zeroshot'], 'Idavidrein/gpqa', 'diamond'],
  [['gpqa_main_n_shot'], 'Idavidrein/gpqa', 'main'],
  [['gpqa:diamond'], 'Idavidrein/gpqa', 'diamond'],
  [['GPQA Diamond'], 'Idavidrein/gpqa', 'diamond'],
  [['Idavidrein/gpqa', 'something'], 'Idavidrein/gpqa', ''],
  [['Idavidrein/gpqa', undefined, 'extended'], 'Idavidrein/gpqa', 'extended'],
  [['idavidrein/GPQA', 'gpqa_extended'], 'Idavidrein/gpqa', 'extended'],
  [['leaderboard_mmlu_pro'], 'TIGER-Lab/MMLU-Pro', 'mmlu_pro'],
  [['hle'], 'cais/hle', 'hle'],
  [['Humanity’s Last Exam'], 'cais/hle', 'hle'],
  [['gsm8k_cot_llama'], 'openai/gsm8k', 'gsm8k'],
  [['inspect_evals/swe_bench_verified'], 'SWE-bench/SWE-bench_Verified', 'swe_bench_%_resolved'],
  [['aime_2026'], 'MathArena/aime_2026', 'MathArena/aime_2026'],
])('%j is %s, %s', (names, dataset, task) => expect(whichBenchmark(names)).toEqual({ dataset, task }));

it.each([
  ['mmlu_pro_law'],
  ['mmlu'],
  ['arc_easy'],
  ['main'],
  ['default'],
  ['overall'],
  ['test'],
  [''],
  ['__proto__'],
  ['SuperGPQA'],
])('%s is none that can be reported', (name) => {
  const found = whichBenchmark([name]);
  expect(found === undefined || found.task === '').toBe(true);
});

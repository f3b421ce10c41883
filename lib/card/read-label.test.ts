import { describe, expect, it } from 'vitest';
import { benchmarks } from '../evals/benchmarks/index.ts';
import { benchmarksIn, readLabel } from './read-label.ts';

const brief = (label: string): string => {
  const reading = readLabel(label, benchmarks);
  if (reading.kind === 'task') return `${reading.task.id}${reading.setup ? ` [${reading.setup}]` : ''}`;
  return reading.kind === 'unclear' ? `unclear ${reading.doubt}` : reading.kind;
};

describe('a label', () => {
  it.each([
    ['GPQA Diamond', 'diamond'],
    ['GPQA-D', 'diamond'],
    ['GPQA (Diamond)', 'diamond'],
    ['GPQA_diamond', 'diamond'],
    ['GPQA Main', 'main'],
    ['GPQA-Diamond (Pass@1)', 'diamond [pass@1]'],
    ['MMLU Pro', 'mmlu_pro'],
    ['MMLU (Pro COT)', 'mmlu_pro [cot]'],
    ['MMLU-Pro (5-shot, CoT)', 'mmlu_pro [5-shot, cot]'],
    ['GSM-8K (CoT, 8-shot, strict-match)', 'gsm8k [cot, 8-shot, strict-match]'],
    ['HLE w/o tools', 'hle [w/o tools]'],
    ['Humanity’s Last Exam (HLE)', 'hle'],
    ['Humanity’s Last Exam (Python + Search)', 'hle [python + search]'],
    ['HLE-Full (w/ tools)', 'hle [hle-full, w/ tools]'],
    ['SWE Verified (Resolved)', 'swe_bench_%_resolved'],
    ['SweBench Verified', 'swe_bench_%_resolved'],
    ['SWE-bench (Verified)', 'swe_bench_%_resolved'],
    ['Agentic Coding: SWE-bench Verified', 'swe_bench_%_resolved'],
    ['SWE-bench Verified (mini-swe-agent)', 'swe_bench_%_resolved [mini-swe-agent]'],
    ['Terminal Bench v2.0', 'terminalbench_2'],
    ['Terminal-Bench 2.0 Terminus-2', 'terminalbench_2 [terminus-2]'],
    ['Terminal-Bench 2.1', 'terminalbench_2_1'],
    ['AIME26', 'MathArena/aime_2026'],
    ['AIME 2026 (I & II)', 'MathArena/aime_2026'],
    ['HMMT Feb. 2026', 'MathArena/hmmt_feb_2026'],
    ['HMMT 2026 (Feb)', 'MathArena/hmmt_feb_2026'],
    ['GPQA (diamond subset)', 'diamond'],
    ['HLE text subset', 'hle [hle text]'],
    ['SWE-bench-verified w/ OpenHands', 'swe_bench_%_resolved [w/ openhands]'],
    ['SWE-bench Verified (w/ mini-SWE-agent, 250 steps)', 'swe_bench_%_resolved [w/ mini-swe-agent, 250 steps]'],
    ['SWE-Pro', 'SWE_Bench_Pro'],
    ['leaderboard_mmlu_pro', 'mmlu_pro'],
    ['gpqa_diamond_cot_zeroshot', 'diamond [cot 0-shot]'],
    ['MMLU-Pro: knowledge of many subjects', 'mmlu_pro'],
    ['Toolathlon-Verified', 'toolathlon_verified'],
    ['IFBench (prompt)', 'prompt_level_loose'],
    ['olmOCR-Bench', 'overall'],
  ])('%s names %s', (label, expected) => expect(brief(label).replace(' [i & ii]', '')).toBe(expected));

  it.each([
    'SuperGPQA',
    'MMLU',
    'MMLU-Redux',
    'MMLU-ProX',
    'MMLU-Pro-Math',
    'MMLU-Pro (history)',
    'Multilingual MMLU-Pro',
    'KMMLU-Pro',
    'Chinese MMLU-Pro',
    'GSM8K Symbolic',
    'GSM8K-Platinum',
    'SWE-bench Lite',
    'SWE-bench Live',
    'Multi-SWE-bench',
    'SWE-bench Verified Mini',
    'Terminal-Bench Hard',
    'Terminal-Bench 1.0',
    'HLE-Verified',
    'AIME 2024',
    'AIME25',
    "AIME'25",
    'AIME 2026 I',
    'HMMT25',
    'HMMT Feb 2025',
    'HMMT Nov. 2026',
    'HMMT 2026 (Nov)',
    'GPQA Diamond and MMLU-Pro',
  ])('%s is another benchmark', (label) => expect(['other', 'none']).toContain(brief(label)));

  it.each([
    ['GPQA', 'unclear subset'],
    ['GPQA (0-shot, CoT)', 'unclear subset'],
    ['SWE-Bench (OpenHands)', 'unclear version'],
    ['Terminal-Bench', 'unclear version'],
    ['Toolathlon', 'unclear version'],
    ['MMMU-Pro', 'unclear task'],
    ['τ²-Bench', 'unclear task'],
    ['𝜏²-Bench Telecom', 'unclear scale'],
  ])('%s does not say which', (label, expected) => expect(brief(label)).toBe(expected));

  it.each(['MGSM', 'HumanEval+', 'SWT-bench', 'MMMLU', 'Average', '# Total Params', '', 'Math', 'GSM-Plus', 'Tailor'])(
    '%s names none of them',
    (label) => expect(brief(label)).toBe('none'),
  );

  it('is not read for long', () => {
    const start = performance.now();
    for (const piece of ['GPQA (', 'MMLU-Pro ', 'swe-bench-', '((((', 'hle hle ', 'terminal '])
      for (const length of [1, 7, 20, 10_000]) readLabel(piece.repeat(length), benchmarks);
    expect(performance.now() - start).toBeLessThan(300);
  });
});

it('finds every benchmark that a text names', () => {
  expect(benchmarksIn('Scores on **olmOCR-bench** and GPQA Diamond', benchmarks).map(({ name }) => name)).toEqual([
    'GPQA',
    'olmOCR-bench',
  ]);
});

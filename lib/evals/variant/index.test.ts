import { describe, expect, it } from 'vitest';
import { readVariant, type SetupWords } from './index.ts';

const brief = (words: SetupWords) => {
  const { tags, rest } = readVariant(words);
  return [...tags.map(({ kind, value }) => `${kind}=${value}`), ...(rest ? [`rest: ${rest}`] : [])];
};
const hle = { dataset: 'cais/hle', task: 'hle' };
const gpqa = { dataset: 'Idavidrein/gpqa', task: 'diamond' };
const swe = { dataset: 'SWE-bench/SWE-bench_Verified', task: 'swe_bench_%_resolved' };
const terminal = { dataset: 'harborframework/terminal-bench-2.0', task: 'terminalbench_2' };

describe('notes of real entries', () => {
  // Notes of openai/gpt-oss-20b, ornith-ai/Ornith-1.5-9B, google/gemma-4-12B-it, nvidia/NVIDIA-Nemotron-3.5-Lightning,
  // zai-org/GLM-5.3-Flash, Qwen/Qwen3.6-35B-A3B, MiniMaxAI/MiniMax-M2 and M2.5, meta-llama/Llama-3.3-70B-Instruct.
  it.each<[string, SetupWords, string[]]>([
    ['Reasoning: high, With tools', gpqa, ['effort=high', 'tools=with']],
    ['Reasoning: low', swe, ['effort=low']],
    ['No tools.', hle, ['tools=none']],
    ['With search', hle, ['tools=search']],
    ['Text-only, no tools.', hle, ['modality=text-only', 'tools=none']],
    ['GPQA Diamond', gpqa, []],
    ['high reasoning, official', swe, ['effort=high', 'harness=official']],
    ['MiniMax reported number', swe, ['rest: MiniMax reported number']],
    ['agent: Terminus 2', terminal, ['harness=terminus-2']],
    [
      'Harbor/Terminus-2 harness; 3h timeout, 32 CPU/48 GB RAM; temp=1.0, 256K ctx; avg of 5 runs.',
      terminal,
      [
        'harness=harbor',
        'harness=terminus-2',
        'context=256k',
        'runs=avg@5',
        'rest: 3h timeout; 32 CPU/48 GB RAM; temp=1.0',
      ],
    ],
    [
      'Claude Code 2.1.126 harness, parser=json, max_new_tokens=131072, avg of 5 runs.',
      terminal,
      ['harness=claude-code', 'runs=avg@5', 'rest: parser=json; max_new_tokens=131072'],
    ],
    [
      'HLE with tools (full set) and a 300K-context management strategy, not the no-tools default; judged by GPT-5.6-luna (medium).',
      hle,
      ['modality=full', 'context=managed', 'tools=with', 'judge=gpt-5.6-luna'],
    ],
    [
      'SRC overall; no LLM judge; seed 0, n=75',
      { dataset: 'thamilvendhan/signalbench', task: 'src' },
      ['judge=none', 'items=75', 'rest: SRC overall; seed 0'],
    ],
    [
      'lighteval, one response per question, no tools; DeepSeek-R1-0528 judge; over the 518 questions',
      { dataset: 'joelniklaus/LEXam-hard', task: 'lexam_hard' },
      ['harness=lighteval', 'tools=none', 'judge=deepseek-r1-0528', 'items=518', 'rest: one response per question'],
    ],
    [
      'Reported as DeepSWE v1.1 on the model card, run via the mini-swe-agent harness with 400K context.',
      { dataset: 'datacurve/deep-swe', task: 'deep_swe' },
      ['version=1.1', 'harness=mini-swe-agent', 'context=400k'],
    ],
    ['Obtained using MTEB v1.12.75', { dataset: 'mteb/arguana', task: 'ArguAna' }, ['harness=mteb']],
  ])('%s', (notes, where, expected) => {
    expect(brief({ ...where, notes }).sort()).toEqual(expected.sort());
  });
});

describe('labels and footnotes of real cards', () => {
  it.each<[string, SetupWords, string[]]>([
    ['HLE (w/o tools)', hle, ['tools=none']],
    ['Humanity’s Last Exam (Python + Search)', hle, ['tools=python+search', 'rest: Humanity’s Last Exam']],
    ['HLE-Text-500', hle, ['subset=text-500']],
    ['GPQA-Diamond (Mean@16)', gpqa, ['runs=avg@16']],
    ['GPQA (0-shot, CoT)', gpqa, ['subset=unnamed', 'shots=0', 'shots=cot']],
    ['GPQA Extended', gpqa, ['subset=extended']],
    ['SWE-bench Lite', swe, ['version=lite']],
    ['SWE-bench Verified (mini-swe-agent)', swe, ['harness=mini-swe-agent']],
    ['agentless, without test-time scaling', swe, ['harness=agentless', 'compute=none']],
    ['in-house framework, non-thinking', swe, ['harness=in-house', 'effort=none']],
    ['Terminal-Bench Hard', terminal, ['version=hard']],
    ['Terminal-Bench 2.1', terminal, ['version=2.1']],
    ['Terminal-Bench 2.0', terminal, []],
    ['Terminal-Bench', terminal, ['version=unnamed']],
    ['AIME25', { dataset: 'MathArena/aime_2026', task: 'MathArena/aime_2026' }, ['version=2025']],
    ['8-shot em_maj1@1', { dataset: 'openai/gsm8k', task: 'gsm8k' }, ['shots=8', 'runs=avg@1', 'metric=em']],
    ['pass@8', gpqa, ['runs=pass@8']],
    ['cons@64', gpqa, ['runs=cons@64']],
    ['base model table, 5-shot', gpqa, ['model=base', 'shots=5']],
  ])('%s', (row, where, expected) => {
    expect(brief({ ...where, row }).sort()).toEqual(expected.sort());
  });
});

describe('where the words come from', () => {
  it('keeps the words and the field', () => {
    expect(readVariant({ ...hle, notes: 'Reasoning: high, With tools' }).tags).toEqual([
      { kind: 'effort', value: 'high', quote: 'Reasoning: high', from: 'notes' },
      { kind: 'tools', value: 'with', quote: 'With tools', from: 'notes' },
    ]);
  });

  it('asks the file name only for what the notes leave open', () => {
    expect(brief({ ...hle, path: '.eval_results/hle_high_with_tools.yaml' }).sort()).toEqual([
      'effort=high',
      'tools=with',
    ]);
    expect(brief({ ...hle, path: '.eval_results/hle_with_tools.yaml', notes: 'With search' })).toEqual([
      'tools=search',
    ]);
    expect(brief({ ...hle, path: '.eval_results/GLM-5.3-Flash-FP8-Thinking.yaml' })).toEqual([]);
  });

  it('takes the runner, not the free text, from the source name', () => {
    expect(brief({ ...terminal, sourceName: 'Official MathArena Evaluation' }).sort()).toEqual([
      'harness=matharena',
      'harness=official',
    ]);
    expect(brief({ ...gpqa, sourceName: 'My own thoughts on this' })).toEqual([]);
  });

  it('leaves words that contradict each other as text', () => {
    expect(brief({ ...hle, notes: '23.9 no tools, 44.9 with tools' })).toEqual([
      'rest: 23.9 no tools; 44.9 with tools',
    ]);
  });

  it('reads a judge’s own effort as the judge’s', () => {
    expect(brief({ ...hle, notes: 'judged by o3-mini (high)' })).toEqual(['judge=o3-mini']);
  });

  it('is unmoved by hostile text', () => {
    expect(brief({ ...hle, notes: '<script>alert(1)</script>' })).toEqual(['rest: <script>alert; 1; </script>']);
    const start = performance.now();
    readVariant({ ...hle, notes: 'no '.repeat(50_000) });
    readVariant({ ...hle, notes: '(((((with the with the '.repeat(5_000) });
    readVariant({ ...hle, notes: `column ${'a '.repeat(20_000)}` });
    expect(performance.now() - start).toBeLessThan(100);
  });
});

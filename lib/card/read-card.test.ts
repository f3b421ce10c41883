import { describe, expect, it } from 'vitest';
import { neighbourOf } from './neighbour.ts';
import { readCard } from './read-card.ts';

const brief = (card: string, model: string) =>
  readCard(card, { model }).scores.map(({ task, valueText }) => `${task} ${valueText}`);
const doubts = (card: string, model: string) => readCard(card, { model }).ambiguous.map(({ why }) => why.key);

// Figures of https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507, around which two automatic readers went wrong.
const qwen = `# Qwen3-4B-Instruct-2507

## Results

| | GPT-4.1-nano | Qwen3-30B-A3B Non-Thinking | Qwen3-4B Non-Thinking | Qwen3-4B-Instruct-2507 |
|---|---|---|---|---|
| **Knowledge** | | | |
| MMLU-Pro | 62.8 | 69.1 | 58.0 | **69.6** |
| GPQA | 50.3 | 54.8 | 41.7 | **62.0** |
| SuperGPQA | 32.2 | 42.2 | 32.0 | **42.8** |
`;

describe('a card', () => {
  it('gives the figures of its own column alone, with everything around them', () => {
    const { scores, ambiguous, findings } = readCard(qwen, { model: 'Qwen/Qwen3-4B-Instruct-2507' });
    expect(findings).toEqual([]);
    expect(scores).toEqual([
      {
        dataset: 'TIGER-Lab/MMLU-Pro',
        task: 'mmlu_pro',
        benchmark: 'MMLU-Pro',
        value: 69.6,
        valueText: '69.6',
        unit: 'percent',
        notes: '',
        variant: { tags: [], rest: '' },
        where: {
          section: ['Qwen3-4B-Instruct-2507', 'Results'],
          table: 1,
          row: 'MMLU-Pro',
          column: 'Qwen3-4B-Instruct-2507',
          header: ['GPT-4.1-nano', 'Qwen3-30B-A3B Non-Thinking', 'Qwen3-4B Non-Thinking', 'Qwen3-4B-Instruct-2507'],
          footnotes: [],
          rowIndex: 2,
          columnIndex: 4,
        },
        beside: [
          { name: 'GPT-4.1-nano', value: 62.8, valueText: '62.8' },
          { name: 'Qwen3-30B-A3B Non-Thinking', value: 69.1, valueText: '69.1' },
          { name: 'Qwen3-4B Non-Thinking', value: 58, valueText: '58.0' },
        ],
        origin: 'model-card',
        line: 8,
        quote: 'MMLU-Pro | 62.8 | 69.1 | 58.0 | 69.6',
      },
    ]);
    expect(ambiguous).toEqual([
      {
        quote: 'GPQA | 50.3 | 54.8 | 41.7 | 62.0',
        why: { key: 'cardSubsetUnnamed', args: ['GPQA'] },
        line: 9,
        origin: 'model-card',
        stated: {
          dataset: 'Idavidrein/gpqa',
          row: 'GPQA',
          column: 'Qwen3-4B-Instruct-2507',
          value: 62,
          valueText: '62.0',
          beside: [
            { name: 'GPT-4.1-nano', value: 50.3, valueText: '50.3' },
            { name: 'Qwen3-30B-A3B Non-Thinking', value: 54.8, valueText: '54.8' },
            { name: 'Qwen3-4B Non-Thinking', value: 41.7, valueText: '41.7' },
          ],
        },
      },
    ]);
  });

  it('betrays a figure of the neighbouring column', () => {
    const { scores } = readCard(qwen, { model: 'Qwen/Qwen3-4B-Instruct-2507' });
    const claim = (value: number) =>
      neighbourOf(scores, { dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', value })?.other.name;
    expect([claim(69.1), claim(69.6), claim(70)]).toEqual(['Qwen3-30B-A3B Non-Thinking', undefined, undefined]);
  });

  it('of another size, kind or precision has other figures', () => {
    expect(brief(qwen, 'Qwen/Qwen3-8B')).toEqual([]);
    expect(brief(qwen, 'Qwen/Qwen3-4B-Thinking-2507')).toEqual([]);
    expect(brief(qwen, 'Qwen/Qwen3-4B-Instruct-2507-FP8')).toEqual(['mmlu_pro 69.6']);
  });
});

describe('which lines are this model’s', () => {
  it.each<[string, string, string, string[]]>([
    // Figures of https://huggingface.co/deepseek-ai/DeepSeek-V3.1: both modes are one repository.
    [
      'both modes of one repository',
      'deepseek-ai/DeepSeek-V3.1',
      '| Benchmark | DeepSeek V3.1-NonThinking | DeepSeek V3 0324 | DeepSeek V3.1-Thinking |\n|---|---|---|---|\n| MMLU-Pro (EM) | 83.7 | 81.2 | 84.8 |',
      ['mmlu_pro 83.7', 'mmlu_pro 84.8'],
    ],
    // Figures of https://github.com/deepseek-ai/DeepSeek-V3.
    [
      'the chat table, not the base table with the same name',
      'deepseek-ai/DeepSeek-V3',
      '### Base Model\n\n| Benchmark | DeepSeek-V3 |\n|---|---|\n| MMLU-Pro (Acc.) | 64.4 |\n\n### Chat Model\n\n| Benchmark | DeepSeek V3 |\n|---|---|\n| MMLU-Pro (EM) | 75.9 |',
      ['mmlu_pro 75.9'],
    ],
    [
      'the base table of a base model',
      'Qwen/Qwen2.5-7B',
      '### Base\n\n| Benchmark | Qwen2.5-7B |\n|---|---|\n| GSM8K | 85.4 |\n\n### Instruct\n\n| Benchmark | Qwen2.5-7B-Instruct |\n|---|---|\n| GSM8K | 91.6 |',
      ['gsm8k 85.4'],
    ],
    [
      'models as rows',
      'open-thoughts/OpenThinker-32B',
      '| Model | AIME24 | GPQA-Diamond |\n|---|---|---|\n| DeepSeek-R1-Distill-Qwen-32B | 76.7 | 57.6 |\n| **OpenThinker-32B** | 66.0 | 61.6 |',
      ['diamond 61.6'],
    ],
    [
      'a row for each model and benchmark',
      'acme/Foo-7B',
      '| Model | Benchmark | Score |\n|---|---|---|\n| Foo-7B | GSM8K | 81.2 |\n| Bar-7B | GSM8K | 79.9 |\n| Foo-7B | MMLU-Pro | 51.3 |',
      ['gsm8k 81.2', 'mmlu_pro 51.3'],
    ],
    [
      'a table of this model alone',
      'acme/Foo-7B',
      '# Foo-7B\n\n| Benchmark | Score |\n|---|---|\n| GSM8K | 81.2% |',
      ['gsm8k 81.2'],
    ],
    [
      'not the parent, even by itself',
      'acme/Foo-7B-Distill',
      '| Benchmark | Foo-70B |\n|---|---|\n| GSM8K | 81.2 |',
      [],
    ],
    ['“Ours”', 'acme/Foo-7B', '| Benchmark | GPT-5 | Ours |\n|---|---|---|\n| GSM8K | 99 | 81.2 |', ['gsm8k 81.2']],
    [
      'columns of precisions',
      'acme/Foo-7B-BF16',
      '| Benchmark | BF16 | FP8 |\n|---|---|---|\n| GSM8K | 81.2 | 80.9 |',
      ['gsm8k 81.2'],
    ],
    [
      'columns of sizes',
      'google/gemma-3n-E4B-it',
      '| Benchmark | 2B Value | 4B Value |\n|---|---|---|\n| GPQA (Diamond) | 24.8 | 23.7 |',
      ['diamond 23.7'],
    ],
    [
      'a product name from the title',
      'mistralai/Devstral-Small-2507',
      '# Devstral Small 1.1\n\n| Metric | Devstral Small 1.1 |\n|---|---|\n| SWE-Bench Verified (OpenHands scaffold) | 53.6% |',
      ['swe_bench_%_resolved 53.6'],
    ],
    [
      'a release from the news',
      'allenai/olmOCR-2-7B-1025-FP8',
      '- October 21 - v0.4.0 - [New release](https://huggingface.co/allenai/olmOCR-2-7B-1025-FP8)\n\n**olmOCR-Bench**\n\n| | ArXiv | Tables | Base | Overall |\n|---|---|---|---|---|\n| olmOCR v0.4.0 | 83.0 | 84.9 | 99.7 | 82.4±1.1 |\n| Marker 1.10.1 | 83.8 | 72.9 | 99.3 | 76.1±1.1 |',
      ['arxiv_math 83.0', 'table_tests 84.9', 'baseline 99.7', 'overall 82.4'],
    ],
    [
      'modes below one name',
      'acme/Foo-4',
      '<table><tr><th rowspan=2>Benchmark</th><th colspan=2>Foo-4</th><th>Bar</th></tr><tr><th>Thinking</th><th>Non-thinking</th><th>Thinking</th></tr><tr><td>MMLU-Pro</td><td>84.0</td><td>81.0</td><td>80.0</td></tr></table>',
      ['mmlu_pro 84.0', 'mmlu_pro 81.0'],
    ],
    [
      'a new header in the middle',
      'acme/Foo-4',
      '| Benchmark | Bar | Baz |\n|---|---|---|\n| MMLU-Pro | 1 | 2 |\n| Benchmark | Foo-4 | Bar |\n| GSM8K | 81.2 | 3 |',
      ['gsm8k 81.2'],
    ],
  ])('%s', (_, model, card, expected) => expect(brief(card, model)).toEqual(expected));

  it.each<[string, string, string]>([
    [
      'a short name that siblings share',
      'Qwen/Qwen3-4B-Instruct-2507',
      '| Benchmark | Qwen3-4B |\n|---|---|\n| MMLU-Pro | 58.0 |',
    ],
    ['the same name twice', 'acme/Foo-4', '| Benchmark | Foo-4 | Foo-4 |\n|---|---|---|\n| MMLU-Pro | 58.0 | 60 |'],
    [
      'a page about another variant',
      'mistralai/Mistral-7B-v0.1',
      '# Mistral 7B Instruct v0.2\n\n| Benchmark | Mistral 7B |\n|---|---|\n| GSM8K | 52.1% |',
    ],
    [
      'another model’s name beside the figure',
      'MiniMaxAI/MiniMax-M2.7',
      '| Benchmark | MiniMax M2.7 |\n|---|---|\n| SWE-Bench Verified | 80.2% (M2.5) |',
    ],
  ])('is said to be unclear: %s', (_, model, card) => {
    expect(brief(card, model)).toEqual([]);
    expect(new Set(doubts(card, model))).toEqual(new Set(['cardModelUnclear']));
  });
});

describe('which value of a row', () => {
  const own = (rows: string, columns = '| Benchmark | Foo-4 |\n|---|---|') => `${columns}\n${rows}`;

  it.each<[string, string, string[]]>([
    ['stacked labels and values', own('| AIME 2025<br>GPQA-Diamond | 76.8<br>71.2 |'), ['diamond 71.2']],
    [
      'labels and values with slashes',
      own('| MMLU-Pro / GPQA Diamond | 84.0 / 71.5 |'),
      ['mmlu_pro 84.0', 'diamond 71.5'],
    ],
    // Figures of https://github.com/facebookresearch/cwm.
    [
      'names and values with slashes',
      '| Model | SweBench Verified |\n|---|---|\n| gpt-oss-20B (low / high) | 37.4 / 60.7 |\n| **Foo-4 / Foo-4 + tts** | 53.9 / 65.8 |',
      ['swe_bench_%_resolved 53.9'],
    ],
    [
      'setups in a column of their own',
      own('| HLE | no tools | 23.9 |\n| | w/ tools | 44.9 |', '| Benchmark | Setting | Foo-4 |\n|---|---|---|'),
      ['hle 23.9', 'hle 44.9'],
    ],
    ['nothing for a dash', own('| HLE | - |\n| GSM8K | – |\n| MMLU-Pro | x |'), []],
    [
      'nothing struck through',
      own('| HLE | ~~20.1~~ |\n| GSM8K | <del>3</del> |').replace('~~20.1~~', '<s>20.1</s>'),
      [],
    ],
    [
      'a value across both columns of one name',
      '<table><tr><th>Benchmark</th><th colspan=2>Foo-4</th><th>Bar</th></tr><tr><td>MMLU-Pro</td><td colspan=2>83.5 ✅</td><td>73</td></tr></table>',
      ['mmlu_pro 83.5'],
    ],
    [
      'parallel compute is left for a doubt',
      own('| HLE | heavy | 51.0 |', '| Benchmark | Setting | Foo-4 |\n|---|---|---|'),
      [],
    ],
    ['not a rating', '### Elo scores\n\n| Model | olmOCR-Bench |\n|---|---|\n| Foo-4 | 1104.4 |', []],
    [
      'not a quantised row',
      own('| GSM8K | BF16<br>FP8 | 60.1<br>60.0 |', '| Benchmark | Quantization | Foo-4 |\n|---|---|---|'),
      ['gsm8k 60.1'],
    ],
  ])('%s', (_, card, expected) => expect(brief(card, 'acme/Foo-4')).toEqual(expected));

  it('says in which unit it is', () => {
    const units = (card: string) => readCard(card, { model: 'acme/Foo-4' }).scores.map(({ unit }) => unit);
    expect(units(own('| GSM8K | 0.715 |\n| MMLU-Pro | 0.5 |'))).toEqual(['fraction', 'fraction']);
    expect(units(own('| HLE | 0.9 |\n| MMLU-Pro | 50.5 |'))).toEqual(['percent', 'percent']);
    expect(units(own('| HLE | 0.9% |'))).toEqual(['percent']);
  });

  it.each([
    ['| GSM8K | 80–85 |', 'cardNumberUnclear'],
    ['| GSM8K | 80 / 85 |', 'cardSeveralNumbers'],
    ['| GSM8K | 1319 |', 'cardOutOfScale'],
    ['| GSM8K (maj@8) | 90.1 |', 'cardBoosted'],
    ['| Terminal-Bench | 40.1 |', 'cardVersionUnnamed'],
    ['| MMMU-Pro | 40.1 |', 'cardTaskUnnamed'],
    ['| τ²-Bench Telecom | 40.1 |', 'cardScaleUnknown'],
  ])('%s is said to be unclear', (row, key) => {
    expect([brief(own(row), 'acme/Foo-4'), doubts(own(row), 'acme/Foo-4')]).toEqual([[], [key]]);
  });
});

describe('the setup of a score', () => {
  const tags = (card: string) =>
    readCard(card, { model: 'acme/Foo-4' }).scores.map(({ variant }) =>
      variant.tags.map(({ kind, value, from }) => `${kind}=${value}${from === 'footnote' ? '*' : ''}`).sort(),
    );

  it('comes from row, column, marks and notes', () => {
    const card = `| Benchmark | # Shots | Foo-4 (Thinking) | Bar |
|---|---|---|---|
| MMLU-Pro (CoT) | 5 | 84.0 | 1 |
| HLE (no tools) | | 20.1† | 2 |
| HLE (w/ tools) | | 40.1 | 3 |
| Terminal-Bench 2.0 | | 50.8 | 3 |

† text-only subset

- Terminal-Bench 2.0: run with Terminus-2 in non-thinking mode.
- HLE (w/ tools): within a 128k-token context.
`;
    expect(tags(card)).toEqual([
      ['effort=thinking', 'shots=5', 'shots=cot'],
      ['effort=thinking', 'modality=text-only*', 'tools=none'],
      ['context=128k*', 'effort=thinking', 'tools=with'],
      ['effort=none*', 'harness=terminus-2*'],
    ]);
  });

  // Figures of https://github.com/LG-AI-EXAONE/EXAONE-4.0.
  it('comes from the heading, where that names a mode', () => {
    const table = (value: string) =>
      `| | EXAONE 4.0 32B | Qwen3 32B |\n|---|---|---|\n| MMLU-Pro | ${value} | 1 |\n| τ<sup>2</sup>-Bench | 60 | 2 |\n\n`;
    const { scores, ambiguous } = readCard(
      `### 32B Reasoning Mode\n\n${table('81.8')}### 32B Non-Reasoning Mode\n\n${table('77.6')}`,
      {
        model: 'LGAI-EXAONE/EXAONE-4.0-32B',
      },
    );
    expect(
      scores.map(({ valueText, variant }) => [valueText, variant.tags.map(({ kind, value }) => `${kind}=${value}`)]),
    ).toEqual([
      ['81.8', ['effort=thinking']],
      ['77.6', ['effort=none']],
    ]);
    expect(ambiguous.map(({ why }) => why.key)).toEqual(['cardTaskUnnamed', 'cardTaskUnnamed']);
  });
});

describe('tables in the shapes found in practice', () => {
  const model = 'acme/Nova-8B-Instruct';
  const read = (text: string) =>
    readCard(text, { model }).scores.map(({ dataset, task, valueText, variant }) =>
      [dataset.split('/')[1], task, valueText, ...variant.tags.map(({ kind, value }) => `${kind}:${value}`)].join(' '),
    );

  it('a name that leaves out instruct, beside the whole name in one cell, is the base model’s', () => {
    const table =
      '| Benchmark | Nova-8B / Nova-8B-Instruct | Qwen3-8B |\n|---|---|---|\n| GSM8K | 80.2 / 90.1 | 89.8 |';
    expect(read(table)).toEqual(['gsm8k gsm8k 90.1']);
  });

  it('notes of one paragraph, a line each, hang each on its own mark', () => {
    const rows = ['| HLE<sup>1</sup> | 12.4 | 5.3 |', '| GPQA Diamond<sup>2</sup> | 44.9 | 50.1 |'];
    const table = ['| Benchmark | Nova-8B-Instruct | GPT-4o |', '|---|---|---|', ...rows].join('\n');
    const notes = '<sup>1</sup> With tools.\n<sup>2</sup> avg@8, temperature 0.6.';
    const expected = ['hle hle 12.4 tools:with', 'gpqa diamond 44.9 runs:avg@8'];
    expect(read(`${table}\n\n${notes}`)).toEqual(expected);
    const html = `<table><tr><th>Benchmark</th><th>Nova-8B-Instruct</th></tr><tr><td>HLE†</td><td>12.4</td></tr>
<tr><td>GPQA Diamond‡</td><td>44.9</td></tr></table>\n<p>† With tools.\n‡ avg@8</p>`;
    expect(read(html)).toEqual(expected);
  });

  it('names over two rows of headers, categories down several rows, figures with medals', () => {
    const html = `<table><tr><th rowspan=2>Model</th><th colspan=2>GPQA</th><th colspan=2>SWE-bench</th></tr>
<tr><th>Diamond</th><th>Main</th><th>Verified</th><th>Lite</th></tr>
<tr><td>Nova-8B-Instruct</td><td>44.9</td><td>42</td><td>🥇 25.6 %</td><td>20</td></tr></table>`;
    expect(read(html)).toEqual([
      'gpqa diamond 44.9',
      'gpqa main 42',
      expect.stringMatching(/^SWE-bench_Verified .* 25\.6$/),
    ]);
  });

  it('a table without names below a heading that names a sibling is the sibling’s', () => {
    const table = (heading: string, value: string) =>
      `## ${heading}\n\n| Benchmark | Score |\n|---|---|\n| GSM8K | ${value} |\n`;
    expect(read(table('Results of Nova-70B', '95.1') + table('Results of Nova-8B-Instruct', '90.1'))).toEqual([
      'gsm8k gsm8k 90.1',
    ]);
    expect(read(table('Evaluation of Nova-2-8B-Instruct', '80.0'))).toEqual([]);
    expect(read(table('Comparison with larger models', '90.1'))).toEqual(['gsm8k gsm8k 90.1']);
  });

  it('a size below a name is a remark on it', () => {
    expect(
      read('| Benchmark | [Nova-8B-Instruct](x)<br>8B dense | Qwen3<br>8B |\n|---|---|---|\n| GSM8K | 90.1 | 89.8 |'),
    ).toEqual(['gsm8k gsm8k 90.1']);
  });
});

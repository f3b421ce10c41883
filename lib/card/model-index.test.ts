import { describe, expect, it } from 'vitest';
import { readCard } from './read-card.ts';

const card = (results: string, name = 'snowflake-arctic-embed-l') =>
  `---\nlicense: mit\nmodel-index:\n- name: ${name}\n  results:\n${results}\ntags:\n- x\n---\n\n# Words\n`;
const read = (text: string, model = 'Snowflake/snowflake-arctic-embed-l') => readCard(text, { model });

// Figures of https://huggingface.co/Snowflake/snowflake-arctic-embed-l.
const arguana = `  - task:
      type: Retrieval
    dataset:
      type: mteb/arguana
      name: MTEB ArguAna
      config: default
    metrics:
    - type: map_at_10
      value: 50.236000000000004
    - type: ndcg_at_10
      value: 59.086000000000006`;
const other = `  - task: {type: Classification}
    dataset: {type: mteb/amazon_counterfactual, name: MTEB AmazonCounterfactual (en)}
    metrics: [{type: accuracy, value: 74.8}]`;

describe('model-index', () => {
  it('gives the main metric of the benchmarks that are known, digits and line kept', () => {
    const { scores, findings } = read(card(`${other}\n${arguana}`));
    expect(findings).toEqual([]);
    expect(scores).toMatchObject([
      {
        dataset: 'mteb/arguana',
        task: 'ArguAna',
        valueText: '59.086000000000006',
        unit: 'percent',
        origin: 'model-index',
        line: 9,
      },
    ]);
  });

  it('keeps the good results beside bad ones, and says what is bad', () => {
    const bad = '  - dataset: {type: mteb/arguana, name: MTEB ArguAna}\n    metrics: no';
    const worse = '  - dataset: {type: mteb/arguana, name: [}\n    metrics: []';
    const { scores, findings } = read(card(`${bad}\n${worse}\n${arguana}`));
    expect(scores).toHaveLength(1);
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['model-index/schema', 6],
      ['yaml/syntax', 8],
    ]);
  });

  it('reads shots, fractions and texts as they are', () => {
    const gsm =
      '  - dataset: {type: gsm8k, name: GSM8k (5-shot), args: {num_few_shot: 5}}\n    metrics: [{type: acc, value: 0.6020, name: accuracy}]';
    const pro =
      '  - dataset: {type: TIGER-Lab/MMLU-Pro, name: MMLU-PRO (5-shot), config: main}\n    metrics: [{type: acc, value: "25.3%"}]';
    expect(read(card(`${gsm}\n${pro}`, 'Foo'), 'acme/Foo').scores).toMatchObject([
      { dataset: 'openai/gsm8k', valueText: '0.6020', unit: 'fraction', notes: '5-shot' },
      { dataset: 'TIGER-Lab/MMLU-Pro', valueText: '25.3', unit: 'percent' },
    ]);
  });

  it('says where it may be another model, subset or metric', () => {
    const gpqa =
      '  - dataset: {type: Idavidrein/gpqa, name: GPQA (0-shot)}\n    metrics: [{type: acc_norm, value: 5.8}]';
    const norm = '  - dataset: {type: TIGER-Lab/MMLU-Pro, name: MMLU-PRO}\n    metrics: [{type: acc_norm, value: 5.8}]';
    expect(read(card(`${gpqa}\n${norm}`, 'Foo-7B'), 'acme/Foo-7B').ambiguous.map(({ why }) => why.key)).toEqual([
      'cardSubsetUnnamed',
      'cardMetricUnclear',
    ]);
    const another = read(card(norm.replace('acc_norm', 'acc'), 'Foo-70B'), 'acme/Foo-7B');
    expect([another.scores, another.ambiguous.map(({ why }) => why.key)]).toEqual([[], ['cardIndexModel']]);
  });

  it.each([
    ['---\nmodel-index: 5\n---\n', []],
    ['---\nmodel-index:\n  name: x\n---\n', ['model-index/shape']],
    ['---\nmodel-index:\n- name: x\n---\n', []],
    ['---\nlicense: mit\n', ['card/front-matter']],
    ['---\n---\n', []],
    ['\uFEFF---\r\nlicense: mit\r\n---\r\n# x\r\n', []],
    ['', []],
  ])('%j is no card of scores, and no failure', (text, rules) => {
    const { scores, findings } = read(text);
    expect([scores, findings.map(({ rule }) => rule)]).toEqual([[], rules]);
  });
});

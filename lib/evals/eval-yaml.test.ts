import { describe, expect, it } from 'vitest';
import { isEvalYaml, parseEvalYaml } from './eval-yaml.ts';

const file = { path: 'eval.yaml', loader: 'main-files' } as const;
const rules = (text: string) => parseEvalYaml(text, file).findings.map(({ rule, line }) => `${rule} ${line}`);

// The fields that Idavidrein/gpqa's eval.yaml holds, for one task.
const gpqa = `name: GPQA
description: >
  Hard questions.
evaluation_framework: inspect-ai
tasks:
  - id: diamond
    config: gpqa_diamond
    split: train
    epochs: 4
    epoch_reducer: pass_at_1
    shuffle_choices: true
    field_spec: {input: Question, target: "literal:D", choices: ["Incorrect Answer 1"]}
    solvers:
      - name: multiple_choice
    scorers:
      - name: choice
`;

describe('an eval.yaml', () => {
  it('in order gives its tasks', () => {
    const { tasks, findings } = parseEvalYaml(gpqa, file);
    expect(findings).toEqual([]);
    expect(tasks).toMatchObject([{ id: 'diamond', config: 'gpqa_diamond', split: 'train', epochs: 4 }]);
  });

  it('may hold nothing but tasks, and keys that nobody knows', () => {
    expect(rules('tasks:\n  - id: mmlu_pro\nlanguages: [en]\n')).toEqual([]);
    expect(rules('name: AIME\nevaluation_framework: math-arena\ntasks:\n  - id: MathArena/aime_2026\n')).toEqual([]);
  });

  it('has what its merge keys bring along', () => {
    const text = 'tasks:\n  - &first {id: one, config: main, split: test}\n  - {<<: *first, id: two, split: train}\n';
    expect(parseEvalYaml(text, file).tasks).toEqual([
      { id: 'one', config: 'main', split: 'test' },
      { id: 'two', config: 'main', split: 'train' },
    ]);
  });

  it('of thousands of tasks is read at once, and not every one of its faults is told', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `  - id: t${index}\n`).join('');
    const { findings, plain } = parseEvalYaml(`evaluation_framework: inspect-ai\ntasks:\n${many}`, file);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message).toEqual({ key: 'findingMore', args: [29_900] });
    expect((plain as { tasks: unknown[] }).tasks).toHaveLength(10_000);
  });

  it.each([
    ['a second document', 'tasks:\n  - id: a\n---\nname: x\n', 'yaml/multiple-documents 3'],
    ['an id that is a story', `tasks:\n  - id: ${'x'.repeat(301)}\n`, 'eval-yaml/type 2'],
    ['no tasks', 'name: x\n', 'eval-yaml/required 1'],
    ['an empty list of tasks', 'name: x\ntasks: []\n', 'eval-yaml/type 2'],
    ['tasks that are a text', 'tasks: diamond\n', 'eval-yaml/type 1'],
    ['a task without id', 'tasks:\n  - config: x\n', 'eval-yaml/required 2'],
    ['an id that is a number', 'tasks:\n  - config: x\n    id: 5\n', 'eval-yaml/type 3'],
    ['a task twice', 'tasks:\n  - id: a\n  - id: a\n', 'eval-yaml/task-twice 3'],
    [
      'a framework that nobody knows',
      'evaluation_framework: lm-eval\ntasks:\n  - id: a\n',
      'eval-yaml/framework-unknown 1',
    ],
    ['a scorer without a name', gpqa.replace('- name: choice', '- model: x'), 'eval-yaml/required 16'],
    ['inspect-ai without scorers', gpqa.replace('scorers', 'scores'), 'eval-yaml/inspect-ai 6'],
    ['a key twice', 'name: a\nname: b\ntasks:\n  - id: a\n', 'yaml/duplicate-key 2'],
    ['YAML that breaks', 'tasks:\n  - id: "a\n', 'yaml/syntax 2'],
    ['a list', '- id: a\n', 'eval-yaml/type 1'],
    ['nothing', '', 'eval-yaml/type 1'],
  ])('with %s is a finding with its line', (_, text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });

  it('does not blow up with aliases', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [${'*a, '.repeat(9)}]`).join('\n')}\ntasks:\n  - id: x\n`;
    expect(rules(bomb)).toHaveLength(1);
  });
});

describe('telling an eval.yaml from a results file', () => {
  it.each([
    [gpqa, 'somewhere/else.yaml', true],
    ['name: x\n', 'eval.yaml', true],
    ['name: x\n', 'Idavidrein__gpqa.eval.yaml', true],
    ['- dataset: {id: a/b}\n', 'eval.yaml', false],
    ['# results\n---\n- dataset: {id: a/b}\n', 'eval.yaml', false],
    ['[]', 'eval.yaml', false],
    ['dataset: {id: a/b}\nvalue: 1\n', '.eval_results/gpqa.yaml', false],
  ])('%j in %s: %s', (text, path, expected) => {
    expect(isEvalYaml(text, path)).toBe(expected);
  });
});

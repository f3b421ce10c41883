import { describe, expect, it } from 'vitest';
import { parseEvalYaml } from '../../eval-yaml.ts';
import { draftSpec, knownFrameworks, taskIds } from './draft-spec.ts';

const read = (text: string) => parseEvalYaml(text, { path: 'eval.yaml', loader: 'main-files' });

describe('a drafted eval.yaml', () => {
  it.each([...knownFrameworks.names, ''])('for %s is in order', (framework) => {
    const { findings, tasks } = read(draftSpec({ name: 'Small bench', framework, tasks: ['all', 'hard'] }));
    expect(findings).toEqual([]);
    expect(tasks.map(({ id, config, split }) => [id, config, split])).toEqual([
      ['all', 'default', 'test'],
      ['hard', 'default', 'test'],
    ]);
  });

  it.each([
    'no',
    '12',
    'a: b',
    "it's",
    '#x',
    'swe_bench_%_resolved',
    'MathArena/aime_2026',
    '"',
    'x\ny',
    '- a',
    '~',
    '{',
  ])('keeps the id %j as it is', (id) => {
    const { findings, plain } = read(draftSpec({ name: id, framework: 'mteb', tasks: [id] }));
    expect(findings).toEqual([]);
    expect(plain).toMatchObject({ name: id, tasks: [{ id }] });
  });

  it('takes task ids as they are typed', () => {
    expect(taskIds(' all, hard\nall ,,')).toEqual(['all', 'hard']);
    expect(read(draftSpec({ name: 'x', framework: '', tasks: [] })).findings).not.toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEvalYaml } from '../../lib/evals/eval-yaml.ts';
import { corpusFolder } from '../hub/corpus-dir.ts';

/** What goes wrong, in lines of the file: the lines with the defect, and where it stands (1-based); undefined where it cannot. */
type Seed = (lines: readonly string[]) => { lines: string[]; at: number } | undefined;

const find = (lines: readonly string[], words: RegExp) => {
  const index = lines.findIndex((line) => words.test(line));
  return index < 0 ? undefined : index;
};

/** Puts another line in the place of the first one that fits. */
const instead =
  (words: RegExp, make: (line: string) => string): Seed =>
  (lines) => {
    const index = find(lines, words);
    return index === undefined ? undefined : { lines: lines.with(index, make(lines[index] ?? '')), at: index + 1 };
  };

const firstId = /^\s*- id:/;

const defects: [name: string, rule: string, Seed][] = [
  ['a task without id', 'eval-yaml/required', instead(firstId, (line) => line.replace('id:', 'idd:'))],
  ['an id that is a number', 'eval-yaml/type', instead(firstId, (line) => line.replace(/id:.*/, 'id: 12'))],
  ['an empty id', 'eval-yaml/type', instead(firstId, (line) => line.replace(/id:.*/, 'id: ""'))],
  ['a split that is a list', 'eval-yaml/type', instead(/^\s+split:/, (line) => line.replace(/:.*/, ': [test]'))],
  ['no epochs', 'eval-yaml/type', instead(/^\s+epochs:/, (line) => line.replace(/:.*/, ': 0'))],
  [
    'a framework that nobody knows',
    'eval-yaml/framework-unknown',
    instead(/^evaluation_framework:/, () => 'evaluation_framework: no-such-framework'),
  ],
  [
    'a list of tasks that is a text',
    'eval-yaml/type',
    (lines) => {
      const index = find(lines, /^tasks:/);
      return index === undefined ? undefined : { lines: [...lines.slice(0, index), 'tasks: all'], at: index + 1 };
    },
  ],
  ['a tab where spaces belong', 'yaml/syntax', instead(/^\s+- id:/, (line) => line.replace(/^\s+/, '\t'))],
  [
    'a task twice',
    'eval-yaml/task-twice',
    (lines) => {
      const index = find(lines, firstId);
      const id = index === undefined ? undefined : lines[index];
      if (id === undefined || index === undefined) return undefined;
      // The new task goes in front of the first, which then is the second of its name.
      return { lines: lines.toSpliced(index, 0, id), at: index + 2 };
    },
  ],
  [
    'a name twice',
    'yaml/duplicate-key',
    (lines) => {
      const index = find(lines, /^name:/);
      return index === undefined ? undefined : { lines: lines.toSpliced(index, 0, 'name: Another'), at: index + 2 };
    },
  ],
];

const folders = [corpusFolder('hub-samples', 'eval-yaml'), corpusFolder('corpus', 'eval_yaml')];
const files = folders.flatMap((folder) =>
  folder && existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('eval.yaml'))
        .map((name) => join(folder, name))
    : [],
);

describe.skipIf(files.length === 0).each(files)('seeded into %s', (path) => {
  const lines = readFileSync(path, 'utf8').split('\n');

  const possible = defects.filter(([, , seed]) => seed(lines));

  it('most defects have a place', () => expect(possible.length).toBeGreaterThan(6));

  it.each(possible)('%s is named with its line', (_, rule, seed) => {
    const seeded = seed(lines);
    // Other findings may follow from it; the seeded one must be among them.
    const { findings } = parseEvalYaml(seeded?.lines.join('\n') ?? '', { path: 'eval.yaml', loader: 'main-files' });
    expect(findings.map((finding) => `${finding.rule} ${finding.line}`)).toContain(`${rule} ${seeded?.at}`);
  });
});

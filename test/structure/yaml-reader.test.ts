import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import * as whole from '../../lib/evals/eval-yaml.ts';
import { parseResultsFile } from '../../lib/evals/parse.ts';
import { withoutYamlWriter } from '../../wxt.config.ts';

const file = { path: '.eval_results/x.yaml', loader: 'main-files' } as const;
const lib = (name: string) => fileURLToPath(new URL(`../../lib/evals/${name}.ts`, import.meta.url));

/** A module as the background has it: bundled, and without most of the library. */
async function bundled<T>(name: string): Promise<T> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [withoutYamlWriter(new RegExp(`${name}\\.ts`))],
    resolve: { conditions: ['browser'] },
    build: { write: false, minify: false, lib: { entry: lib(name), formats: ['es'], fileName: name } },
  });
  const [output] = [built].flat();
  const code = output && 'output' in output ? output.output[0].code : '';
  expect(code).toContain('is not in the background');
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

// What the YAML of strangers may hold, in a results file and in a benchmark's: aliases, merge keys, tags, keys that are
// lists, several documents, and what breaks.
const results = [
  '- &gpqa\n  dataset: {id: Idavidrein/gpqa, task_id: diamond}\n  value: 71.50\n- <<: *gpqa\n  value: 0x1F\n',
  '- dataset: &d {id: a/b, task_id: c}\n  value: 1e2\n- dataset: *d\n  value: .nan\n- dataset: *none\n  value: 0o17\n',
  '- ? [a, b]\n  : c\n  dataset: !!map {id: a/b, task_id: c}\n  value: !!float "1"\n  date: !!timestamp 2025-01-01\n',
  '- !!set {a, b}\n- !!omap [a: 1]\n- !!binary aGk=\n- dataset: {id: a/b, task_id: yes}\n  value: true\n',
  '- dataset: {id: a/b, task_id: c}\n  value: |\n    5\n  notes: >-\n    folded\n    text\n---\n- value: "\\u00e9"\n',
  '%YAML 1.1\n%TAG ! tag:x,2000:\n---\n- dataset: {id: a/b\n  value: [1\n',
  '- &a [*a]\n- value: "open\n',
];
const boards = [
  'name: x\ntasks:\n  - &t {id: a, scorers: [&s {name: n}]}\n  - {<<: *t, id: b, solvers: [*s]}\n  - *t\n',
  'tasks:\n  - id: a\n    ? {b: c}\n    : d\n    epochs: 0x4\n',
  'tasks: &tasks\n  - *tasks\n  - id: *nothing\n',
  '? tasks\n: [{id: 5, epochs: ~}]\n__proto__: {polluted: true}\n',
];

describe('YAML as the background reads it', () => {
  let parse: typeof parseResultsFile;
  let parseBoard: typeof whole.parseEvalYaml;
  beforeAll(async () => {
    ({ parseResultsFile: parse } = await bundled<{ parseResultsFile: typeof parseResultsFile }>('parse'));
    ({ parseEvalYaml: parseBoard } = await bundled<typeof whole>('eval-yaml'));
  }, 60_000);

  it.each(results)('a results file is read the same without the rest of the library: %j', (text) => {
    expect(parse(text, file)).toEqual(parseResultsFile(text, file));
  });

  it.each(boards)('an eval.yaml is, too: %j', (text) => {
    expect(parseBoard(text, file)).toEqual(whole.parseEvalYaml(text, file));
  });

  it.each([...results, ...boards])('cut off anywhere they are, too: %j', (text) => {
    for (let end = 0; end < text.length; end++) {
      const part = text.slice(0, end);
      expect(parse(part, file), part).toEqual(parseResultsFile(part, file));
      expect(parseBoard(part, file), part).toEqual(whole.parseEvalYaml(part, file));
    }
  });

  it('follows what aliases name', () => {
    const { entries } = parse(results[0] ?? '', file);
    expect(entries.map(({ dataset, valueText }) => [dataset, valueText])).toEqual([
      ['Idavidrein/gpqa', '71.50'],
      ['Idavidrein/gpqa', expect.any(String)],
    ]);
    expect(parseBoard(boards[0] ?? '', file).plain).toMatchObject({ tasks: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] });
  });
});

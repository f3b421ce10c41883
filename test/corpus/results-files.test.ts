import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { checkSpec } from '../../lib/draft/spec/checks.ts';
import { parseEvalYaml } from '../../lib/evals/eval-yaml.ts';
import { parseResultsFile } from '../../lib/evals/parse.ts';
import { corpusFolder } from '../hub/corpus-dir.ts';

const loader = 'main-files' as const;
const folder = corpusFolder('corpus', 'eval_results');

interface Listed {
  file: string;
  repo_path: string;
  entries: number;
  malformed: boolean;
  remarks: string;
}

/** Real results files; the manifest says how many entries each holds, by hand. */
describe.skipIf(!folder)('real results files', () => {
  const listed = folder ? (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Listed[]) : [];

  it('are all listed', () => {
    const found = readdirSync(folder ?? '.', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ya?ml$/.test(name),
    );
    expect(found.length).toBe(listed.length);
    expect(found.length).toBeGreaterThan(20);
  });

  it.each(listed)(
    '$file gives every entry as written, or says which field it lacks',
    ({ file, repo_path, entries: count, remarks }) => {
      const text = readFileSync(join(folder ?? '.', '..', file), 'utf8');
      const { entries, findings } = parseResultsFile(text, { path: repo_path, loader });
      expect(entries.length + findings.length).toBe(count);
      expect(findings.map(({ rule, at }) => `${rule} ${at}`)).toEqual(
        remarks.startsWith('NO task_id') ? ['schema/required [0].dataset.task_id'] : [],
      );
      // The library's own plain reading, which knows nothing of lines, must find the same numbers and texts.
      const plain = (parseYaml(text) as { dataset: object; value: number; notes?: string; source?: object }[]).slice(
        -entries.length,
      );
      for (const [index, entry] of entries.entries()) {
        expect(entry).toMatchObject({
          value: plain[index]?.value,
          ...(plain[index]?.source && { source: plain[index]?.source }),
        });
        expect(entry.notes).toBe(plain[index]?.notes);
        const lines = text.split('\n').slice((entry.origin.line ?? 0) - 1, entry.origin.lastLine);
        expect(lines.join('\n').trimEnd()).toBe(entry.origin.quote);
        expect(lines.some((line) => line.trim() === `value: ${entry.valueText}`)).toBe(true);
      }
    },
  );
});

/** Real `eval.yaml` files of benchmarks; names with `documented__` are the documentation's examples. */
describe('real eval.yaml files', () => {
  const folders = [corpusFolder('corpus', 'eval_yaml'), corpusFolder('hub-samples', 'eval-yaml')];
  const files = folders.flatMap((one) =>
    one && existsSync(one)
      ? readdirSync(one)
          .filter((name) => name.endsWith('eval.yaml'))
          .map((name) => join(one, name))
      : [],
  );

  it.skipIf(files.length === 0).each(files)('%s is in order', (file) => {
    const text = readFileSync(file, 'utf8');
    const { tasks, findings } = parseEvalYaml(text, { path: file, loader });
    expect(findings).toEqual([]);
    expect(tasks.length).toBeGreaterThan(0);
    // As a draft it would be asked about nothing but what is on the Hub.
    const problems = checkSpec({ repo: 'someone/bench', text, answers: { accepted: [] } }, {});
    expect(problems.map(({ check }) => check)).toEqual(['unchecked']);
  });
});

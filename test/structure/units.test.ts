import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';

/** The units of work: one file, one line in the list of the folder's `index.ts`, one test beside it, one word in the README. */
const shelves = [
  { folder: 'lib/loaders', list: 'loaders', unit: /^export const (\w+): Loader = /m },
  { folder: 'lib/loaders/board', list: 'boardLoaders', unit: /^export const (\w+): BoardLoader</m },
  { folder: 'lib/draft/check', list: 'draftChecks', unit: /^export const (\w+): DraftCheck = /m },
  { folder: 'lib/evals/checks', list: 'checks', unit: /^export const (\w+)(?:: Check = | = setupCheck\()/m },
];

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The names in `export const list: … = [a, b, c];`. */
function listed(index: string, list: string): string[] {
  const body = new RegExp(`export const ${list}\\b[^=]*=\\s*\\[([^\\]]*)\\]`).exec(index)?.[1] ?? '';
  return body.split(',').flatMap((name) => name.trim() || []);
}

describe.each(shelves)('$folder', ({ folder, list, unit }) => {
  const names = listed(read(`${folder}/index.ts`), list);
  const units = sourceFiles([folder]).filter((file) => unit.test(read(file)));

  it('has units, and each name in the list is one of them', () => {
    expect(units.map((file) => unit.exec(read(file))?.[1]).sort()).toEqual([...names].sort());
    expect(names.length).toBeGreaterThan(2);
  });

  it.each(units)('%s has a test beside it', (file) => {
    expect(existsSync(join(root, file.replace(/\.ts$/, '.test.ts')))).toBe(true);
  });

  it.each(units)('%s is described in the README', (file) => {
    expect(read('README.md').includes(`\`${basename(file, '.ts')}\``), 'named in README.md').toBe(true);
  });
});

describe('the tree', () => {
  it('keeps every source file short enough to read', () => {
    const long = sourceFiles(['entrypoints', 'components', 'lib', 'test'])
      // A spec is a list of cases, each read by itself.
      .filter((file) => !file.endsWith('.spec.ts'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('has no tests in entrypoints, where WXT would take them for entrypoints', () => {
    expect(sourceFiles(['entrypoints'], true).filter((file) => file.includes('.test.'))).toEqual([]);
  });
});

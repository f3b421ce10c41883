import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, root, sourceFiles } from './imports.ts';

/** The units of work: one file, one line in the folder's `index.ts`, one test beside it, one line in the README. */
const shelves = [
  { folder: 'lib/loaders', plumbing: ['loader.ts', 'gather.ts', 'to-gap.ts'] },
  { folder: 'lib/evals/checks', plumbing: [] },
];

describe.each(shelves)('$folder', ({ folder }) => {
  const index = importsOf(`${folder}/index.ts`).map(({ to }) => to);
  const units = sourceFiles([folder]).filter((file) => index.includes(file));

  it('has units', () => expect(units.length).toBeGreaterThan(2));

  it.each(units)('%s has a test beside it', (unit) => {
    expect(existsSync(join(root, unit.replace(/\.ts$/, '.test.ts')))).toBe(true);
  });

  it.each(units)('%s is described in the README', (unit) => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(basename(unit, '.ts'));
  });
});

describe('the tree', () => {
  it('keeps every source file short enough to read', () => {
    const long = sourceFiles(['entrypoints', 'components', 'lib', 'test'], true)
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('has no tests in entrypoints, where WXT would take them for entrypoints', () => {
    expect(sourceFiles(['entrypoints'], true).filter((file) => file.includes('.test.'))).toEqual([]);
  });
});

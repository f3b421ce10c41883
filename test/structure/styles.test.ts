import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, root, sourceFiles } from './imports.ts';

const sheets = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => join('components', file));

/** What a module or a sheet brings along, by path from the root: code and sheets. */
function reaches(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const next = file.endsWith('.css')
    ? [...readFileSync(join(root, file), 'utf8').matchAll(/@import "(.+?)"/g)].map(([, to = '']) =>
        join(dirname(file), to),
      )
    : importsOf(file).flatMap(({ to, own, typeOnly }) => (own && !typeOnly && /\.(tsx?|css)$/.test(to) ? [to] : []));
  for (const to of next) reaches(to, seen);
  return seen;
}

describe('the rules of a menu', () => {
  it('stand in one sheet', () => {
    const having = sheets.filter((sheet) => /\.cc-menu\b/.test(readFileSync(join(root, sheet), 'utf8')));
    expect(having).toEqual(['components/ui/menu.css']);
  });

  it('come with every surface that has a menu', () => {
    const surfaces = sourceFiles(['entrypoints']).filter((file) => reaches(file).has('components/ui/menu.tsx'));
    expect(surfaces).toEqual(
      expect.arrayContaining(
        ['panel.content/index.tsx', 'popup/main.tsx', 'compare/main.tsx'].map((file) => `entrypoints/${file}`),
      ),
    );
    expect(surfaces.filter((file) => !reaches(file).has('components/ui/menu.css'))).toEqual([]);
  });
});

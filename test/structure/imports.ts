import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import of one file: `to` is a path from the root for our own files, else the package's name. */
export interface Import {
  from: string;
  to: string;
  own: boolean;
  typeOnly: boolean;
}

const packageName = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Whether a file is a test, or helps tests and nothing else: it imports the test runner. */
export const isForTests = (file: string) =>
  /\.test\.tsx?$/.test(file) || /from 'vitest'/.test(readFileSync(join(root, file), 'utf8'));

/** All TypeScript files under the given folders, as paths from the root; tests included when asked. */
export function sourceFiles(folders: readonly string[], withTests = false): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.tsx?$/.test(file) && (withTests || !isForTests(file)));
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"()]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** The imports of one file, read from its text. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map(([, type, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? '';
    const own = specifier.startsWith('.');
    const target = own
      ? relative(root, join(root, dirname(file), specifier)).replace(/\?.*$/, '')
      : packageName(specifier);
    return { from: file, to: target, own, typeOnly: Boolean(type) };
  });
}

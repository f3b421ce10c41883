import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the shared real data: `CORPUS_DIR`, or `shared` beside the project; undefined on a stranger's machine. */
export function corpusDir(): string | undefined {
  const folder = process.env.CORPUS_DIR ?? join(import.meta.dirname, '..', '..', '..', 'shared');
  return existsSync(folder) ? folder : undefined;
}

/** A folder of the shared data; says on stderr that its tests are skipped when it is not there. */
export function corpusFolder(...path: string[]): string | undefined {
  const root = corpusDir();
  const folder = root && join(root, ...path);
  if (folder && existsSync(folder)) return folder;
  console.warn(`skipped: there is no ${join(...path)} beside the project (set CORPUS_DIR to have it tested)`);
  return undefined;
}

import * as z from 'zod/mini';
import type { RepoRef } from '../evals/repo-ref.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { isNoEntry } from './hub-error.ts';
import { treePath } from './urls.ts';

const item = z.object({
  type: z.string(),
  path: z.string(),
  oid: z.string(),
  size: z.catch(z.optional(z.number()), undefined),
});

export interface TreeFile {
  path: string;
  /** Git blob id: equal ids are equal files. */
  oid: string;
  /** Bytes. */
  size?: number;
}

/** Pages that are followed at most: 1,000 files each. */
const maxPages = 10;

/** `Link: <…?cursor=…>; rel="next"`; only the cursor is taken, the host could be any. */
export function cursorOf(link: string | null): string | undefined {
  const url = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  return url === undefined ? undefined : (new URLSearchParams(url.split('?')[1] ?? '').get('cursor') ?? undefined);
}

/** The files below a folder at a revision, page by page; empty when there is no such folder. */
export async function listTree(
  hub: Hub,
  repo: RepoRef,
  revision: string,
  folder: string,
  options: GetOptions,
): Promise<TreeFile[]> {
  const first = treePath(repo, revision, folder);
  const files: TreeFile[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < maxPages; pages++) {
    const path = cursor === undefined ? first : `${first}&cursor=${encodeURIComponent(cursor)}`;
    const found = await getJson(hub, path, z.array(z.unknown()), options).catch((error: unknown) => {
      if (isNoEntry(error)) return undefined;
      throw error;
    });
    if (!found) return files;
    for (const { type, path: name, oid, size } of readable(found.value, item)) {
      if (type === 'file') files.push({ path: name, oid, ...(size !== undefined && { size }) });
    }
    const next = cursorOf(found.headers.get('link'));
    if (next === undefined || next === cursor) return files;
    cursor = next;
  }
  return files;
}

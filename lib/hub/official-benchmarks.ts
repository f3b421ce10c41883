import * as z from 'zod/mini';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { cursorOf } from './tree.ts';
import { officialBenchmarksPath } from './urls.ts';

const item = z.object({ id: z.string().check(z.regex(/^[\w.-]{1,96}\/[\w.-]{1,96}$/)) });

/** There were 47 in autumn 2026, and a page holds 500. */
const MAX_PAGES = 4;

/** Ids of the datasets on the Hub's own list of benchmarks, in its order, page by page. */
export async function listOfficialBenchmarks(hub: Hub, options: GetOptions): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const path = officialBenchmarksPath + (cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`);
    const { value, headers } = await getJson(hub, path, z.array(z.unknown()), options);
    ids.push(...readable(value, item).map(({ id }) => id));
    const next = cursorOf(headers.get('link'));
    if (next === undefined || next === cursor) break;
    cursor = next;
  }
  return [...new Set(ids)];
}

import type { HubRepository } from '../model/hub-repository.ts';
import { knownRepository } from './access.ts';
import type { Context } from './context.ts';
import { type Reply, redirect } from './reply.ts';

/** Where a path points: a repository and what follows its id, or the redirect of a former name. */
export type Located = { repository: HubRepository; rest: string[] } | { moved: Reply };

/**
 * Finds the repository whose id begins `segments`; `prefix` is what stood before (`/api/models`, `/datasets`, …).
 * A former name, a one-segment id or another spelling answers 307 to the id of today.
 */
export function locate(context: Context, type: 'model' | 'dataset', prefix: string, segments: string[]): Located {
  const [first = '', second] = segments;
  const full = second === undefined ? undefined : `${first}/${second}`;
  const exact = full === undefined ? undefined : context.hub.find(type, full);
  if (exact) return { repository: knownRepository(context, exact), rest: segments.slice(2) };
  for (const [name, length] of [
    [full, 2],
    [first, 1],
  ] as const) {
    const id = name === undefined ? undefined : context.hub.aliases.get(`${type}s/${name.toLowerCase()}`);
    const found = id === undefined ? undefined : context.hub.find(type, id);
    if (!found) continue;
    knownRepository(context, found);
    if (found.id === name) return { repository: found, rest: segments.slice(length) };
    const rest = segments.slice(length).map(encodeURIComponent);
    return { moved: redirect([prefix, found.id, ...rest].join('/') + context.url.search) };
  }
  return { repository: knownRepository(context, undefined), rest: [] };
}

/** Takes a revision off the front: one encoded segment, or `refs/pr/N` spelled out as some clients do. */
export function takeRevision(rest: string[]): { revision: string; path: string } {
  const length = rest[0] === 'refs' && rest.length >= 3 ? 3 : 1;
  return { revision: rest.slice(0, length).join('/') || 'main', path: rest.slice(length).join('/') };
}

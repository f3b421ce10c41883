import { checkGate } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { HubFault } from '../http/fault.ts';
import { locate, takeRevision } from '../http/locate.ts';
import { type Reply, text } from '../http/reply.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { whoAmI } from './account.ts';
import { changeDiscussion, createNew } from './change-discussion.ts';
import { commit, preupload } from './commit.ts';
import { listDiscussions, readDiscussion } from './discussions.ts';
import { resolveCache } from './files.ts';
import { commits, compare, refs } from './history.ts';
import { leaderboard } from './leaderboard.ts';
import { listRepositories } from './lists.ts';
import { modelInfo } from './model-info.ts';
import { commitAt, pathsInfo, tree } from './tree.ts';

const noSuchPath = () => new HubFault(404, "Sorry, we can't find the page you are looking for.");

/** Everything under `/api/`. */
export async function api(context: Context): Promise<Reply> {
  const [, name = '', ...rest] = context.segments;
  if (name === 'whoami-v2') return whoAmI(context);
  if (name === 'resolve-cache') return cached(context, rest);
  if (name !== 'models' && name !== 'datasets') throw noSuchPath();
  const type = name === 'models' ? 'model' : 'dataset';
  if (rest.length === 0) return listRepositories(context, type);
  const located = locate(context, type, `/api/${name}`, rest);
  if ('moved' in located) return located.moved;
  return repositoryApi(context, located.repository, located.rest);
}

async function repositoryApi(context: Context, repository: HubRepository, rest: string[]): Promise<Reply> {
  const [action, ...more] = rest;
  const { revision, path } = takeRevision(more);
  const writes = context.method === 'POST';
  switch (action) {
    case undefined:
      return modelInfo(context, repository);
    case 'revision':
      await commitAt(repository, revision);
      return modelInfo(context, repository);
    case 'tree':
      return tree(context, repository, revision, path);
    case 'paths-info':
      return pathsInfo(context, repository, revision);
    case 'refs':
      return refs(context, repository);
    case 'commits':
      return commits(context, repository, revision);
    case 'compare':
      checkGate(context, repository);
      return compare(repository, more.join('/'));
    case 'auth-check':
      checkGate(context, repository);
      return text('OK');
    case 'leaderboard':
      return leaderboard(context, repository);
    case 'commit':
      if (writes) return commit(context, repository, revision);
      break;
    case 'preupload':
      if (writes) return preupload(context);
      break;
    case 'discussions':
      return discussions(context, repository, more, writes);
  }
  throw noSuchPath();
}

async function discussions(
  context: Context,
  repository: HubRepository,
  more: string[],
  writes: boolean,
): Promise<Reply> {
  const [number, action] = more;
  if (number === undefined) return writes ? createNew(context, repository) : listDiscussions(context, repository);
  if (!/^\d+$/.test(number)) throw noSuchPath();
  if (action === undefined) return readDiscussion(context, repository, Number(number));
  if (writes && ['comment', 'status', 'title', 'merge'].includes(action)) {
    return changeDiscussion(context, repository, Number(number), action);
  }
  throw noSuchPath();
}

/** `/api/resolve-cache/models/{org}/{name}/{commit}/{path}`. */
async function cached(context: Context, segments: string[]): Promise<Reply> {
  const [collection, ...more] = segments;
  const located = locate(context, collection === 'datasets' ? 'dataset' : 'model', '', more);
  if ('moved' in located) return located.moved;
  const [revision = '', ...path] = located.rest;
  return resolveCache(context, located.repository, revision, path.join('/'));
}

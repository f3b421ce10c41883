import { type Context, flagParam } from '../http/context.ts';
import { badRequest, entryNotFound, revisionNotFound } from '../http/fault.ts';
import { json, type Reply } from '../http/reply.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { paginate } from './paginate.ts';

interface Item {
  type: 'file' | 'directory';
  oid: string;
  size: number;
  path: string;
  lfs?: { oid: string; size: number; pointerSize: number };
  xetHash?: string;
  lastCommit?: { id: string; title: string; date: string };
  securityFileStatus?: unknown;
}

const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:([0-9a-f]{64})\nsize (\d+)\n/;

/** The commit of a revision, or the Hub's 404. */
export async function commitAt(repository: HubRepository, revision: string): Promise<string> {
  const commit = await repository.git.resolve(revision);
  if (!commit) throw revisionNotFound(revision);
  return commit;
}

async function describeItem(
  repository: HubRepository,
  commit: string,
  item: { type: 'file' | 'directory'; oid: string; path: string },
  expand: boolean,
): Promise<Item> {
  const described: Item = { type: item.type, oid: item.oid, size: 0, path: item.path };
  if (item.type === 'file') {
    const content = await repository.git.blob(item.oid);
    described.size = content.length;
    const pointer = content.length < 400 ? POINTER.exec(content.toString('latin1')) : null;
    if (pointer) {
      const masked = repository.gated === false ? pointer[1] : '*'.repeat(64);
      described.size = Number(pointer[2]);
      described.lfs = { oid: masked ?? '', size: Number(pointer[2]), pointerSize: content.length };
      described.xetHash = masked ?? '';
    }
  }
  if (expand) {
    const last = await repository.git.lastChange(commit, item.path);
    described.lastCommit = { id: last.oid, title: last.title, date: last.at };
    if (item.type === 'file') described.securityFileStatus = { status: 'safe' };
  }
  return described;
}

async function listItems(repository: HubRepository, commit: string, folder: string, recursive: boolean) {
  const root = await repository.git.entry(commit, folder);
  if (root?.type !== 'directory') throw entryNotFound();
  const items: { type: 'file' | 'directory'; oid: string; path: string }[] = [];
  const walk = async (tree: string, under: string): Promise<void> => {
    for (const item of await repository.git.tree(tree)) {
      const path = under ? `${under}/${item.name}` : item.name;
      items.push({ type: item.type, oid: item.oid, path });
      if (recursive && item.type === 'directory') await walk(item.oid, path);
    }
  };
  await walk(root.oid, folder);
  return items.sort((a, b) => Number(a.type === 'file') - Number(b.type === 'file'));
}

/** `GET …/tree/{rev}/{path}`: directories first, `Link` pages of 1000 (100 with `expand`). */
export async function tree(
  context: Context,
  repository: HubRepository,
  revision: string,
  folder: string,
): Promise<Reply> {
  const query = context.url.searchParams;
  const commit = await commitAt(repository, revision);
  const expand = flagParam(query, 'expand');
  const items = await listItems(repository, commit, folder, flagParam(query, 'recursive'));
  const { page, headers } = paginate(context, items, expand ? 100 : 1000);
  return json(await Promise.all(page.map((item) => describeItem(repository, commit, item, expand))), 200, {
    'x-repo-commit': commit,
    ...headers,
  });
}

/** `POST …/paths-info/{rev}`: paths that are not there are left away. */
export async function pathsInfo(context: Context, repository: HubRepository, revision: string): Promise<Reply> {
  const body = (await context.body()).toString();
  const sent = context.headers['content-type']?.includes('json')
    ? (JSON.parse(body) as { paths?: string | string[]; expand?: boolean })
    : { paths: new URLSearchParams(body).getAll('paths'), expand: new URLSearchParams(body).get('expand') === 'true' };
  const paths = [sent.paths ?? []].flat();
  if (paths.length > 2000) throw badRequest('Too many paths: at most 2000');
  const commit = await commitAt(repository, revision);
  const found: Item[] = [];
  for (const path of paths) {
    const item = await repository.git.entry(commit, path);
    if (item) found.push(await describeItem(repository, commit, { ...item, path }, sent.expand === true));
  }
  return json(found);
}

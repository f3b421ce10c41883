import { checkGate } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { entryNotFound } from '../http/fault.ts';
import { type Reply, redirect, text } from '../http/reply.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { commitAt } from './tree.ts';

async function blobAt(repository: HubRepository, revision: string, path: string) {
  const commit = await commitAt(repository, revision);
  const entry = await repository.git.entry(commit, path);
  if (entry?.type !== 'file') throw entryNotFound();
  return { commit, oid: entry.oid, content: await repository.git.blob(entry.oid) };
}

const isText = (content: Buffer): boolean => !content.subarray(0, 8000).includes(0);

function fileReply(content: Buffer, oid: string, commit: string, path: string): Reply {
  const name = path.split('/').at(-1) ?? '';
  return {
    status: 200,
    headers: {
      'content-type': isText(content) ? 'text/plain; charset=utf-8' : 'application/octet-stream',
      etag: `"${oid}"`,
      'x-repo-commit': commit,
      'accept-ranges': 'bytes',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}; filename="${name.replace(/[^\x20-\x7e]|"/g, '_')}";`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: content,
  };
}

/** `GET /{id}/resolve/{rev}/{path}`: 307 to the resolve cache in public repositories, the bytes in gated and private ones. */
export async function resolveFile(
  context: Context,
  repository: HubRepository,
  revision: string,
  path: string,
): Promise<Reply> {
  checkGate(context, repository, path);
  const { commit, oid, content } = await blobAt(repository, revision, path);
  if (repository.gated !== false || repository.isPrivate) return fileReply(content, oid, commit, path);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const asked = encodeURIComponent(context.url.pathname);
  const etag = encodeURIComponent(`"${oid}"`);
  const location = `/api/resolve-cache/${repository.collection}/${repository.id}/${commit}/${encoded}?${asked}=&etag=${etag}`;
  return redirect(location, { etag: `"${oid}"`, 'x-repo-commit': commit, 'accept-ranges': 'bytes' });
}

/** `GET /api/resolve-cache/…`: where the 307 leads; a commit's file never changes. */
export async function resolveCache(
  context: Context,
  repository: HubRepository,
  commit: string,
  path: string,
): Promise<Reply> {
  checkGate(context, repository, path);
  const found = await blobAt(repository, commit, path);
  const reply = fileReply(found.content, found.oid, found.commit, path);
  return { ...reply, headers: { ...reply.headers, 'x-hub-cache': 'HIT' } };
}

/** `GET /{id}/raw/{rev}/{path}`: never redirects; nothing at all of a gated repository without access. */
export async function rawFile(
  context: Context,
  repository: HubRepository,
  revision: string,
  path: string,
): Promise<Reply> {
  checkGate(context, repository);
  const { commit, oid, content } = await blobAt(repository, revision, path);
  return fileReply(content, oid, commit, path);
}

/** `GET /{id}/discussions/{num}/files.diff`: a plain `git diff` of what the pull request changes. */
export async function filesDiff(context: Context, repository: HubRepository, num: number): Promise<Reply> {
  checkGate(context, repository);
  const diff = await pullRequestDiff(repository, num);
  if (diff === undefined) throw entryNotFound();
  return text(diff);
}

/** The diff of a pull request against the commit it grew from; undefined when its ref is gone. */
export async function pullRequestDiff(repository: HubRepository, num: number): Promise<string | undefined> {
  const head = await repository.git.resolve(`refs/pr/${num}`);
  const main = await repository.head();
  const base = head && main && (await repository.git.mergeBase(main, head));
  return base ? repository.git.diff(base, head) : undefined;
}

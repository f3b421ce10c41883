import { commitAt } from '../api/tree.ts';
import { checkGate } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { entryNotFound } from '../http/fault.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { escapeHtml, island, shortDate } from './html.ts';
import { icons } from './icons.ts';
import { layout } from './layout.ts';
import { repositoryHeader } from './repository-header.ts';

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

async function framed(context: Context, repository: HubRepository, kind: string, inner: string): Promise<string> {
  const header = await repositoryHeader(context, repository, 'files');
  const main = `${header}<div class="container relative files">${inner}</div>`;
  return layout(context, { title: `${repository.id} at main`, kind, main });
}

function crumbs(repository: HubRepository, revision: string, path: string): string {
  const parts = path.split('/').filter(Boolean);
  const links = parts.map(
    (part, i) =>
      `<span class="slash">/</span><a href="${repository.page}/tree/${encodeURIComponent(revision)}/${encodePath(parts.slice(0, i + 1).join('/'))}" data-nav>${escapeHtml(part)}</a>`,
  );
  return `<div class="crumbs"><span class="chip">${icons.branch} ${escapeHtml(revision)}</span><a href="${repository.page}/tree/${encodeURIComponent(revision)}" data-nav>${escapeHtml(repository.id.split('/').at(-1) ?? '')}</a>${links.join('')}</div>`;
}

/** The files tab. */
export async function filesPage(
  context: Context,
  repository: HubRepository,
  revision: string,
  folder: string,
): Promise<string> {
  const commit = await commitAt(repository, revision);
  const root = await repository.git.entry(commit, folder);
  if (root?.type !== 'directory') throw entryNotFound();
  const items = (await repository.git.tree(root.oid)).sort(
    (a, b) => Number(a.type === 'file') - Number(b.type === 'file'),
  );
  const rows = await Promise.all(
    items.map(async (item) => {
      const path = folder ? `${folder}/${item.name}` : item.name;
      const last = await repository.git.lastChange(commit, path);
      const size = item.type === 'file' ? `${(await repository.git.blob(item.oid)).length} Bytes` : '';
      const view = item.type === 'file' ? 'blob' : 'tree';
      return `<li class="file-row"><a href="${repository.page}/${view}/${encodeURIComponent(revision)}/${encodePath(path)}" data-nav>${item.type === 'file' ? icons.file : icons.folder} ${escapeHtml(item.name)}</a><span class="muted">${size}</span><a class="muted wide" href="${repository.page}/commit/${last.oid}">${escapeHtml(last.title)}</a><time class="muted">${shortDate(last.at)}</time></li>`;
    }),
  );
  const last = await repository.git.commit(commit);
  const banner = island(
    'LastCommit',
    { commitLast: { id: last.oid, title: last.title, date: last.at } },
    `<div class="last-commit"><b>${escapeHtml(last.author)}</b> ${escapeHtml(last.title)} <code>${last.oid.slice(0, 7)}</code></div>`,
  );
  const list = island(
    'ViewerIndexTreeList',
    { entries: items.map(({ name, type, oid }) => ({ path: name, type, oid })) },
    `<ul class="file-list">${rows.join('')}</ul>`,
  );
  return framed(context, repository, 'ViewerIndexPage', crumbs(repository, revision, folder) + banner + list);
}

/** One file, with numbered lines whose anchors are `#L12`. */
export async function blobPage(
  context: Context,
  repository: HubRepository,
  revision: string,
  path: string,
): Promise<string> {
  const commit = await commitAt(repository, revision);
  checkGate(context, repository, path);
  const entry = await repository.git.entry(commit, path);
  if (entry?.type !== 'file') throw entryNotFound();
  const lines = (await repository.git.blob(entry.oid)).toString('utf8').split('\n');
  const rows = lines.map(
    (line, i) =>
      `<tr id="L${i + 1}"><td class="line-number" data-line-num="${i + 1}"></td><td><pre>${escapeHtml(line)}</pre></td></tr>`,
  );
  const inner = `${crumbs(repository, revision, path)}<div class="blob"><div class="blob-bar"><a href="${repository.page}/raw/${encodeURIComponent(revision)}/${encodePath(path)}">raw</a></div><table>${rows.join('')}</table></div>`;
  return framed(context, repository, 'ViewerBlobPage', inner);
}

/** The history of a revision. */
export async function commitsPage(context: Context, repository: HubRepository, revision: string): Promise<string> {
  const log = await repository.git.log(await commitAt(repository, revision));
  const rows = log.map(
    (commit) =>
      `<li class="file-row"><a href="${repository.page}/commit/${commit.oid}">${escapeHtml(commit.title)}</a><span class="muted">${escapeHtml(commit.author)}</span><code>${commit.oid.slice(0, 7)}</code><time class="muted">${shortDate(commit.at)}</time></li>`,
  );
  return framed(
    context,
    repository,
    'ViewerCommitsPage',
    `<h2>Commits</h2><ul class="file-list">${rows.join('')}</ul>`,
  );
}

/** One commit and what it changed. */
export async function commitPage(context: Context, repository: HubRepository, revision: string): Promise<string> {
  const commit = await repository.git.commit(await commitAt(repository, revision));
  checkGate(context, repository);
  const diff = commit.parents[0] ? await repository.git.diff(commit.parents[0], commit.oid) : '';
  const inner = `<h2>${escapeHtml(commit.title)}</h2><p class="muted">${escapeHtml(commit.author)}, ${shortDate(commit.at)} <code>${commit.oid}</code></p><pre class="diff">${escapeHtml(diff)}</pre>`;
  return framed(context, repository, 'ViewerCommitPage', inner);
}

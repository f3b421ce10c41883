import { filesDiff, rawFile, resolveFile } from '../api/files.ts';
import type { Context } from '../http/context.ts';
import { HubFault } from '../http/fault.ts';
import { locate, takeRevision } from '../http/locate.ts';
import { html, type Reply } from '../http/reply.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { asset } from './asset.ts';
import { communityPage, discussionFilesPage, discussionPage } from './community-page.ts';
import { datasetPage } from './dataset-page.ts';
import { blobPage, commitPage, commitsPage, filesPage } from './files-page.ts';
import { listPage } from './list-page.ts';
import { modelPage } from './model-page.ts';
import { settingsPage } from './settings-page.ts';
import { otherPage, simplePage } from './simple-page.ts';

/** First segments that are no organization; the local Hub has nothing to show there. */
const OTHER_PAGES = new Set(
  'blog chat collections docs enterprise inference join learn login logout new notifications organizations papers posts pricing privacy settings spaces tasks terms-of-service welcome'.split(
    ' ',
  ),
);

/** Pages, files and assets: everything that is neither API nor OAuth. */
export async function page(context: Context): Promise<Reply> {
  const { segments } = context;
  const found = asset(context.url.pathname);
  if (found) return found;
  const [first] = segments;
  if (first === undefined || (first === 'models' && segments.length === 1))
    return html(await listPage(context, 'model'));
  if (first === 'datasets' && segments.length === 1) return html(await listPage(context, 'dataset'));
  if (OTHER_PAGES.has(first)) return html(otherPage(context, first));
  const type = first === 'datasets' ? 'dataset' : 'model';
  const own = type === 'dataset' ? segments.slice(1) : segments;
  const isShort = type === 'model' && context.hub.aliases.has(`models/${first.toLowerCase()}`);
  const isFile = ['resolve', 'raw'].includes(own[2] ?? '') || (isShort && ['resolve', 'raw'].includes(own[1] ?? ''));
  if (isFile || own.at(-1) === 'files.diff') return file(context, type, own);
  try {
    if (type === 'model' && own.length === 1 && !isShort) {
      return html(await listPage(context, 'model', first));
    }
    const located = locate(context, type, type === 'dataset' ? '/datasets' : '', own);
    return 'moved' in located ? located.moved : html(await repositoryPage(context, located.repository, located.rest));
  } catch (thrown) {
    if (!(thrown instanceof HubFault)) throw thrown;
    // A page never says 401: who may not know of a repository sees that there is none.
    const status = thrown.status === 401 && thrown.code === undefined ? 404 : thrown.status;
    return html(simplePage(context, status, thrown), status);
  }
}

async function file(context: Context, type: 'model' | 'dataset', own: string[]): Promise<Reply> {
  const located = locate(context, type, type === 'dataset' ? '/datasets' : '', own);
  if ('moved' in located) return located.moved;
  const { repository, rest } = located;
  if (rest[0] === 'discussions') return filesDiff(context, repository, Number(rest[1]));
  const { revision, path } = takeRevision(rest.slice(1));
  return rest[0] === 'raw'
    ? rawFile(context, repository, revision, path)
    : resolveFile(context, repository, revision, path);
}

async function repositoryPage(context: Context, repository: HubRepository, rest: string[]): Promise<string> {
  const [action, ...more] = rest;
  const { revision, path } = takeRevision(more);
  switch (action) {
    case undefined:
      return repository.plan.type === 'model' ? modelPage(context, repository) : datasetPage(context, repository);
    case 'tree':
      return filesPage(context, repository, revision, path);
    case 'blob':
      return blobPage(context, repository, revision, path);
    case 'commits':
      return commitsPage(context, repository, revision);
    case 'commit':
      return commitPage(context, repository, revision);
    case 'settings':
      return settingsPage(context, repository);
    case 'discussions':
      if (more[0] === undefined) return communityPage(context, repository);
      if (!/^\d+$/.test(more[0])) break;
      return more[1] === 'files'
        ? discussionFilesPage(context, repository, Number(more[0]))
        : discussionPage(context, repository, Number(more[0]));
  }
  throw new HubFault(404, "Sorry, we can't find the page you are looking for.");
}

import { repositoryInfo } from '../api/model-info.ts';
import { selectRepositories } from '../api/select-repositories.ts';
import type { Context } from '../http/context.ts';
import { notAuthenticated } from '../http/fault.ts';
import { authorOf } from '../model/discussion.ts';
import { escapeHtml, island, shortCount, shortDate } from './html.ts';
import { icons } from './icons.ts';
import { layout } from './layout.ts';

const FIELDS = ['author', 'downloads', 'gated', 'lastModified', 'likes', 'pipeline_tag', 'private'];

/** Cards on one page. */
const PAGE = 30;

const SORTS: Record<string, string> = {
  trending: 'trendingScore',
  likes: 'likes',
  downloads: 'downloads',
  created: 'createdAt',
  modified: 'lastModified',
};

/** Parameters of the page that are tags of the repositories. */
const TAGS = ['library', 'language', 'license', 'other'];

/**
 * Models or datasets as cards; with `author` the page of an organization. Search, sorting and pages are the address's,
 * and the page's script draws the cards anew when they change.
 */
export async function listPage(context: Context, type: 'model' | 'dataset', author?: string): Promise<string> {
  const asked = context.url.searchParams;
  const search = asked.get('search') ?? '';
  const sort = SORTS[asked.get('sort') ?? ''] ?? (author === undefined ? 'downloads' : 'lastModified');
  const found = await selectRepositories(context, type, {
    filters: TAGS.flatMap((name) => asked.getAll(name)),
    author: author ?? asked.get('author') ?? undefined,
    search,
    pipeline: asked.get('pipeline_tag') ?? undefined,
    sort,
  });
  if (author !== undefined && found.length === 0 && search === '') throw notAuthenticated();
  const pageIndex = Math.max(0, Number.parseInt(asked.get('p') ?? '0', 10) || 0);
  const shown = found.slice(PAGE * pageIndex, PAGE * (pageIndex + 1));
  const infos = await Promise.all(shown.map((repository) => repositoryInfo(repository, FIELDS)));
  // Under a filter of hardware or apps the links of the cards are absolute and carry it on.
  const carried = ['apps', 'hardware'].flatMap((name) => (asked.has(name) ? [`${name}=${asked.get(name)}`] : []));
  const cards = infos.map((info, i) => {
    const page = shown[i]?.page ?? '';
    const href = carried.length > 0 ? `${context.origin}${page}?${carried.join('&')}` : page;
    return `<article class="overview-card-wrapper group/repo"><a class="overview-card" href="${escapeHtml(href)}" data-nav><header><img class="avatar" alt="" width="14" height="14" src="${authorOf(String(info.author)).avatarUrl}"><h3>${escapeHtml(info.id)}</h3></header><div class="muted">${info.pipeline_tag ? `${escapeHtml(info.pipeline_tag)} • ` : ''}Updated ${shortDate(String(info.lastModified))} • ↓ ${shortCount(Number(info.downloads))} • ${icons.heart} ${shortCount(Number(info.likes))}</div></a></article>`;
  });
  const what = type === 'model' ? 'Models' : 'Datasets';
  const promo =
    '<article class="overview-card-wrapper promo"><div class="overview-card">Build with models of the community.</div></article>';
  const link = (change: Record<string, string>, words: string) => {
    const query = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(change)) query.set(name, value);
    return `<a href="${escapeHtml(`${context.url.pathname}?${query}`)}" data-list>${words}</a>`;
  };
  const pages = Math.ceil(found.length / PAGE);
  const list = island(
    type === 'model' ? 'ModelList' : 'DatasetList',
    { initialValues: { [`${type}s`]: infos, numTotalItems: found.length, pageIndex } },
    `<h1 class="list-title">${author ? escapeHtml(author) : what} <span class="muted">${found.length}</span></h1>
<p><label>Filter by name <input type="search" value="${escapeHtml(search)}" data-list-search></label> ${link({ sort: 'likes', p: '0' }, 'Most likes')} ${link({ sort: 'downloads', p: '0' }, 'Most downloads')}</p>
<div class="card-grid">${cards.slice(0, 6).join('')}${promo}${cards.slice(6).join('')}</div>
${pages > 1 ? `<nav aria-label="Pages">${Array.from({ length: pages }, (_, at) => link({ p: String(at) }, String(at + 1))).join(' ')}</nav>` : ''}`,
  );
  return layout(context, {
    title: `${author ?? what} – Hugging Face`,
    kind: `${type === 'model' ? 'Models' : 'Datasets'}Page`,
    main: `<div class="container list-page">${list}</div>`,
  });
}

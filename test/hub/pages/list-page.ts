import { repositoryInfo } from '../api/model-info.ts';
import { mayKnow } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { notAuthenticated } from '../http/fault.ts';
import { authorOf } from '../model/discussion.ts';
import { escapeHtml, island, shortCount, shortDate } from './html.ts';
import { icons } from './icons.ts';
import { layout } from './layout.ts';

const FIELDS = ['author', 'downloads', 'gated', 'lastModified', 'likes', 'pipeline_tag', 'private'];

/** Models or datasets as cards; with `author` the page of an organization. */
export async function listPage(context: Context, type: 'model' | 'dataset', author?: string): Promise<string> {
  const search = context.url.searchParams.get('search')?.toLowerCase() ?? '';
  const found = context.hub
    .all(type)
    .filter((repository) => mayKnow(context.reader, repository) && !repository.isDisabled)
    .filter((repository) => author === undefined || repository.id.split('/')[0] === author)
    .filter((repository) => repository.id.toLowerCase().includes(search))
    .sort((a, b) => Number(b.plan.facts.downloads ?? 0) - Number(a.plan.facts.downloads ?? 0));
  if (author !== undefined && found.length === 0) throw notAuthenticated();
  const infos = await Promise.all(found.map((repository) => repositoryInfo(repository, FIELDS)));
  const cards = infos.map((info, i) => {
    const page = found[i]?.page ?? '';
    return `<article class="overview-card-wrapper"><a class="overview-card" href="${escapeHtml(page)}" data-nav><header><img class="avatar" alt="" width="14" height="14" src="${authorOf(String(info.author)).avatarUrl}"><h3>${escapeHtml(info.id)}</h3></header><div class="muted">${info.pipeline_tag ? `${escapeHtml(info.pipeline_tag)} • ` : ''}Updated ${shortDate(String(info.lastModified))} • ↓ ${shortCount(Number(info.downloads))} • ${icons.heart} ${shortCount(Number(info.likes))}</div></a></article>`;
  });
  const what = type === 'model' ? 'Models' : 'Datasets';
  const promo =
    '<article class="overview-card-wrapper promo"><div class="overview-card">Build with models of the community.</div></article>';
  const list = island(
    type === 'model' ? 'ModelList' : 'DatasetList',
    { initialValues: { [`${type}s`]: infos, numTotalItems: infos.length, pageIndex: 0 } },
    `<h1 class="list-title">${author ? escapeHtml(author) : what} <span class="muted">${infos.length}</span></h1><div class="card-grid">${cards.slice(0, 6).join('')}${promo}${cards.slice(6).join('')}</div>`,
  );
  return layout(context, {
    title: `${author ?? what} – Hugging Face`,
    kind: `${type === 'model' ? 'Models' : 'Datasets'}Page`,
    main: `<div class="container list-page">${list}</div>`,
  });
}

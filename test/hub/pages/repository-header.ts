import { repositoryInfo } from '../api/model-info.ts';
import type { Context } from '../http/context.ts';
import { authorOf } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { escapeHtml, island, shortCount } from './html.ts';
import { icons } from './icons.ts';

export type Tab = 'model-card' | 'files' | 'community' | 'settings';

const HEADER_FIELDS = [
  'author',
  'cardData',
  'config',
  'createdAt',
  'disabled',
  'downloads',
  'gated',
  'lastModified',
  'library_name',
  'likes',
  'model-index',
  'pipeline_tag',
  'private',
  'safetensors',
  'tags',
];

/** Counts of discussions and pull requests, as the page's header knows them. */
export function discussionsStats(repository: HubRepository): { closed: number; open: number; total: number } {
  const all = [...repository.discussions.values()];
  const closed = all.filter((discussion) => discussion.status === 'closed' || discussion.status === 'merged').length;
  return { closed, open: all.length - closed, total: all.length };
}

/** The island `ModelHeader` or `DatasetHeader`: title, tags, tabs; its props carry the repository's facts. */
export async function repositoryHeader(context: Context, repository: HubRepository, active: Tab): Promise<string> {
  const { reader } = context;
  const isModel = repository.plan.type === 'model';
  const info = await repositoryInfo(repository, HEADER_FIELDS);
  const tags = (info.tags as string[]) ?? [];
  const stats = discussionsStats(repository);
  const [org = '', name = ''] = repository.id.includes('/') ? repository.id.split('/') : ['', repository.id];
  const described = {
    ...info,
    repoType: repository.plan.type,
    cardExists: true,
    discussionsDisabled: repository.plan.discussionsDisabled ?? false,
    isLikedByUser: false,
    tag_objs: tags.map((id) => ({ id, label: id, type: id.includes(':') ? (id.split(':')[0] ?? '') : 'other' })),
    // The real page carries the chat template and widget examples here: some tens of kilobytes.
    widgetOutputUrls: [],
    chatTemplate: CHAT_TEMPLATE,
  };
  const props = {
    activeTab: active,
    author: authorOf(org || name, 'org'),
    canReadRepoSettings: false,
    canWriteRepoContent: false,
    canDisable: false,
    ...(isModel ? { model: described } : { dataset: described }),
    discussionsStats: stats,
    query: {},
    ...(reader.user && { authLight: { csrfToken: 'local', u: { user: reader.user.name, theme: 'system' } } }),
  };
  const tab = (key: Tab, path: string, label: string, count?: number) =>
    `<a class="tab-alternate${key === active ? ' active' : ''}" href="${repository.page}${path}" data-nav${key === active ? ' aria-current="page"' : ''}>${label}${count ? ` <span class="count">${count}</span>` : ''}</a>`;
  const tabs = [
    tab('model-card', '', isModel ? 'Model card' : 'Dataset card'),
    tab('files', '/tree/main', `Files <span class="wide">and versions</span>`),
    ...(repository.plan.discussionsDisabled ? [] : [tab('community', '/discussions', 'Community', stats.open)]),
  ];
  const pills = tags
    .filter((tag) => !tag.startsWith('base_model:') && !tag.startsWith('region:'))
    .slice(0, 14)
    .map(
      (tag) =>
        `<a class="tag" href="/${repository.collection}?other=${encodeURIComponent(tag)}">${escapeHtml(tag)}</a>`,
    );
  const lock = repository.gated === false ? '' : `<span class="tag gated" title="Gated">${icons.lock} gated</span>`;
  const secret = repository.isPrivate ? '<span class="tag gated">private</span>' : '';
  const inner = `<header class="bg-linear-to-t border-b border-gray-100 pt-6 sm:pt-9"><div class="container relative"><h1 class="repo-title"><span class="repo-owner"><img class="avatar" alt="" src="${authorOf(org || name, 'org').avatarUrl}" width="18" height="18"><a class="text-gray-400" href="/${escapeHtml(org || name)}">${escapeHtml(org || name)}</a><span class="slash">/</span></span><a class="break-words font-mono font-semibold" href="${repository.page}" data-nav>${escapeHtml(name)}</a>
<span class="like"><span class="like-label">${icons.heart} like</span><span class="like-count">${shortCount(Number(info.likes ?? 0))}</span></span>${lock}${secret}</h1><div class="mb-3 flex flex-wrap tags">${pills.join('')}</div>
<div class="tab-row"><nav class="tabs" aria-label="Repository">${tabs.join('')}</nav><div class="actions"><span class="button">Deploy</span><span class="button dark-button">Use this ${repository.plan.type}</span></div></div></div></header>`;
  return island(isModel ? 'ModelHeader' : 'DatasetHeader', props, inner);
}

/** Of our own making, to give the props their usual weight. */
const CHAT_TEMPLATE = Array.from(
  { length: 260 },
  (_, i) =>
    `{%- if message.role == "role_${i}" -%}{{ "<|start|>" + message.role + "<|message|>" + message.content + "<|end|>" }}{%- endif -%}`,
).join('\n');

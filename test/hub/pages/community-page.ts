import { knownDiscussion } from '../api/discussions.ts';
import { pullRequestDiff } from '../api/files.ts';
import { checkGate } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import type { Discussion } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { cardHtml } from './card-html.ts';
import { escapeHtml, island, shortDate } from './html.ts';
import { icons } from './icons.ts';
import { layout } from './layout.ts';
import { repositoryHeader } from './repository-header.ts';

const STATUS: Record<Discussion['status'], string> = {
  open: 'Open',
  draft: 'Draft',
  closed: 'Closed',
  merged: 'Merged',
};

async function framed(context: Context, repository: HubRepository, title: string, inner: string): Promise<string> {
  const header = await repositoryHeader(context, repository, 'community');
  return layout(context, {
    title,
    kind: 'DiscussionsPage',
    main: `${header}<div class="container relative community">${inner}</div>`,
  });
}

/** The community tab: open discussions and pull requests, the youngest first. */
export async function communityPage(context: Context, repository: HubRepository): Promise<string> {
  const status = context.url.searchParams.get('status') ?? 'open';
  const isOpen = (discussion: Discussion) => discussion.status === 'open' || discussion.status === 'draft';
  const shown = [...repository.discussions.values()]
    .filter((discussion) => isOpen(discussion) === (status !== 'closed'))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.num - a.num)
    .slice(0, 50);
  const rows = shown.map(
    (discussion) =>
      `<li class="file-row"><a href="${repository.page}/discussions/${discussion.num}" data-nav>${discussion.isPullRequest ? icons.pullRequest : icons.discussion} ${escapeHtml(discussion.title)}</a><span class="muted">#${discussion.num} ${escapeHtml(discussion.author ?? 'deleted')}</span><time class="muted">${shortDate(discussion.createdAt)}</time></li>`,
  );
  return framed(
    context,
    repository,
    `${repository.id} · Discussions`,
    `<h2>Community</h2><ul class="file-list">${rows.join('')}</ul>`,
  );
}

const heading = (repository: HubRepository, discussion: Discussion): string =>
  `<h1 class="discussion-title">${escapeHtml(discussion.title)} <span class="muted">#${discussion.num}</span></h1><p><span class="chip status-${discussion.status}">${STATUS[discussion.status]}</span> by <b>${escapeHtml(discussion.author ?? 'deleted')}</b>, ${shortDate(discussion.createdAt)}</p>${
    discussion.isPullRequest
      ? `<nav class="tabs" aria-label="Pull request"><a class="tab-alternate" href="${repository.page}/discussions/${discussion.num}" data-nav>Discussion</a><a class="tab-alternate" href="${repository.page}/discussions/${discussion.num}/files" data-nav>Files changed</a></nav>`
      : ''
  }`;

/** One discussion or pull request. */
export async function discussionPage(context: Context, repository: HubRepository, num: number): Promise<string> {
  const discussion = knownDiscussion(repository, num);
  const events = discussion.events.map((event) => {
    const { latest } = event.data as { latest?: { raw: string } };
    const text = latest
      ? `<div class="prose">${cardHtml(latest.raw)}</div>`
      : `<p class="muted">${escapeHtml(event.type)}</p>`;
    return `<li class="event"><b>${escapeHtml(event.author?.name ?? 'deleted')}</b> <time class="muted">${shortDate(event.createdAt)}</time>${text}</li>`;
  });
  const list = island(
    'DiscussionEvents',
    { discussion: { num, title: discussion.title, status: discussion.status } },
    `<ul class="events">${events.join('')}</ul>`,
  );
  return framed(context, repository, `${repository.id} · ${discussion.title}`, heading(repository, discussion) + list);
}

/** What a pull request changes, as a coloured diff. */
export async function discussionFilesPage(context: Context, repository: HubRepository, num: number): Promise<string> {
  const discussion = knownDiscussion(repository, num);
  checkGate(context, repository);
  const lines = ((await pullRequestDiff(repository, num)) ?? '').split('\n').map((line) => {
    const kind = line.startsWith('+')
      ? 'added'
      : line.startsWith('-')
        ? 'removed'
        : line.startsWith('diff ')
          ? 'diff-file'
          : '';
    return `<span class="${kind}">${escapeHtml(line)}</span>`;
  });
  return framed(
    context,
    repository,
    `${repository.id} · ${discussion.title}`,
    `${heading(repository, discussion)}<pre class="diff">${lines.join('\n')}</pre>`,
  );
}

import { createHash } from 'node:crypto';
import type { DiscussionPlan, DiscussionStatus } from '../load/plan.ts';

/** What happened in a discussion, as the API tells it. */
export interface DiscussionEvent {
  id: string;
  author?: Author;
  createdAt: string;
  type: string;
  data: Record<string, unknown>;
}

export interface Author {
  _id: string;
  avatarUrl: string;
  fullname: string;
  name: string;
  type: 'user' | 'org';
  isHf: boolean;
  isHfAdmin: boolean;
  isMod: boolean;
}

/** A discussion or pull request as the local Hub keeps it; commits are in git. */
export interface Discussion {
  num: number;
  _id: string;
  title: string;
  author?: string;
  createdAt: string;
  status: DiscussionStatus;
  isPullRequest: boolean;
  events: DiscussionEvent[];
  mergeCommitId?: string;
}

/** 24 hex digits made from words, as the Hub's object ids look. */
export const objectId = (...words: (string | number)[]): string =>
  createHash('sha1').update(words.join('\n')).digest('hex').slice(0, 24);

/** A user or organization in the API's shape. */
export const authorOf = (name: string, type: 'user' | 'org' = 'user'): Author => ({
  _id: objectId(type, name),
  avatarUrl: `/avatars/${createHash('md5').update(name).digest('hex')}.svg`,
  fullname: name,
  name,
  type,
  isHf: false,
  isHfAdmin: false,
  isMod: false,
});

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c);

/** A `comment` event. */
export function commentEvent(seed: string, author: string | undefined, at: string, raw: string): DiscussionEvent {
  return {
    id: objectId('comment', seed, at, raw),
    ...(author && { author: authorOf(author) }),
    createdAt: at,
    type: 'comment',
    data: {
      edited: false,
      hidden: false,
      latest: { raw, html: `<p>${escapeHtml(raw)}</p>\n`, updatedAt: at, ...(author && { author: authorOf(author) }) },
      numEdits: 0,
      editors: author ? [author] : [],
      reactions: [],
      isReport: false,
    },
  };
}

export function createDiscussion(repository: string, plan: DiscussionPlan): Discussion {
  const seed = `${repository}#${plan.num}`;
  const discussion: Discussion = {
    num: plan.num,
    _id: objectId(seed),
    title: plan.title,
    ...(plan.author && { author: plan.author }),
    createdAt: plan.createdAt,
    status: plan.status,
    isPullRequest: plan.commits !== undefined,
    events: [commentEvent(seed, plan.author, plan.createdAt, plan.description ?? '')],
  };
  if (plan.status === 'closed' || plan.status === 'merged') {
    discussion.events.push({
      id: objectId('status', seed),
      createdAt: plan.createdAt,
      type: 'status-change',
      data: { status: plan.status },
    });
  }
  return discussion;
}

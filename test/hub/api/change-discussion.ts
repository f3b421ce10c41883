import { FastImport } from '../git/fast-import.ts';
import { owns, writer } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { badRequest, HubFault, notPermitted } from '../http/fault.ts';
import { json, type Reply } from '../http/reply.ts';
import {
  authorOf,
  commentEvent,
  createDiscussion,
  type Discussion,
  type DiscussionEvent,
  objectId,
} from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { conflicts, knownDiscussion } from './discussions.ts';

async function bodyOf(context: Context): Promise<Record<string, unknown>> {
  try {
    return JSON.parse((await context.body()).toString()) as Record<string, unknown>;
  } catch {
    throw badRequest('The body is not JSON');
  }
}

const words = (value: unknown, name: string, min: number, max: number): string => {
  if (typeof value !== 'string' || value.length < min || value.length > max) {
    throw badRequest(`✖ Invalid input: expected string of ${min} to ${max} characters\n  → at ${name}`);
  }
  return value;
};

/** The next free number of the repository. */
export const nextNumber = (repository: HubRepository): number => Math.max(0, ...repository.discussions.keys()) + 1;

/** `POST …/discussions`; with `pullRequest` an empty draft. */
export async function createNew(context: Context, repository: HubRepository): Promise<Reply> {
  const user = writer(context);
  if (repository.plan.discussionsDisabled) throw new HubFault(403, 'Discussions are disabled for this repo');
  const sent = await bodyOf(context);
  const num = nextNumber(repository);
  const isPullRequest = sent.pullRequest === true;
  const discussion = createDiscussion(repository.id, {
    num,
    title: words(sent.title, 'title', 3, 200),
    author: user.name,
    createdAt: new Date().toISOString(),
    status: isPullRequest ? 'draft' : 'open',
    description: words(sent.description ?? '', 'description', 0, 65536),
    ...(isPullRequest && { commits: [] }),
  });
  const main = await repository.head();
  if (isPullRequest && main) {
    const stream = new FastImport();
    stream.reset(`refs/pr/${num}`, main);
    await stream.run(repository.git.path);
  }
  repository.written = true;
  repository.discussions.set(num, discussion);
  const url = `${context.origin}${repository.page}/discussions/${num}`;
  return json({
    url,
    num,
    pullRequest: isPullRequest,
    ...(isPullRequest && { references: { base: 'refs/heads/main' } }),
  });
}

/** `POST …/discussions/{num}/{comment|status|title|merge}`. */
export async function changeDiscussion(
  context: Context,
  repository: HubRepository,
  num: number,
  action: string,
): Promise<Reply> {
  const user = writer(context);
  const discussion = knownDiscussion(repository, num);
  const sent = await bodyOf(context);
  const at = new Date().toISOString();
  const own = discussion.author === user.name || owns(user, repository);
  const event = (type: string, data: Record<string, unknown>): DiscussionEvent => {
    const made = {
      id: objectId(type, repository.id, num, discussion.events.length),
      author: authorOf(user.name),
      createdAt: at,
      type,
      data,
    };
    discussion.events.push(made);
    return made;
  };
  const comment = (): DiscussionEvent => {
    const made = commentEvent(`${repository.id}#${num}`, user.name, at, words(sent.comment, 'comment', 1, 65536));
    discussion.events.push(made);
    return made;
  };
  repository.written = true;
  if (action === 'comment') return json({ newMessage: comment() }, 201);
  if (!own) throw notPermitted();
  if (action === 'title') {
    const from = discussion.title;
    discussion.title = words(sent.title, 'title', 3, 200);
    return json({ newTitle: event('title-change', { from, to: discussion.title }) });
  }
  if (action === 'status') {
    if (sent.status !== 'open' && sent.status !== 'closed') throw badRequest('✖ Invalid option\n  → at status');
    if (discussion.status === 'merged') throw badRequest('A merged pull request cannot change its status');
    if (sent.comment !== undefined) comment();
    discussion.status = sent.status;
    return json({ newStatus: event('status-change', { status: sent.status }) });
  }
  if (!owns(user, repository)) throw notPermitted();
  return merge(repository, discussion, event, user.name, at);
}

/** Owners merge an open pull request: its files come to main by a merge commit. */
async function merge(
  repository: HubRepository,
  discussion: Discussion,
  event: (type: string, data: Record<string, unknown>) => DiscussionEvent,
  author: string,
  at: string,
): Promise<Reply> {
  const head = await repository.git.resolve(`refs/pr/${discussion.num}`);
  const main = await repository.head();
  if (discussion.status !== 'open' || !head || !main) throw badRequest('Only an open pull request can be merged');
  if ((await conflicts(repository, head, main)).length > 0) throw badRequest('The pull request has conflicts');
  const base = await repository.git.mergeBase(main, head);
  const before = new Map((base ? await repository.git.files(base) : []).map((file) => [file.path, file.oid]));
  const after = await repository.git.files(head);
  const files: Record<string, Buffer | null> = {};
  for (const file of after)
    if (before.get(file.path) !== file.oid) files[file.path] = await repository.git.blob(file.oid);
  for (const path of before.keys()) if (!after.some((file) => file.path === path)) files[path] = null;
  const stream = new FastImport();
  const message = `${discussion.title} (#${discussion.num})`;
  stream.commit('refs/heads/main', { at, author, message, files, merge: head }, main);
  await stream.run(repository.git.path);
  const merged = await repository.head();
  discussion.status = 'merged';
  if (merged) discussion.mergeCommitId = merged;
  event('status-change', { status: 'merged' });
  return json({ success: true });
}

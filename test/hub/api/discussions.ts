import { type Context, flagParam } from '../http/context.ts';
import { badRequest, HubFault } from '../http/fault.ts';
import { json, type Reply } from '../http/reply.ts';
import { authorOf, type Discussion, type DiscussionEvent, objectId } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { pullRequestDiff } from './files.ts';

const PAGE_SIZE = 50;
const isOpen = (discussion: Discussion): boolean => discussion.status === 'open' || discussion.status === 'draft';

function listItem(repository: HubRepository, discussion: Discussion) {
  const owner = repository.id.split('/')[0] ?? '';
  return {
    num: discussion.num,
    ...(discussion.author && { author: authorOf(discussion.author) }),
    repo: { name: repository.id, type: repository.plan.type },
    title: discussion.title,
    status: discussion.status,
    createdAt: discussion.createdAt,
    isPullRequest: discussion.isPullRequest,
    numComments: discussion.events.filter((event) => event.type === 'comment').length,
    topReactions: [],
    numReactionUsers: 0,
    pinned: false,
    repoOwner: { name: owner, isParticipating: false, type: 'org', isDiscussionAuthor: discussion.author === owner },
  };
}

/** `GET …/discussions`: `p`, `type`, `status`, `author`, `search`, `sort`; 50 a page. */
export function listDiscussions(context: Context, repository: HubRepository): Reply {
  const query = context.url.searchParams;
  const type = query.get('type') ?? 'all';
  const status = query.get('status') ?? 'all';
  const author = query.get('author');
  const search = query.get('search')?.toLowerCase();
  const page = Number(query.get('p') ?? 0);
  if (!['all', 'discussion', 'pull_request'].includes(type)) throw badRequest('✖ Invalid option\n  → at type');
  if (!['all', 'open', 'closed'].includes(status)) throw badRequest('✖ Invalid option\n  → at status');
  if (!Number.isInteger(page) || page < 0) throw badRequest('✖ Invalid input\n  → at p');
  const found = [...repository.discussions.values()]
    .filter((discussion) => type === 'all' || discussion.isPullRequest === (type === 'pull_request'))
    .filter((discussion) => !author || discussion.author === author)
    .filter((discussion) => !search || discussion.title.toLowerCase().includes(search));
  const shown = found
    .filter((discussion) => status === 'all' || isOpen(discussion) === (status === 'open'))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.num - a.num);
  const start = page * PAGE_SIZE;
  return json({
    discussions: shown.slice(start, start + PAGE_SIZE).map((discussion) => listItem(repository, discussion)),
    count: shown.length,
    start,
    ...(page === 0 && { numClosedDiscussions: found.filter((discussion) => !isOpen(discussion)).length }),
  });
}

/** The discussion, or the Hub's 404. */
export function knownDiscussion(repository: HubRepository, num: number): Discussion {
  const discussion = repository.discussions.get(num);
  if (!discussion) throw new HubFault(404, `No discussion found matching num #${num}`);
  return discussion;
}

async function commitEvents(repository: HubRepository, num: number): Promise<DiscussionEvent[]> {
  const head = await repository.git.resolve(`refs/pr/${num}`);
  const main = await repository.head();
  const base = head && main && (await repository.git.mergeBase(main, head));
  const own = head ? await repository.git.log(head) : [];
  const end = own.findIndex((commit) => commit.oid === base);
  return (end < 0 ? own : own.slice(0, end)).reverse().map((commit) => ({
    id: objectId('commit', commit.oid),
    author: authorOf(commit.author),
    createdAt: commit.at,
    type: 'commit',
    data: { subject: commit.title, oid: commit.oid, parents: commit.parents },
  }));
}

/** Paths that main changed too since the pull request began. */
export async function conflicts(repository: HubRepository, head: string, main: string): Promise<string[]> {
  const base = await repository.git.mergeBase(main, head);
  if (!base || base === main) return [];
  const [before, ours, theirs] = await Promise.all(
    [base, main, head].map(
      async (at) => new Map((await repository.git.files(at)).map((file) => [file.path, file.oid])),
    ),
  );
  if (!before || !ours || !theirs) return [];
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((path) => {
    const [was, here, there] = [before.get(path), ours.get(path), theirs.get(path)];
    return here !== there && here !== was && there !== was;
  });
}

/** `GET …/discussions/{num}`; `?diff=1` adds `diff` unless that is switched off. */
export async function readDiscussion(context: Context, repository: HubRepository, num: number): Promise<Reply> {
  const discussion = knownDiscussion(repository, num);
  const events = [...discussion.events];
  const base = {
    _id: discussion._id,
    num,
    ...(discussion.author && { author: authorOf(discussion.author) }),
    org: authorOf(repository.id.split('/')[0] ?? '', 'org'),
    repo: { name: repository.id, type: repository.plan.type },
    title: discussion.title,
    status: discussion.status,
    createdAt: discussion.createdAt,
    pinned: false,
    locked: false,
    collection: 'discussions',
    isPullRequest: discussion.isPullRequest,
  };
  if (!discussion.isPullRequest) return json({ ...base, events });
  const head = await repository.git.resolve(`refs/pr/${num}`);
  const main = await repository.head();
  events.splice(1, 0, ...(await commitEvents(repository, num)));
  const withDiff = flagParam(context.url.searchParams, 'diff') && context.hub.settings.inlineDiff;
  return json({
    ...base,
    changes: {
      base: 'refs/heads/main',
      ...(discussion.mergeCommitId && { mergeCommitId: discussion.mergeCommitId }),
      ...(head ? { headCommitId: head } : { refDeleted: true }),
    },
    filesWithConflicts: head && main ? await conflicts(repository, head, main) : [],
    diffUrl: `${context.origin}${repository.page}/discussions/${num}/files.diff`,
    ...(withDiff && { diff: (await pullRequestDiff(repository, num)) ?? '' }),
    events: events.sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
  });
}

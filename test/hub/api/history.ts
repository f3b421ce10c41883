import { type Context, flagParam, listParam } from '../http/context.ts';
import { json, type Reply, text } from '../http/reply.ts';
import { authorOf } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { commitAt } from './tree.ts';

/** `GET …/refs?include_prs=1`. */
export async function refs(context: Context, repository: HubRepository): Promise<Reply> {
  const all = await repository.git.refs();
  const named = (prefix: string) =>
    all
      .filter(({ ref }) => ref.startsWith(prefix))
      .map(({ ref, commit }) => ({ name: ref.slice(prefix.length), ref, targetCommit: commit }));
  return json({
    branches: named('refs/heads/'),
    tags: named('refs/tags/'),
    converts: named('refs/convert/'),
    ...(flagParam(context.url.searchParams, 'include_prs') && {
      pullRequests: named('refs/pr/').map((ref) => ({ ...ref, name: `refs/pr/${ref.name}` })),
    }),
  });
}

/** `GET …/commits/{rev}`: pages by `p` and `limit`, `X-Total-Count`. */
export async function commits(context: Context, repository: HubRepository, revision: string): Promise<Reply> {
  const query = context.url.searchParams;
  const all = await repository.git.log(await commitAt(repository, revision));
  const limit = Math.min(1000, Math.max(1, Number(query.get('limit') ?? 50) || 50));
  const start = (Number(query.get('p') ?? 0) || 0) * limit;
  const formatted = listParam(query, 'expand').includes('formatted');
  const page = all.slice(start, start + limit).map((commit) => ({
    id: commit.oid,
    title: commit.title,
    message: commit.body,
    authors: [{ user: commit.author, avatar: authorOf(commit.author).avatarUrl }],
    date: commit.at,
    ...(formatted && { formatted: { title: commit.title, message: commit.body } }),
  }));
  const next = new URL(context.url.pathname + context.url.search, context.origin);
  next.searchParams.set('p', String(start / limit + 1));
  return json(page, 200, {
    'x-total-count': String(all.length),
    ...(start + limit < all.length && { link: `<${next.href}>; rel="next"` }),
  });
}

/** `GET …/compare/{a}..{b}`: the diff as text. */
export async function compare(repository: HubRepository, range: string): Promise<Reply> {
  const [from = '', to = ''] = range.split(/\.{2,3}/);
  return text(await repository.git.diff(await commitAt(repository, from), await commitAt(repository, to)));
}

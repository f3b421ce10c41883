import { mayKnow } from '../http/access.ts';
import { type Context, listParam } from '../http/context.ts';
import { json, type Reply } from '../http/reply.ts';
import { expandFields, repositoryInfo } from './model-info.ts';
import { paginate } from './paginate.ts';

const USUAL_FIELDS = ['likes', 'private', 'downloads', 'tags', 'pipeline_tag', 'library_name', 'createdAt', 'modelId'];
const SORTABLE = new Set(['downloads', 'likes', 'createdAt', 'lastModified', 'trendingScore', 'id']);

/** `GET /api/models` and `GET /api/datasets`: filter, search, author, sort, expand, `Link` pages. */
export async function listRepositories(context: Context, type: 'model' | 'dataset'): Promise<Reply> {
  const query = context.url.searchParams;
  const fields = expandFields(query);
  const filters = listParam(query, 'filter');
  const author = query.get('author');
  const search = query.get('search')?.toLowerCase();
  const pipeline = query.get('pipeline_tag');
  const sort = query.get('sort') ?? 'downloads';
  const known = context.hub
    .all(type)
    .filter((repository) => mayKnow(context.reader, repository) && !repository.isDisabled);
  const described = await Promise.all(
    known.map(async (repository) => ({
      repository,
      info: await repositoryInfo(repository, ['tags', 'pipeline_tag', ...SORTABLE]),
    })),
  );
  const found = described
    .filter(({ info }) => filters.every((tag) => (info.tags as string[]).includes(tag)))
    .filter(({ repository }) => !author || repository.id.split('/')[0] === author)
    .filter(({ repository }) => !search || repository.id.toLowerCase().includes(search))
    .filter(({ info }) => !pipeline || info.pipeline_tag === pipeline)
    .sort((a, b) => compare(b.info[sort], a.info[sort]) || compare(a.repository.id, b.repository.id));
  const { page, headers } = paginate(context, found, 1000);
  const items = page.map(({ repository }) => repositoryInfo(repository, fields.length > 0 ? fields : USUAL_FIELDS));
  return json(await Promise.all(items), 200, headers);
}

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''));

import { type Context, listParam } from '../http/context.ts';
import { json, type Reply } from '../http/reply.ts';
import { expandFields, repositoryInfo } from './model-info.ts';
import { paginate } from './paginate.ts';
import { selectRepositories } from './select-repositories.ts';

const USUAL_FIELDS = ['likes', 'private', 'downloads', 'tags', 'pipeline_tag', 'library_name', 'createdAt', 'modelId'];

/** `GET /api/models` and `GET /api/datasets`: filter, search, author, sort, expand, `Link` pages. */
export async function listRepositories(context: Context, type: 'model' | 'dataset'): Promise<Reply> {
  const query = context.url.searchParams;
  const fields = expandFields(query);
  const found = await selectRepositories(context, type, {
    filters: listParam(query, 'filter'),
    author: query.get('author') ?? undefined,
    search: query.get('search') ?? undefined,
    pipeline: query.get('pipeline_tag') ?? undefined,
    sort: query.get('sort') ?? 'downloads',
  });
  const { page, headers } = paginate(context, found, 1000);
  const items = page.map((repository) => repositoryInfo(repository, fields.length > 0 ? fields : USUAL_FIELDS));
  return json(await Promise.all(items), 200, headers);
}

import { mayKnow } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { repositoryInfo } from './model-info.ts';

/** What a list is made of; the API and the page each have words of their own for it. */
export interface Selection {
  filters: readonly string[];
  author?: string | undefined;
  search?: string | undefined;
  pipeline?: string | undefined;
  /** A field of the API's answer. */
  sort: string;
}

const SORTABLE = ['downloads', 'likes', 'createdAt', 'lastModified', 'trendingScore', 'id'];

/** The repositories of a list that the reader may know of, in its order. */
export async function selectRepositories(
  context: Context,
  type: 'model' | 'dataset',
  { filters, author, search, pipeline, sort }: Selection,
): Promise<HubRepository[]> {
  const known = context.hub
    .all(type)
    .filter((repository) => mayKnow(context.reader, repository) && !repository.isDisabled);
  const described = await Promise.all(
    known.map(async (repository) => ({
      repository,
      info: await repositoryInfo(repository, ['tags', 'pipeline_tag', ...SORTABLE]),
    })),
  );
  return described
    .filter(({ info }) => filters.every((tag) => (info.tags as string[]).includes(tag)))
    .filter(({ repository }) => !author || repository.id.split('/')[0] === author)
    .filter(({ repository }) => !search || repository.id.toLowerCase().includes(search.toLowerCase()))
    .filter(({ info }) => !pipeline || info.pipeline_tag === pipeline)
    .sort((a, b) => compare(b.info[sort], a.info[sort]) || compare(a.repository.id, b.repository.id))
    .map(({ repository }) => repository);
}

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''));

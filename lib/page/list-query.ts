import type { ListQuery, ListSort } from '../evals/list/list.ts';
import { pageKind } from './page-kind.ts';

/** What the page's own words for sorting are in the Hub's API. What is missing here is sorted as the page does by itself. */
const SORTS: Partial<Record<string, ListSort>> = {
  __proto__: null as never,
  trending: 'trendingScore',
  likes: 'likes',
  downloads: 'downloads',
  created: 'createdAt',
  modified: 'lastModified',
};

/** Parameters of the page that are tags of the models: the API takes them all as `filter`. */
const TAGS = ['library', 'language', 'license', 'dataset', 'other', 'region', 'filter', 'task_ids'];

/**
 * The list of models that a page shows, read from its address; undefined for a page that lists none. The models page and
 * the pages of users and organizations have words of their own for search and sorting (hub-contract 1.5 and 9).
 */
export function listQuery(href: string): ListQuery | undefined {
  const url = URL.parse(href);
  if (!url) return undefined;
  const { kind } = pageKind(href);
  const [first = '', second] = url.pathname.split('/').filter(Boolean);
  const asked = url.searchParams;
  const text = (name: string) => asked.get(name)?.trim().slice(0, 200) || undefined;
  const words = (name: string) => {
    const found = asked.getAll(name).flatMap((value) => value.split(','));
    return found.map((value) => value.trim().slice(0, 200)).filter(Boolean);
  };
  const isModels = kind === 'list' && first === 'models';
  if (!isModels && (kind !== 'organization' || (second !== undefined && second !== 'models'))) return undefined;
  const author = isModels ? text('author') : first;
  if (author !== undefined && !/^[\w.-]{1,96}$/.test(author)) return undefined;
  const search = text('search') ?? text('search_models');
  const sort = SORTS[text('sort') ?? text('sort_models') ?? ''] ?? (isModels ? 'trendingScore' : 'lastModified');
  const page = Number(asked.get('p') ?? 0);
  const [apps, providers] = [words('apps'), words('inference_provider')];
  const [pipelineTag, parameters] = [text('pipeline_tag'), text('num_parameters')];
  return {
    ...(search !== undefined && { search }),
    ...(author !== undefined && { author }),
    ...(pipelineTag !== undefined && { pipelineTag }),
    filters: TAGS.flatMap(words).slice(0, 20),
    ...(apps.length > 0 && { apps: apps.slice(0, 20) }),
    ...(providers.length > 0 && { providers: providers.slice(0, 20) }),
    ...(parameters !== undefined && { parameters }),
    sort,
    page: Number.isInteger(page) && page >= 0 && page <= 10_000 ? page : 0,
  };
}

import * as z from 'zod/mini';
import type { ListQuery } from '../evals/list/list.ts';
import { getJson, readable } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';

/** Cards on one page of the Hub's list. */
const PAGE = 30;

/** The most that one answer holds. */
const MOST = 1000;

const listed = z.object({
  id: z.string().check(z.regex(/^[\w.-]{1,96}(\/[\w.-]{1,96})?$/)),
  evalResults: z.optional(z.unknown()),
});

/** A model of a list with what the Hub's API says of its results; `readApiEntries` reads that. */
export type ModelOfList = z.infer<typeof listed>;

/**
 * The models that a page of the Hub lists, with their results, in one request: `GET /api/models` with the page's own
 * filters. The API knows pages by an opaque cursor only, so the list is read up to the page's end; undefined for a page
 * that is too far down for one answer.
 */
export async function listModels(hub: Hub, query: ListQuery, options: GetOptions): Promise<ModelOfList[] | undefined> {
  const limit = PAGE * (query.page + 1);
  if (limit > MOST) return undefined;
  const { value } = await getJson(hub, modelListPath(query, limit), z.array(z.unknown()), options);
  // One page more than asked for: a list that is sorted by what changes every minute is never quite the page's own.
  return readable(value, listed).slice(-2 * PAGE);
}

/** A thousand models with all their entries stay below this. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The models that have results, those that are loaded most first, up to a thousand, with their results. The Hub knows no
 * list of the models of one benchmark; its tag `eval-results` is also on models with nothing but the old metadata.
 */
export async function listModelsWithResults(hub: Hub, options: GetOptions): Promise<ModelOfList[]> {
  const path = `/api/models?filter=eval-results&sort=downloads&limit=${MOST}&expand%5B%5D=evalResults`;
  const { value } = await getJson(hub, path, z.array(z.unknown()), { maxBytes: MAX_BYTES, ...options });
  return readable(value, listed);
}

/** Every part is encoded; nothing but values comes from the page. */
function modelListPath(query: ListQuery, limit: number): string {
  const { search, author, pipelineTag, filters, apps, providers, parameters, sort } = query;
  const asked = new URLSearchParams();
  const ask = (name: string, value: string | undefined) => value !== undefined && asked.append(name, value);
  ask('search', search);
  ask('author', author);
  ask('pipeline_tag', pipelineTag);
  for (const tag of filters) ask('filter', tag);
  ask('apps', apps?.join(','));
  ask('inference_provider', providers?.join(','));
  ask('num_parameters', parameters);
  ask('sort', sort);
  ask('limit', String(limit));
  ask('expand[]', 'evalResults');
  return `/api/models?${asked}`;
}

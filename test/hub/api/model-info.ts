import { type Context, listParam } from '../http/context.ts';
import { badRequest } from '../http/fault.ts';
import { json, type Reply } from '../http/reply.ts';
import type { HubRepository } from '../model/hub-repository.ts';

type Value = unknown;
type Field = (repository: HubRepository) => Value | Promise<Value>;

const fact =
  (name: string, fallback?: Value): Field =>
  (repository) =>
    repository.plan.facts[name] ?? fallback;

const cardField =
  (name: string): Field =>
  async (repository) =>
    repository.plan.facts[name] ?? (await repository.cardData())[name];

/** Fields that the local Hub computes; every other one is a fact of the repository's plan. */
const FIELDS: Record<string, Field> = {
  author: (repository) => repository.plan.facts.author ?? repository.id.split('/')[0],
  baseModels: fact('baseModels'),
  cardData: async (repository) => repository.plan.facts.cardData ?? (await repository.cardData()),
  config: fact('config', {}),
  createdAt: (repository) => repository.plan.facts.createdAt ?? repository.plan.commits[0]?.at,
  description: fact('description'),
  disabled: fact('disabled', false),
  downloads: fact('downloads', 0),
  downloadsAllTime: fact('downloadsAllTime'),
  evalResults: async (repository) => {
    const results = await repository.evalResults();
    return results.length > 0 || repository.plan.answersEmptyList ? results : undefined;
  },
  gated: (repository) => repository.gated,
  inference: fact('inference'),
  inferenceProviderMapping: fact('inferenceProviderMapping'),
  lastModified: async (repository) => {
    if (repository.plan.facts.lastModified !== undefined) return repository.plan.facts.lastModified;
    const head = await repository.head();
    return head && (await repository.git.commit(head)).at;
  },
  library_name: cardField('library_name'),
  likes: fact('likes', 0),
  mask_token: fact('mask_token'),
  'model-index': async (repository) =>
    repository.plan.facts['model-index'] ?? (await repository.cardData())['model-index'] ?? null,
  pipeline_tag: cardField('pipeline_tag'),
  private: fact('private', false),
  safetensors: fact('safetensors'),
  sha: (repository) => repository.head(),
  siblings: async (repository) => {
    const head = await repository.head();
    return head ? (await repository.git.files(head)).map((file) => ({ rfilename: file.path })) : [];
  },
  spaces: fact('spaces', []),
  tags: async (repository) => repository.plan.facts.tags ?? (await derivedTags(repository)),
  transformersInfo: fact('transformersInfo'),
  trendingScore: fact('trendingScore', 0),
  usedStorage: fact('usedStorage', 0),
  gguf: fact('gguf'),
  resourceGroup: fact('resourceGroup'),
  widgetData: fact('widgetData'),
  xetEnabled: fact('xetEnabled', true),
  citation: fact('citation'),
  paperswithcode_id: fact('paperswithcode_id'),
  benchmark: fact('benchmark'),
};

/** What an answer without `expand` holds, in the recorded order. */
const DEFAULT_FIELDS = [
  'private',
  'tags',
  'downloads',
  'likes',
  'modelId',
  'author',
  'sha',
  'lastModified',
  'gated',
  'disabled',
  'model-index',
  'config',
  'cardData',
  'siblings',
  'spaces',
  'createdAt',
  'usedStorage',
];

async function derivedTags(repository: HubRepository): Promise<string[]> {
  const results = await repository.evalResults();
  return [...(results.length > 0 ? ['eval-results'] : []), 'region:us'];
}

/** The repository's `_id`, `id` and the named fields; fields without a value are left away. */
export async function repositoryInfo(
  repository: HubRepository,
  fields: string[],
  id = repository.objectId,
): Promise<Record<string, unknown>> {
  const answer: Record<string, unknown> = { _id: id, id: repository.id };
  const values = await Promise.all(
    fields.map((field) => (field === 'modelId' ? repository.id : (FIELDS[field] ?? fact(field))(repository))),
  );
  for (const [index, field] of fields.entries()) {
    if (values[index] !== undefined) answer[field] = values[index];
  }
  return answer;
}

/** The `expand` fields of a query; 400 for a field that nobody knows. */
export function expandFields(query: URLSearchParams, repository?: HubRepository): string[] {
  const fields = listParam(query, 'expand');
  const unknown = fields.find((field) => !FIELDS[field] && !(repository && field in repository.plan.facts));
  if (unknown !== undefined) {
    throw badRequest(
      `✖ Invalid option: expected one of ${Object.keys(FIELDS)
        .map((f) => `"${f}"`)
        .join('|')}\n  → at expand[]`,
    );
  }
  return fields;
}

/** `GET /api/models/{id}`, also `/revision/{rev}`. */
export async function modelInfo(context: Context, repository: HubRepository): Promise<Reply> {
  const fields = expandFields(context.url.searchParams, repository);
  return json(await repositoryInfo(repository, fields.length > 0 ? fields : DEFAULT_FIELDS));
}

/** Models that are compared at a time. */
export const MOST_COMPARED = 12;

const ID = /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/;

/** The id that a reader types or pastes: `org/name`, or the address of a model's page. */
export function modelIdOf(text: string): string | undefined {
  const trimmed = text.trim();
  const path = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/([^?#]+)/i.exec(trimmed)?.[1];
  const id = path === undefined ? trimmed : path.split('/').slice(0, 2).join('/');
  if (!ID.test(id) || id.includes('..') || /(^|\/)\.{1,2}(\/|$)/.test(id)) return undefined;
  return path !== undefined && /^(datasets|spaces|docs|papers|collections|models)(\/|$)/i.test(id) ? undefined : id;
}

/** The models of a link's `models=a,b`; what is no model id is left out, and each stands once. There may be too many. */
export function readSelection(text: string | null): string[] | undefined {
  if (text === null) return undefined;
  return withoutDoubles(text.split(',').flatMap((part) => modelIdOf(part) ?? []));
}

/** The same models, the first of each. */
export function withoutDoubles(models: readonly string[]): string[] {
  const seen = new Set<string>();
  return models.filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
}

/** The models with one of them a place further to the left (-1) or right (1); at the end it stays. */
export function moved(models: readonly string[], index: number, by: -1 | 1): string[] {
  const to = index + by;
  const [one, other] = [models[index], models[to]];
  if (one === undefined || other === undefined) return [...models];
  return models.map((id, at) => (at === index ? other : at === to ? one : id));
}

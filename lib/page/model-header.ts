import type { PageFacts } from '../messaging/protocol.ts';
import { isRepoId } from './page-kind.ts';

/** The island's attribute passes 1 MB on some pages; parsing this much takes about 10 ms, far more would be felt. */
export const HEADER_LIMIT = 3_000_000;

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The raw `data-props` of the page's model header; undefined on other pages. */
export function modelHeaderText(document: Document): string | undefined {
  return document.querySelector('[data-target="ModelHeader"]')?.getAttribute('data-props') ?? undefined;
}

/**
 * Reads what a model page's header says of its repository. Everything is taken only when it has the expected type;
 * unreadable, foreign or oversized props give no facts.
 */
export function readModelHeader(text: string | undefined): PageFacts | undefined {
  if (text === undefined || text.length > HEADER_LIMIT) return undefined;
  let props: Record<string, unknown>;
  try {
    props = object(JSON.parse(text));
  } catch {
    return undefined;
  }
  const model = object(props.model);
  const { open } = object(props.discussionsStats);
  if (typeof model.id !== 'string' || !isRepoId(model.id)) return undefined;
  return {
    repo: model.id,
    ...(isCount(open) && { openDiscussions: open }),
    ...(typeof model.discussionsDisabled === 'boolean' && { discussionsDisabled: model.discussionsDisabled }),
    ...((typeof model.gated === 'boolean' || typeof model.gated === 'string') && { gated: Boolean(model.gated) }),
    ...(typeof model.private === 'boolean' && { private: model.private }),
  };
}

import * as z from 'zod/mini';
import type { BoardAnswerRow, BoardAuthor } from '../evals/board/board.ts';
import { getJson } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { leaderboardPath } from './urls.ts';

export interface LeaderboardAnswer {
  rows: BoardAnswerRow[];
  /** Rows without a model or a number. */
  unreadable: number;
  /** What the rows say of the direction; undefined where none says, or they contradict one another. */
  lowerIsBetter?: boolean;
}

/** 5,000 rows with long notes stay below this. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * One leaderboard: `GET /api/datasets/{id}/leaderboard`, documented in the Hub's OpenAPI. No whole answer was ever seen,
 * so that an object around the list is read too, and a row needs no more than a model and a number.
 */
export async function readLeaderboard(
  hub: Hub,
  { dataset, task, onlyBases = false }: { dataset: string; task?: string | undefined; onlyBases?: boolean },
  options: GetOptions,
): Promise<LeaderboardAnswer> {
  const path = leaderboardPath(dataset, task, onlyBases);
  const { value } = await getJson(hub, path, z.unknown(), { maxBytes: MAX_BYTES, ...options });
  const items = listIn(value);
  if (!items) throw new HubError({ reason: 'unexpected', path, detail: 'the leaderboard is not a list' });
  const rows = items.flatMap((item, index) => toRow(item, index) ?? []);
  const said = new Set(items.flatMap((item) => flag(fields(item).lower_is_better) ?? []));
  const [lowerIsBetter] = said;
  return {
    rows,
    unreadable: items.length - rows.length,
    ...(said.size === 1 && lowerIsBetter !== undefined && { lowerIsBetter }),
  };
}

function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value).find(Array.isArray) : undefined;
}

const MODEL_ID = /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/;

/**
 * One row, or nothing where it has no model or no number; every other field is taken when it is what the documentation
 * says. Read by hand: a schema takes longer for 5,000 rows than all that comes after it together.
 */
function toRow(item: unknown, index: number): BoardAnswerRow | undefined {
  const { modelId, value, rank, verified, filename, notes, num_parameters, ...rest } = fields(item);
  if (typeof modelId !== 'string' || !MODEL_ID.test(modelId)) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const author = toAuthor(rest.author);
  const source = toSource(rest.source);
  return {
    rank: Number.isSafeInteger(rank) ? Number(rank) : index + 1,
    modelId,
    value,
    valueText: String(value),
    verified: verified === true,
    ...(author && { author }),
    ...(source && { source }),
    ...(isCount(rest.pullRequest) && { pullRequest: rest.pullRequest }),
    filename: text(filename) ?? '',
    ...(typeof notes === 'string' && { notes }),
    ...(typeof num_parameters === 'number' && num_parameters > 0 && { parameters: num_parameters }),
  };
}

function toSource(item: unknown): BoardAnswerRow['source'] {
  const said = fields(item);
  const [url, name, isExternal, author] = [
    text(said.url),
    text(said.name),
    flag(said.isExternal),
    toAuthor(said.author),
  ];
  if (url === undefined) return undefined;
  return {
    url,
    ...(name !== undefined && { name }),
    ...(isExternal !== undefined && { isExternal }),
    ...(author && { author }),
  };
}

function toAuthor(item: unknown): BoardAuthor | undefined {
  const { name, type } = fields(item);
  if (typeof name !== 'string') return undefined;
  return { name, ...((type === 'user' || type === 'org') && { type }) };
}

const fields = (item: unknown): Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};

const text = (item: unknown) => (typeof item === 'string' ? item : undefined);

const flag = (item: unknown) => (typeof item === 'boolean' ? item : undefined);

const isCount = (item: unknown): item is number => Number.isSafeInteger(item) && Number(item) > 0;

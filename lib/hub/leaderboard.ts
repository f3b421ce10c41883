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
  const rows: BoardAnswerRow[] = [];
  const said = new Set<boolean>();
  items.forEach((item, index) => {
    const row = toRow(item, index);
    if (row) rows.push(row);
    const { lower_is_better: lower } = fields(item);
    if (typeof lower === 'boolean') said.add(lower);
  });
  // As the Hub ranks them, whatever order they come in.
  rows.sort((a, b) => a.rank - b.rank);
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

/** A thousand times what the largest models have: beyond it a number is a slip, and would stretch every plot. */
const MOST_PARAMETERS = 1e15;

const MODEL_ID = /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/;

/**
 * One row, or nothing where it has no model or no number; every other field that is shown is taken when it is what the
 * documentation says. Read by hand, field by field: a schema, and a spread for each field too, take longer for 5,000 rows than all that
 * comes after them together.
 */
function toRow(item: unknown, index: number): BoardAnswerRow | undefined {
  const said = fields(item);
  const { modelId, value, rank, filename, notes, pullRequest, num_parameters: parameters } = said;
  if (typeof modelId !== 'string' || !MODEL_ID.test(modelId)) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const row: BoardAnswerRow = {
    rank: Number.isSafeInteger(rank) ? Number(rank) : index + 1,
    modelId,
    value,
    valueText: String(value),
    verified: said.verified === true,
    filename: typeof filename === 'string' ? filename : '',
  };
  const source = toSource(said.source);
  if (source) row.source = source;
  if (isCount(pullRequest)) row.pullRequest = pullRequest;
  if (typeof notes === 'string') row.notes = notes;
  if (typeof parameters === 'number' && parameters >= 1 && parameters <= MOST_PARAMETERS) row.parameters = parameters;
  return row;
}

function toSource(item: unknown): BoardAnswerRow['source'] {
  const { url, name, author: by } = fields(item);
  if (typeof url !== 'string') return undefined;
  const source: BoardAnswerRow['source'] = { url };
  if (typeof name === 'string') source.name = name;
  const author = toAuthor(by);
  if (author) source.author = author;
  return source;
}

function toAuthor(item: unknown): BoardAuthor | undefined {
  const { name, type } = fields(item);
  if (typeof name !== 'string') return undefined;
  return type === 'user' || type === 'org' ? { name, type } : { name };
}

const fields = (item: unknown): Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};

const isCount = (item: unknown): item is number => Number.isSafeInteger(item) && Number(item) > 0;

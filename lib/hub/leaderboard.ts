import * as z from 'zod/mini';
import type { BoardAnswerRow, BoardAuthor } from '../evals/board/board.ts';
import { getJson } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { leaderboardPath } from './urls.ts';

const text = z.catch(z.optional(z.string()), undefined);
const flag = z.catch(z.optional(z.boolean()), undefined);

const person = z.catch(z.optional(z.object({ name: z.string(), type: text })), undefined);

/** Only what makes a row is asked for; every other field is taken when it is what the documentation says. */
const rowSchema = z.object({
  modelId: z.string().check(z.regex(/^(?!\.\.?(?:\/|$))[\w.-]{1,96}(?:\/(?!\.\.?$)[\w.-]{1,96})?$/)),
  value: z.number(),
  rank: z.catch(z.optional(z.int()), undefined),
  author: person,
  verified: flag,
  source: z.catch(z.optional(z.object({ url: z.string(), name: text, isExternal: flag, author: person })), undefined),
  pullRequest: z.catch(z.optional(z.int().check(z.positive())), undefined),
  filename: z.catch(z.string(), ''),
  notes: text,
  lower_is_better: flag,
  num_parameters: z.catch(z.optional(z.number().check(z.positive())), undefined),
});

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
  const read = items.map((item) => rowSchema.safeParse(item));
  const rows = read.flatMap(({ data }, index) => (data ? [toRow(data, index)] : []));
  const said = new Set(read.flatMap(({ data }) => data?.lower_is_better ?? []));
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

function toRow(row: z.infer<typeof rowSchema>, index: number): BoardAnswerRow {
  const { modelId, value, rank, author, verified, source, pullRequest, filename, notes, num_parameters } = row;
  return {
    rank: rank ?? index + 1,
    modelId,
    value,
    valueText: String(value),
    verified: verified === true,
    ...(author && { author: toAuthor(author) }),
    ...(source && {
      source: {
        url: source.url,
        ...(source.name !== undefined && { name: source.name }),
        ...(source.isExternal !== undefined && { isExternal: source.isExternal }),
        ...(source.author && { author: toAuthor(source.author) }),
      },
    }),
    ...(pullRequest !== undefined && { pullRequest }),
    filename,
    ...(notes !== undefined && { notes }),
    ...(num_parameters !== undefined && { parameters: num_parameters }),
  };
}

const toAuthor = ({ name, type }: { name: string; type?: string | undefined }): BoardAuthor => ({
  name,
  ...((type === 'user' || type === 'org') && { type }),
});

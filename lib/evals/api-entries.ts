import type * as z from 'zod/mini';
import { type ApiItem, apiItemSchema } from './api-schema.ts';
import { cut, type FilePlace, makeFinding } from './finding.ts';
import { readHubComplaint } from './hub-says.ts';
import { inSlices, run } from './in-slices.ts';
import type { Message, MessageKey } from './message.ts';
import type { Finding } from './report.ts';
import type { FoundEntry, Source } from './score.ts';
import { wellFormed } from './view/well-formed.ts';

const loader = 'eval-results';

interface ApiReading {
  entries: FoundEntry[];
  findings: Finding[];
}

/**
 * Reads the Hub's `evalResults`, as far as it is what it should be: each item by itself, so that an unexpected one is
 * a finding that names it (`evalResults[3].value is a text`) and the others stay. Absent and empty are alike.
 */
export const readApiEntries = (evalResults: unknown): ApiReading => run(steps(evalResults));

/** {@link readApiEntries} that lets others run in between: a thousand items take some 30 ms. */
export const readApiEntriesInSlices = (evalResults: unknown): Promise<ApiReading> => inSlices(steps(evalResults));

function* steps(evalResults: unknown): Generator<undefined, ApiReading> {
  const entries: FoundEntry[] = [];
  const findings: Finding[] = [];
  if (evalResults === undefined || evalResults === null) return { entries, findings };
  if (!Array.isArray(evalResults)) {
    findings.push(unexpected({ path: '.eval_results', loader }, 'evalResults', evalResults));
    return { entries, findings };
  }
  for (const [index, item] of evalResults.entries()) {
    const read = apiItemSchema.safeParse(item);
    if (!read.success) findings.push(badItem(item, index, read.error));
    else if (read.data.data) entries.push(toEntry(read.data, read.data.data));
    else findings.push(malformed(read.data, index));
    yield;
  }
  return { entries, findings };
}

function toEntry(item: ApiItem, data: NonNullable<ApiItem['data']>): FoundEntry {
  const { dataset, value, date, notes, source, verifyToken } = data;
  return {
    dataset: wellFormed(dataset.id),
    task: wellFormed(dataset.task_id),
    ...present({ revision: dataset.revision }),
    value,
    valueText: String(value),
    asWritten: false,
    ...present({ date, notes }),
    ...(isHubDefault(date) ? { dateIsDefault: true } : {}),
    ...(source ? { source: present(source) as unknown as Source } : {}),
    verified: item.verified === true,
    hasToken: Boolean(verifyToken),
    origin: {
      kind: item.pullRequest ? 'pull-request' : 'main',
      ...(item.pullRequest ? { pullRequest: item.pullRequest } : {}),
      path: wellFormed(item.filename),
      seenBy: [loader],
    },
  };
}

/**
 * The Hub fills a missing date with the commit's time, which git knows to the second and the Hub writes with three
 * zeros (hub-contract 1.2). The file itself settles it once it is read.
 */
function isHubDefault(date: string | null | undefined): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(date ?? '');
}

function malformed(item: ApiItem, index: number): Finding {
  const place = placeOf(item);
  if (!item.error) return unexpected(place, `evalResults[${index}].data`, item.data);
  const { rule, message, at } = readHubComplaint(item.error);
  return { ...makeFinding(place, { rule, message, at }), hubSays: cut(wellFormed(item.error), 2000) };
}

function badItem(item: unknown, index: number, error: z.core.$ZodError): Finding {
  const path = error.issues[0]?.path ?? [];
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], item);
  // The item's wrapper is left out, as the Hub leaves it out of its own errors.
  const name = [
    'evalResults',
    `[${index}]`,
    ...path.filter((key, at) => at > 0 || path.length === 1 || key !== 'data').map((key) => `.${String(key)}`),
  ];
  return unexpected(placeOf(item), name.join(''), found);
}

function placeOf(item: unknown): FilePlace {
  const { filename, pullRequest } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  return {
    path: typeof filename === 'string' && filename ? cut(wellFormed(filename), 500) : '.eval_results',
    ...(typeof pullRequest === 'number' && Number.isInteger(pullRequest) && pullRequest > 0 ? { pullRequest } : {}),
    loader,
  };
}

function unexpected(place: FilePlace, at: string, found: unknown): Finding {
  const isInfinite = typeof found === 'number' && !Number.isFinite(found);
  const message: Message = isInfinite
    ? { key: 'findingNotFinite', args: [String(found)] }
    : { key: kindSentence(found), args: [at] };
  return makeFinding(place, { rule: 'hub/unexpected', message, at });
}

function kindSentence(found: unknown): MessageKey {
  if (found === undefined) return 'findingMissing';
  if (found === null || found === '') return 'findingEmpty';
  if (Array.isArray(found)) return 'findingIsList';
  if (typeof found === 'string') return 'findingIsText';
  if (typeof found === 'number') return 'findingIsNumber';
  return typeof found === 'boolean' ? 'findingIsBoolean' : 'findingIsObject';
}

function present<T extends Record<string, string | null | undefined>>(fields: T): { [K in keyof T]?: string } {
  const kept = Object.entries(fields).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, wellFormed(value)]] : [],
  );
  return Object.fromEntries(kept);
}

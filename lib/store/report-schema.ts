import * as z from 'zod/mini';
import type { MessageKey } from '../evals/message.ts';
import type { CheckCode, Report } from '../evals/report.ts';

// Loose objects: a field that a later part of the report brings along is kept as it is.

/** Words that only we wrote; a key that a later version no longer has is shown as itself, not a reason to lose the report. */
const word = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && value.length <= 200);

const plainArgument = z.union([z.string(), z.number()]);
const phrase = z.looseObject({ key: word<MessageKey>(), args: z.exactOptional(z.array(plainArgument)) });
const message = z.looseObject({
  key: word<MessageKey>(),
  args: z.exactOptional(z.array(z.union([plainArgument, phrase]))),
});

const loaderName = z.enum(['eval-results', 'main-files', 'pull-requests', 'model-card', 'model-index']);
const state = z.enum(['pending', 'ok', 'gap', 'off']);
const severity = z.enum(['none', 'info', 'notice', 'warning', 'error']);
const code = word<CheckCode>();

const strings = z.array(z.string());
const cell = z.looseObject({
  section: strings,
  table: z.nullable(z.number()),
  row: z.string(),
  column: z.string(),
  header: strings,
  footnotes: strings,
  rowIndex: z.nullable(z.number()),
  columnIndex: z.nullable(z.number()),
  unit: z.enum(['percent', 'fraction', 'other']),
  beside: z.array(z.looseObject({ name: z.string(), value: z.number(), valueText: z.string() })),
});

const origin = z.looseObject({
  kind: z.enum(['main', 'pull-request', 'model-card', 'model-index', 'leaderboard']),
  pullRequest: z.exactOptional(z.number()),
  path: z.exactOptional(z.string()),
  line: z.exactOptional(z.number()),
  lastLine: z.exactOptional(z.number()),
  quote: z.exactOptional(z.string()),
  cell: z.exactOptional(cell),
  seenBy: z.array(loaderName),
});

const variant = z.looseObject({
  tags: z.array(
    z.looseObject({
      kind: word<Report['groups'][number]['scores'][number]['variant']['tags'][number]['kind']>(),
      value: z.string(),
      quote: z.string(),
      from: z.enum(['notes', 'path', 'source', 'row', 'header', 'footnote']),
    }),
  ),
  rest: z.string(),
});

const score = z.looseObject({
  id: z.string(),
  dataset: z.string(),
  task: z.string(),
  revision: z.exactOptional(z.string()),
  value: z.number(),
  valueText: z.string(),
  asWritten: z.boolean(),
  date: z.exactOptional(z.string()),
  dateIsDefault: z.exactOptional(z.boolean()),
  notes: z.exactOptional(z.string()),
  source: z.exactOptional(
    z.looseObject({
      url: z.string(),
      name: z.exactOptional(z.string()),
      user: z.exactOptional(z.string()),
      org: z.exactOptional(z.string()),
    }),
  ),
  verified: z.boolean(),
  hasToken: z.boolean(),
  variant,
  origins: z.array(origin),
});

const number = z.nullable(z.number());

const group = z.looseObject({
  dataset: z.string(),
  task: z.string(),
  scores: z.array(score),
  verdicts: z.array(
    z.looseObject({
      a: z.string(),
      b: z.string(),
      code,
      severity,
      comparable: z.boolean(),
      deltaPoints: number,
      deltaItems: number,
      n: number,
      z: number,
      p: number,
      secondary: z.array(code),
      message,
      dismissed: z.exactOptional(z.literal(true)),
    }),
  ),
  summary: message,
  standing: z.enum(['single', 'agree', 'differs', 'not-comparable', 'scale', 'dismissed']),
});

const figure = { value: z.number(), valueText: z.string() };
const stated = z.looseObject({
  dataset: z.string(),
  row: z.string(),
  column: z.string(),
  ...figure,
  beside: z.array(z.looseObject({ name: z.string(), ...figure })),
});

const finding = z.looseObject({
  path: z.string(),
  pullRequest: z.exactOptional(z.number()),
  line: number,
  code,
  severity,
  rule: z.string(),
  message,
  text: z.exactOptional(z.string()),
  hubSays: z.exactOptional(z.string()),
  stated: z.exactOptional(stated),
  seenBy: loaderName,
});

const gap = z.looseObject({
  loader: loaderName,
  reason: word<Report['gaps'][number]['reason']>(),
  message,
  pullRequest: z.exactOptional(z.number()),
  path: z.exactOptional(z.string()),
  retryAt: z.exactOptional(z.number()),
  detail: z.exactOptional(z.string()),
});

const pullRequest = z.looseObject({
  number: z.number(),
  title: z.exactOptional(z.string()),
  author: z.exactOptional(z.string()),
  createdAt: z.exactOptional(z.string()),
  status: z.enum(['draft', 'open', 'closed', 'merged', 'unknown']),
  head: z.exactOptional(z.string()),
  looked: z.enum(['read', 'named', 'unread']),
});

const facts = z.looseObject({
  id: z.string(),
  gated: z.union([z.literal(false), z.enum(['auto', 'manual'])]),
  private: z.boolean(),
  disabled: z.boolean(),
  sha: z.exactOptional(z.string()),
  tags: z.array(z.string()),
  baseModels: z.array(z.string()),
  lastModified: z.exactOptional(z.string()),
});

/** A report as it comes back from the storage. */
export const reportSchema: z.ZodMiniType<Report> = z.looseObject({
  version: z.literal(1),
  repo: z.string(),
  at: z.number(),
  stored: z.boolean(),
  loaders: z.object({
    'eval-results': state,
    'main-files': state,
    'pull-requests': state,
    'model-card': state,
    'model-index': state,
  }),
  facts: z.exactOptional(facts),
  groups: z.array(group),
  lacking: z.exactOptional(z.array(z.looseObject({ dataset: z.string(), task: z.string(), name: z.string() }))),
  findings: z.array(finding),
  gaps: z.array(gap),
  pullRequests: z.array(pullRequest),
  unlistedPullRequests: z.exactOptional(z.number()),
});

import { z } from 'zod';
import type { MessageKey } from '../evals/message.ts';
import type { CheckCode, Report } from '../evals/report.ts';

// Loose objects: a field that a later part of the report brings along is kept as it is.

/** Words that only we wrote; a key that a later version no longer has is shown as itself, not a reason to lose the report. */
const word = <T extends string>() => z.custom<T>((value) => typeof value === 'string' && value.length <= 200);

const plainArgument = z.union([z.string(), z.number()]);
const phrase = z.looseObject({ key: word<MessageKey>(), args: z.array(plainArgument).exactOptional() });
const message = z.looseObject({
  key: word<MessageKey>(),
  args: z.array(z.union([plainArgument, phrase])).exactOptional(),
});

const loaderName = z.enum(['eval-results', 'main-files', 'pull-requests']);
const severity = z.enum(['none', 'info', 'notice', 'warning', 'error']);
const code = word<CheckCode>();

const origin = z.looseObject({
  kind: z.enum(['main', 'pull-request', 'model-card', 'model-index', 'leaderboard']),
  pullRequest: z.number().exactOptional(),
  path: z.string().exactOptional(),
  line: z.number().exactOptional(),
  lastLine: z.number().exactOptional(),
  quote: z.string().exactOptional(),
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
  revision: z.string().exactOptional(),
  value: z.number(),
  valueText: z.string(),
  asWritten: z.boolean(),
  date: z.string().exactOptional(),
  dateIsDefault: z.boolean().exactOptional(),
  notes: z.string().exactOptional(),
  source: z
    .looseObject({
      url: z.string(),
      name: z.string().exactOptional(),
      user: z.string().exactOptional(),
      org: z.string().exactOptional(),
    })
    .exactOptional(),
  verified: z.boolean(),
  hasToken: z.boolean(),
  variant,
  origins: z.array(origin),
});

const number = z.number().nullable();

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
      dismissed: z.literal(true).exactOptional(),
    }),
  ),
  summary: message,
  standing: z.enum(['single', 'agree', 'differs', 'not-comparable', 'scale', 'dismissed']),
});

const finding = z.looseObject({
  path: z.string(),
  pullRequest: z.number().exactOptional(),
  line: number,
  code,
  severity,
  rule: z.string(),
  message,
  text: z.string().exactOptional(),
  hubSays: z.string().exactOptional(),
  seenBy: loaderName,
});

const gap = z.looseObject({
  loader: loaderName,
  reason: word<Report['gaps'][number]['reason']>(),
  message,
  pullRequest: z.number().exactOptional(),
  path: z.string().exactOptional(),
  retryAt: z.number().exactOptional(),
  detail: z.string().exactOptional(),
});

const pullRequest = z.looseObject({
  number: z.number(),
  title: z.string().exactOptional(),
  author: z.string().exactOptional(),
  createdAt: z.string().exactOptional(),
  status: z.enum(['draft', 'open', 'closed', 'merged', 'unknown']),
  head: z.string().exactOptional(),
  looked: z.enum(['read', 'named', 'unread']),
});

const facts = z.looseObject({
  id: z.string(),
  gated: z.union([z.literal(false), z.enum(['auto', 'manual'])]),
  private: z.boolean(),
  disabled: z.boolean(),
  sha: z.string().exactOptional(),
  tags: z.array(z.string()),
  baseModels: z.array(z.string()),
  lastModified: z.string().exactOptional(),
});

/** A report as it comes back from the storage. */
export const reportSchema: z.ZodType<Report> = z.looseObject({
  version: z.literal(1),
  repo: z.string(),
  at: z.number(),
  stored: z.boolean(),
  loaders: z.record(loaderName, z.enum(['pending', 'ok', 'gap', 'off'])),
  facts: facts.exactOptional(),
  groups: z.array(group),
  findings: z.array(finding),
  gaps: z.array(gap),
  pullRequests: z.array(pullRequest),
  unlistedPullRequests: z.number().exactOptional(),
});

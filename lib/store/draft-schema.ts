import * as z from 'zod/mini';
import type {
  Draft,
  DraftEntry,
  DraftEvidence,
  ScoresDraft,
  SpecDraft,
  StopReason,
  SubmissionPlan,
  SubmissionState,
} from '../draft/draft.ts';

/** Longer than any form's field needs; a card's row may be long. */
const text = z.string().check(z.maxLength(4_000));
const line = z.string().check(z.maxLength(500));
const pair = z.custom<[string, string]>(
  (value) =>
    Array.isArray(value) && value.length === 2 && line.safeParse(value[0]).success && text.safeParse(value[1]).success,
);
const count = z.int().check(z.positive());
const time = z.number().check(z.nonnegative());
const commit = z.string().check(z.regex(/^[0-9a-f]{40}$/));

/** Ids are ours: `crypto.randomUUID()`. */
export const draftIdSchema = z.string().check(z.regex(/^[\w-]{1,64}$/));

/** `org/name`, or nothing while the reader has not named the model. */
export const draftRepoSchema = z.string().check(z.regex(/^([\w.-]{1,96}(\/[\w.-]{1,96})?)?$/));

export const evidenceSchema: z.ZodMiniType<DraftEvidence> = z.object({
  kind: z.enum(['card', 'report', 'file', 'typed']),
  quote: z.exactOptional(text),
  column: z.exactOptional(text),
  row: z.exactOptional(text),
  table: z.exactOptional(count),
  section: z.exactOptional(z.array(line).check(z.maxLength(20))),
  footnotes: z.exactOptional(z.array(text).check(z.maxLength(50))),
  line: z.exactOptional(count),
  commit: z.exactOptional(commit),
  file: z.exactOptional(line),
  format: z.exactOptional(line),
  stated: z.exactOptional(z.array(pair).check(z.maxLength(100))),
});

const source = z.object({
  url: text,
  name: z.exactOptional(line),
  user: z.exactOptional(line),
  org: z.exactOptional(line),
});

/** The form's fields of an entry, valid or not. */
export const entryFields = {
  dataset: line,
  task: line,
  revision: z.exactOptional(line),
  valueText: line,
  notes: z.exactOptional(text),
  date: z.exactOptional(line),
  source: z.exactOptional(source),
};

const entry: z.ZodMiniType<DraftEntry> = z.object({ id: draftIdSchema, ...entryFields, evidence: evidenceSchema });

/** More entries than one model's card has. */
export const entriesSchema = z.array(entry).check(z.maxLength(200));

export const answersSchema: z.ZodMiniType<Draft['answers']> = z.object({
  checkpointEvaluated: z.exactOptional(z.boolean()),
  accepted: z.array(line).check(z.maxLength(1_000)),
});

/** A drafted `eval.yaml`; real ones have some hundred characters. */
export const specTextSchema = z.string().check(z.maxLength(64 * 1024));

/** What may be sent: to a model results files of one folder, to a dataset its specification, and no other file. */
const PATHS = {
  model: /^\.eval_results\/(?!\.)[\w.\- ]{1,120}\.ya?ml$/,
  dataset: /^eval\.yaml$/,
} as const;

/** The change of one confirm, with a title and text as long as the Hub takes them. */
export const planSchema: z.ZodMiniType<SubmissionPlan> = z
  .object({
    repoType: z.enum(['model', 'dataset']),
    repo: z.string().check(z.regex(/^[\w.-]{1,96}\/[\w.-]{1,96}$/)),
    files: z
      .array(
        z.object({
          path: z.string(),
          text: z.string().check(z.minLength(1), z.maxLength(256 * 1024)),
          before: z.exactOptional(z.string().check(z.maxLength(64 * 1024))),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
    parentCommit: commit,
    pullRequest: z.exactOptional(count),
    title: z.string().check(z.minLength(3), z.maxLength(200)),
    body: z.string().check(z.minLength(1), z.maxLength(65_536)),
    key: z.string().check(z.regex(/^crosscheck:[\w-]{16,64}$/)),
    asDraft: z.boolean(),
    account: z.string().check(z.minLength(1), z.maxLength(100)),
    confirmedAt: time,
  })
  .check(z.refine(({ repoType, files }) => files.every(({ path }) => PATHS[repoType].test(path))));

/** Reasons are only ever written by us; one that a later version no longer has is shown as unexpected. */
const reason = z.custom<StopReason>((value) => typeof value === 'string' && /^[a-z-]{1,40}$/.test(value));

const submission: z.ZodMiniType<SubmissionState> = z.union([
  z.object({ step: z.literal('draft') }),
  z.object({
    step: z.enum(['checking-account', 'checking-duplicates', 'opening', 'looking-for-it']),
    attempt: count,
    since: time,
  }),
  z.object({
    step: z.literal('stopped'),
    reason,
    detail: z.exactOptional(z.string()),
    retryAt: z.exactOptional(time),
    at: time,
  }),
  z.object({ step: z.literal('in-doubt'), since: time, detail: z.exactOptional(z.string()) }),
  z.object({
    step: z.literal('opened'),
    pullRequest: count,
    at: time,
    status: z.enum(['open', 'draft', 'merged', 'closed', 'unknown']),
    statusAt: time,
  }),
]);

const anyDraft = {
  version: z.literal(2),
  id: draftIdSchema,
  repo: draftRepoSchema,
  answers: answersSchema,
  asDraft: z.boolean(),
  updates: z.exactOptional(count),
  createdAt: time,
  changedAt: time,
  plan: z.exactOptional(planSchema),
  marks: z.exactOptional(z.array(line)),
  submission,
};

const scoresDraft: z.ZodMiniType<ScoresDraft> = z.object({
  kind: z.literal('scores'),
  ...anyDraft,
  entries: entriesSchema,
});

const specDraft: z.ZodMiniType<SpecDraft> = z.object({ kind: z.literal('spec'), ...anyDraft, text: specTextSchema });

/** Reads a draft of the present shape. */
export const draftSchema: z.ZodMiniType<Draft> = z.union([scoresDraft, specDraft]);

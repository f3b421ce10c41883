import * as z from 'zod/mini';
import type { SourceQuestion } from '../draft/source-look.ts';
import type { DraftText, EntryStart, GroundRequest, ScoresStart, SpecStart } from '../messaging/draft-messages.ts';
import {
  answersSchema,
  draftIdSchema,
  draftRepoSchema,
  entriesSchema,
  entryFields,
  evidenceSchema,
  planSchema,
  specTextSchema,
} from '../store/draft-schema.ts';
import { nothing, repoId } from './plain-schemas.ts';

const { dataset, task, valueText, ...optional } = entryFields;

const entryStart: z.ZodMiniType<EntryStart> = z.object({
  dataset: z.exactOptional(dataset),
  task: z.exactOptional(task),
  valueText: z.exactOptional(valueText),
  ...optional,
  evidence: evidenceSchema,
});

const open = z.exactOptional(z.literal('tab'));

const scoresStart: z.ZodMiniType<ScoresStart> = z.object({
  kind: z.exactOptional(z.literal('scores')),
  repo: z.exactOptional(repoId),
  entries: z.exactOptional(z.array(entryStart).check(z.maxLength(200))),
  open,
});

const specStart: z.ZodMiniType<SpecStart> = z.object({
  kind: z.literal('spec'),
  repo: repoId,
  text: specTextSchema,
  open,
});

const anyText = { id: draftIdSchema, repo: draftRepoSchema, answers: answersSchema, asDraft: z.boolean() };

const draftText: z.ZodMiniType<DraftText> = z.union([
  z.object({
    kind: z.literal('scores'),
    ...anyText,
    entries: entriesSchema,
    updates: z.exactOptional(z.int().check(z.positive())),
  }),
  z.object({ kind: z.literal('spec'), ...anyText, text: specTextSchema }),
]);

const groundRequest: z.ZodMiniType<GroundRequest> = z.object({
  repo: repoId,
  benchmarks: z.exactOptional(z.array(z.object({ dataset, task })).check(z.maxLength(200))),
  updates: z.exactOptional(z.int().check(z.positive())),
});

const sourceQuestion: z.ZodMiniType<SourceQuestion> = z.object({
  repo: repoId,
  dataset,
  task,
  valueText: valueText.check(z.regex(/^-?\d+(\.\d+)?$/)),
  url: z.string().check(z.minLength(1), z.maxLength(4_000)),
});

/** The data of the messages of drafts and account. */
export const draftSchemas = {
  listDrafts: nothing,
  readDraft: draftIdSchema,
  createDraft: z.union([scoresStart, specStart]),
  writeDraft: draftText,
  deleteDraft: draftIdSchema,
  listLostDrafts: nothing,
  readForDraft: groundRequest,
  readForSpec: repoId,
  checkDraftSource: sourceQuestion,
  sendDraft: z.object({ id: draftIdSchema, plan: planSchema }),
  lookAgain: draftIdSchema,
  closeOwn: z.object({ id: draftIdSchema, reason: z.string().check(z.minLength(1), z.maxLength(10_000)) }),
  refreshDrafts: nothing,
  exportSubmissions: z.enum(['csv', 'json']),
  readAccount: nothing,
  saveToken: z.string().check(z.minLength(1), z.maxLength(4_096)),
  signIn: nothing,
  signOut: nothing,
};

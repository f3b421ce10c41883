import * as z from 'zod/mini';
import type { CheckCode } from '../evals/report.ts';
import type { PageSeen, Protocol, ReportRequest } from '../messaging/protocol.ts';
import type { Heard } from '../messaging/senders.ts';
import { pictureSchema } from '../store/pictures.ts';
import { hiddenSchema, placeSchema as place, thresholdsSchema } from '../store/preferences.ts';
import { boardSchemas } from './board-schemas.ts';
import { draftSchemas } from './draft-schemas.ts';
import { listSchemas } from './list-schemas.ts';
import { markSchemas } from './mark-schemas.ts';
import { nothing, repoId } from './plain-schemas.ts';

const loader = z.enum(['eval-results', 'main-files', 'pull-requests', 'model-card', 'model-index']);

export const pageSeenSchema: z.ZodMiniType<PageSeen> = z.object({
  kind: z.enum(['model', 'dataset', 'space', 'list', 'organization', 'other']),
  repo: z.exactOptional(repoId),
  tab: z.exactOptional(z.enum(['card', 'files', 'community', 'settings', 'other'])),
  facts: z.exactOptional(
    z.object({
      repo: z.exactOptional(repoId),
      openDiscussions: z.exactOptional(z.int().check(z.nonnegative())),
      discussionsDisabled: z.exactOptional(z.boolean()),
      gated: z.exactOptional(z.boolean()),
      private: z.exactOptional(z.boolean()),
    }),
  ),
});

const reportRequestSchema: z.ZodMiniType<ReportRequest> = z.object({
  repo: repoId,
  refresh: z.exactOptional(z.boolean()),
  everyPullRequest: z.exactOptional(z.boolean()),
});

const scoreId = z.string().check(z.minLength(1), z.maxLength(100));
const verdictName = { a: scoreId, b: scoreId, code: z.custom<CheckCode>((code) => /^[A-Z]\d$/.test(String(code))) };
/** More than a page has pairs of. */
const namedVerdicts = z.object({ repo: repoId, verdicts: z.array(z.object(verdictName)).check(z.maxLength(3_000)) });

/** Reads the data of every message that the background answers. */
export const SCHEMAS: { [K in Heard]: z.ZodMiniType<DataOf<K>> } = {
  pageSeen: pageSeenSchema,
  readPicture: repoId,
  keepPicture: z.object({ repo: repoId, picture: pictureSchema }),
  readReport: reportRequestSchema,
  readPanelState: nothing,
  writePanelState: z.object({ collapsed: z.exactOptional(z.boolean()), place: z.exactOptional(place) }),
  openOptions: nothing,
  readExplanation: z.object({ repo: repoId, ...verdictName }),
  dismissVerdicts: namedVerdicts,
  restoreVerdicts: namedVerdicts,
  readTab: z.int().check(z.nonnegative()),
  readSettings: nothing,
  writeSettings: z.object({
    off: z.exactOptional(z.array(loader).check(z.maxLength(20))),
    place: z.exactOptional(place),
    thresholds: z.exactOptional(thresholdsSchema),
    hidden: z.exactOptional(hiddenSchema),
  }),
  resetSettings: nothing,
  exportSettings: nothing,
  importSettings: z.string(),
  clearCache: nothing,
  cacheSize: nothing,
  ...draftSchemas,
  readOfficialBenchmarks: nothing,
  ...boardSchemas,
  ...listSchemas,
  ...markSchemas,
  checkSource: z.object({ repo: repoId, score: scoreId }),
};

/** The data that a message carries. */
export type DataOf<K extends keyof Protocol> = Parameters<Protocol[K]> extends [infer Data] ? Data : undefined;

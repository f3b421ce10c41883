import { z } from 'zod';
import type { CheckCode } from '../evals/report.ts';
import type { PageSeen, Protocol, ReportRequest } from '../messaging/protocol.ts';
import type { Heard } from '../messaging/senders.ts';
import { pictureSchema } from '../store/pictures.ts';
import { placeSchema as place, thresholdsSchema } from '../store/preferences.ts';

/** A repository id, `org/name` or a legacy `name`: the Hub's characters, and its limit of 96 a part. */
export const repoId = z.string().regex(/^[\w.-]{1,96}(\/[\w.-]{1,96})?$/);

const loader = z.enum(['eval-results', 'main-files', 'pull-requests']);

export const pageSeenSchema: z.ZodType<PageSeen> = z.object({
  kind: z.enum(['model', 'dataset', 'space', 'list', 'organization', 'other']),
  repo: repoId.exactOptional(),
  tab: z.enum(['card', 'files', 'community', 'settings', 'other']).exactOptional(),
  facts: z
    .object({
      repo: repoId.exactOptional(),
      openDiscussions: z.int().nonnegative().exactOptional(),
      discussionsDisabled: z.boolean().exactOptional(),
      gated: z.boolean().exactOptional(),
      private: z.boolean().exactOptional(),
    })
    .exactOptional(),
});

const reportRequestSchema: z.ZodType<ReportRequest> = z.object({
  repo: repoId,
  refresh: z.boolean().exactOptional(),
  everyPullRequest: z.boolean().exactOptional(),
});

const scoreId = z.string().min(1).max(100);
const verdictName = { a: scoreId, b: scoreId, code: z.custom<CheckCode>((code) => /^[A-Z]\d$/.test(String(code))) };
/** More than a page has pairs of. */
const namedVerdicts = z.object({ repo: repoId, verdicts: z.array(z.object(verdictName)).max(3_000) });

// A message without data arrives with none, or with null where the browser turned it into JSON.
const nothing = z.undefined().or(z.null().transform(() => undefined));

/** Reads the data of every message that the background answers. */
export const SCHEMAS: { [K in Heard]: z.ZodType<DataOf<K>> } = {
  pageSeen: pageSeenSchema,
  readPicture: repoId,
  keepPicture: z.object({ repo: repoId, picture: pictureSchema }),
  readReport: reportRequestSchema,
  readPanelState: nothing,
  writePanelState: z.object({ collapsed: z.boolean().exactOptional(), place: place.exactOptional() }),
  openOptions: nothing,
  readExplanation: z.object({ repo: repoId, ...verdictName }),
  dismissVerdicts: namedVerdicts,
  restoreVerdicts: namedVerdicts,
  readTab: z.int().nonnegative(),
  readSettings: nothing,
  writeSettings: z.object({
    off: z.array(loader).max(20).exactOptional(),
    place: place.exactOptional(),
    thresholds: thresholdsSchema.exactOptional(),
  }),
  resetSettings: nothing,
  exportSettings: nothing,
  importSettings: z.string(),
  clearCache: nothing,
  cacheSize: nothing,
};

/** The data that a message carries. */
export type DataOf<K extends keyof Protocol> = Parameters<Protocol[K]> extends [infer Data] ? Data : undefined;

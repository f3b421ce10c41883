import * as z from 'zod/mini';
import type { RepoFacts } from '../evals/report.ts';
import { getJson } from './get-json.ts';
import type { GetOptions, Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { modelInfoPath } from './urls.ts';

/** The API's answer about a model. */
export interface ModelInfo {
  facts: RepoFacts;
  /** Entries and unreadable files of main and of open pull requests, as the API gave them: `readApiEntries` reads them. */
  evalResults: unknown[];
}

const names = z.catch(
  z.pipe(
    z.array(z.unknown()),
    z.transform((items) => items.filter((item) => typeof item === 'string')),
  ),
  [],
);

// A privacy field that we do not understand counts as private: what we then read stays in memory.
const flag = z.catch(z.nullish(z.boolean()), true);

const answer = z.object({
  id: z.string().check(z.regex(/^(?!\.+\/)[\w.-]{1,96}(\/(?!\.+$)[\w.-]{1,96})?$/)),
  evalResults: z.optional(z.unknown()),
  gated: z.catch(z.nullish(z.union([z.literal(false), z.enum(['auto', 'manual'])])), 'manual'),
  private: flag,
  disabled: z.catch(z.nullish(z.boolean()), false),
  sha: z.catch(z.optional(z.string().check(z.regex(/^[0-9a-f]{40}$/))), undefined),
  tags: names,
  baseModels: z.catch(z.nullish(z.object({ models: z.array(z.object({ id: z.string() })) })), undefined),
  lastModified: z.catch(z.optional(z.string()), undefined),
  siblings: z.optional(z.unknown()),
});

/**
 * All that the API says of a model, in one request: `GET /api/models/{id}?expand[]=evalResults…`. A legacy id (`gpt2`)
 * comes back under its real one (`renamed`: it was asked for already). `evalResults` is absent when there are none.
 */
export async function readModelInfo(hub: Hub, repo: string, options: GetOptions, renamed = false): Promise<ModelInfo> {
  const path = modelInfoPath(repo);
  const { value } = await getJson(hub, path, answer, options);
  // Only an answer without any `expand` lists the files: the redirect of an old id has lost the question.
  if (value.siblings !== undefined && value.id !== repo && !renamed) return readModelInfo(hub, value.id, options, true);
  const found = value.evalResults ?? [];
  if (!Array.isArray(found)) throw new HubError({ reason: 'unexpected', path, detail: 'evalResults is not a list' });
  return {
    facts: {
      id: value.id,
      gated: value.gated ?? false,
      private: value.private ?? false,
      disabled: value.disabled ?? false,
      ...(value.sha && { sha: value.sha }),
      tags: value.tags,
      baseModels: value.baseModels?.models.map(({ id }) => id) ?? [],
      ...(value.lastModified && { lastModified: value.lastModified }),
    },
    evalResults: found,
  };
}

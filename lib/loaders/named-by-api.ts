import * as z from 'zod/mini';
import { readable } from '../hub/get-json.ts';
import type { ModelInfo } from '../hub/model-info.ts';
import { isResultsFile } from '../hub/urls.ts';

const item = z.object({
  filename: z.string(),
  pullRequest: z.nullish(z.int().check(z.positive())),
});

/** Where the API has seen something, read or not: the files of main and the numbers of pull requests, each once. */
export function namedByApi({ evalResults }: ModelInfo): { mainFiles: string[]; pullRequests: number[] } {
  const items = readable(evalResults, item);
  const mainFiles = items.flatMap(({ filename, pullRequest }) => (pullRequest ? [] : [filename])).filter(isResultsFile);
  const pullRequests = items.flatMap(({ pullRequest }) => pullRequest ?? []);
  return { mainFiles: [...new Set(mainFiles)], pullRequests: [...new Set(pullRequests)] };
}

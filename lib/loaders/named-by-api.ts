import type { ModelInfo } from '../hub/model-info.ts';
import { isResultsFile } from '../hub/urls.ts';

/**
 * Where the API has seen something, read or not: the files of main and the numbers of pull requests, each once. Read by
 * hand: three loaders ask at once, and a thousand items through a schema are 15 ms for each of them.
 */
export function namedByApi({ evalResults }: Pick<ModelInfo, 'evalResults'>): {
  mainFiles: string[];
  pullRequests: number[];
} {
  const mainFiles = new Set<string>();
  const pullRequests = new Set<number>();
  for (const item of evalResults) {
    const { filename, pullRequest = null }: { filename?: unknown; pullRequest?: unknown } = Object(item);
    if (typeof filename !== 'string') continue;
    if (Number.isInteger(pullRequest) && Number(pullRequest) > 0) pullRequests.add(Number(pullRequest));
    else if (pullRequest === null && isResultsFile(filename)) mainFiles.add(filename);
  }
  return { mainFiles: [...mainFiles], pullRequests: [...pullRequests] };
}

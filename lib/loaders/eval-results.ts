import { readApiEntriesInSlices } from '../evals/api-entries.ts';
import type { Loader } from './loader.ts';
import { namedByApi } from './named-by-api.ts';

/** What the Hub's API says: main and open pull requests in one request, without lines, titles and rejected entries. */
export const evalResults: Loader = {
  name: 'eval-results',
  async load({ modelInfo }) {
    const info = await modelInfo();
    const pullRequests = namedByApi(info).pullRequests.map(
      (number) => ({ number, status: 'open', looked: 'named' }) as const,
    );
    return { ...(await readApiEntriesInSlices(info.evalResults)), gaps: [], pullRequests, facts: info.facts };
  },
};

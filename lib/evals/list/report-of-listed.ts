import { readApiEntries } from '../api-entries.ts';
import { buildReport } from '../build.ts';
import type { EvidenceParts } from '../merge.ts';
import type { Report } from '../report.ts';
import type { LoaderName } from '../score.ts';

/** One model of a list: its id, and what the Hub's API says of its results. */
export interface ListedModel {
  id: string;
  evalResults?: unknown;
}

/** What a list says of one model, as a report of that alone; undefined for a model without an entry that can be read. */
export function reportOfListed({ id, evalResults }: ListedModel, at: number): Report | undefined {
  const { entries, findings } = readApiEntries(evalResults);
  if (entries.length === 0) return undefined;
  const nothing = { entries: [], findings: [], gaps: [], pullRequests: [] };
  const parts: EvidenceParts = { 'eval-results': { ...nothing, entries, findings } };
  return buildReport(id, parts, { 'eval-results': 'ok' } as Record<LoaderName, 'ok'>, at);
}

/**
 * What a list says of the models that have scores for one dataset; their other entries are not looked at. Pauses after
 * each model: there may be a thousand.
 */
export function* listedReports(
  models: readonly ListedModel[],
  dataset: string,
  at: number,
): Generator<undefined, Report[]> {
  const wanted = dataset.toLowerCase();
  const reports: Report[] = [];
  for (const { id, evalResults } of models) {
    const own = Array.isArray(evalResults) ? evalResults.filter((item) => datasetOf(item) === wanted) : [];
    const report = own.length > 0 && reportOfListed({ id, evalResults: own }, at);
    if (report) reports.push(report);
    yield;
  }
  return reports;
}

function datasetOf(item: { data?: { dataset?: { id?: unknown } } } | null | undefined): string | undefined {
  const id = item?.data?.dataset?.id;
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}

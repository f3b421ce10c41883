import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApiEntries } from '../../lib/evals/api-entries.ts';
import { buildReport } from '../../lib/evals/build.ts';
import { corpusFolder } from '../hub/corpus-dir.ts';

interface Recorded {
  id: string;
  evalResults?: {
    filename: string;
    pullRequest?: number;
    verified?: boolean;
    error?: string;
    data?: {
      dataset: { id: string; task_id: string; revision?: string };
      value: number;
      date: string;
      notes?: string;
      source?: object;
    };
  }[];
}

const folders = [
  corpusFolder('hub-samples', 'model-evalresults'),
  corpusFolder('corpus', 'hub_recorded', 'evalresults'),
];
const files = folders.flatMap((folder) =>
  folder
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, name))
    : [],
);

/** Recorded answers of the Hub: what goes in comes out, nothing more and nothing less. */
describe.skipIf(files.length === 0)('a recorded answer', () => {
  it.each(files.map((file) => [basename(file, '.json'), file]))('%s keeps every entry exactly', (_, file) => {
    const { id, evalResults = [] } = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
    const read = readApiEntries(evalResults);
    const evidence = { ...read, gaps: [], pullRequests: [] };
    const states = {
      'eval-results': 'ok',
      'main-files': 'off',
      'pull-requests': 'off',
      'model-card': 'off',
      'model-index': 'off',
    } as const;
    const report = buildReport(id, { 'eval-results': evidence }, states, 0);

    const shown = report.groups.flatMap(({ dataset, task, scores }) =>
      scores.flatMap(({ value, date, notes, source, revision, verified, origins }) =>
        origins.map(({ kind, path, pullRequest, date: given }) => {
          expect(kind).toBe(pullRequest === undefined ? 'main' : 'pull-request');
          return { dataset, task, value, date: given ?? date, notes, source, revision, verified, path, pullRequest };
        }),
      ),
    );
    const recorded = evalResults.flatMap(({ filename, pullRequest, verified, data }) =>
      data
        ? [
            {
              dataset: data.dataset.id,
              task: data.dataset.task_id,
              value: data.value,
              date: data.date,
              notes: data.notes,
              source: data.source,
              revision: data.dataset.revision,
              verified,
              path: filename,
              pullRequest,
            },
          ]
        : [],
    );
    const sorted = (entries: object[]) => entries.map((entry) => JSON.stringify(entry)).sort();
    expect(sorted(shown)).toEqual(sorted(recorded));

    const malformed = evalResults.filter(({ error }) => error !== undefined);
    const blamed = report.findings.filter(({ hubSays }) => hubSays !== undefined);
    expect(blamed.map(({ path, pullRequest, hubSays }) => JSON.stringify([path, pullRequest, hubSays])).sort()).toEqual(
      malformed.map(({ filename, pullRequest, error }) => JSON.stringify([filename, pullRequest, error])).sort(),
    );
    for (const finding of blamed) expect(finding.rule).not.toBe('hub/unreadable');
  });
});

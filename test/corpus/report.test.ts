import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../lib/cli/words.ts';
import { toReportJson } from '../../lib/evals/view/report-json.ts';
import { corpusFolder } from '../hub/corpus-dir.ts';
import type { RecordedItem } from '../hub/load/plan.ts';
import { type LocalHub, startHub } from '../hub/start-hub.ts';
import { readerOf } from './reader.ts';

interface Recording {
  id: string;
  gated?: unknown;
  evalResults?: (RecordedItem & { data?: RecordedData })[];
}

interface RecordedData {
  dataset: { id: string; task_id: string; revision?: string };
  value: number;
  date?: string;
  notes?: string;
  source?: { url: string; name?: string; user?: string; org?: string };
}

type Json = ReturnType<typeof toReportJson>;

/** What an entry says and where, in one line, whatever the order of its keys. */
const line = (...parts: unknown[]) => JSON.stringify(parts.map((part) => part ?? null));

const sourceParts = (source: { url?: string; name?: string; user?: string; org?: string } | null | undefined) =>
  source ? [source.url, source.name, source.user, source.org].map((part) => part ?? null) : null;

function recordedLines({ evalResults = [] }: Recording): string[] {
  return evalResults
    .flatMap(({ filename, pullRequest, data }) => {
      if (!data) return [];
      const { dataset, value, date, notes, source } = data as RecordedData;
      return [
        line(
          dataset.id,
          dataset.task_id,
          dataset.revision,
          value,
          date,
          notes,
          sourceParts(source),
          filename,
          pullRequest,
        ),
      ];
    })
    .sort();
}

/** Every origin of every score is one entry of one file. */
function reportLines({ groups }: Json): string[] {
  return groups
    .flatMap(({ dataset, task, scores }) =>
      scores.flatMap(({ revision, value, date, notes, source, origins }) =>
        origins.map(({ path, pullRequest }) =>
          line(dataset, task, revision, value, date, notes, sourceParts(source), path, pullRequest),
        ),
      ),
    )
    .sort();
}

const fileKey = (path: string, pullRequest: number | null | undefined) => `${pullRequest ?? 'main'} ${path}`;

function check(json: Json, recording: Recording) {
  expect(json.repo).toBe(recording.id);
  const malformed = (recording.evalResults ?? []).filter(({ error }) => error !== undefined);
  const rejected = new Set(malformed.map(({ filename, pullRequest }) => fileKey(filename, pullRequest)));
  // A file that the Hub rejects may give good entries on top; here its text is not known, so it gives none.
  expect(reportLines(json)).toEqual(recordedLines(recording));
  const unreadable = json.findings.filter(({ hubSays }) => hubSays !== null);
  expect(new Set(unreadable.map(({ path, pullRequest }) => fileKey(path, pullRequest)))).toEqual(rejected);
  for (const { filename, pullRequest, error } of malformed) {
    const named = unreadable.filter(
      (finding) => fileKey(finding.path, finding.pullRequest) === fileKey(filename, pullRequest),
    );
    expect(named.map(({ hubSays }) => hubSays)).toContain(error);
  }
}

const places = [{ path: ['hub-samples', 'model-evalresults'] }, { path: ['corpus', 'hub_recorded', 'evalresults'] }];

describe.each(places)('recordings in $path.0', ({ path }) => {
  const folder = corpusFolder(...path);
  if (folder === undefined) {
    it.skip('is not beside the project (set CORPUS_DIR)', () => undefined);
    return;
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  let local: LocalHub;
  beforeAll(async () => {
    local = await startHub({ recordings: folder });
  });
  afterAll(() => local.close());

  it.each(files)('%s: the report holds exactly its entries, and names its unreadable files', async (name) => {
    const recording = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recording;
    const { read } = readerOf(local);
    const cold = await read(recording.id);
    check(toReportJson(cold, words), recording);
    // What comes out of the cache says the same.
    const warm = await read(recording.id);
    expect({ ...warm, at: cold.at }).toEqual(cold);
    if (!recording.gated) expect(cold.gaps).toEqual([]);
  });
});

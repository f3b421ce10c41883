import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { anyOrder } from './any-order.ts';
import { corpusFolder } from './corpus-dir.ts';
import type { RecordedItem } from './load/plan.ts';
import { type LocalHub, startHub } from './start-hub.ts';

// Recorded answers of GET /api/models/{id}?expand[]=evalResults: see INDEX.md beside them for who recorded what, when.
const FOLDERS = [
  ['hub-samples', 'model-evalresults'],
  ['corpus', 'hub_recorded', 'evalresults'],
];

describe.each(FOLDERS)('%s/%s: every recording comes back', (...path) => {
  const folder = corpusFolder(...path);
  const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  let hub: LocalHub;
  beforeAll(async () => {
    if (folder) hub = await startHub({ recordings: folder });
  });
  afterAll(() => hub?.close());

  if (!folder) it.skip('the recordings are not beside the project', () => {});

  it.each(names)('%s', async (name) => {
    const { evalResults, sha: _, ...facts } = JSON.parse(readFileSync(join(folder!, name), 'utf8'));
    const query = ['evalResults', ...Object.keys(facts).filter((key) => key !== '_id' && key !== 'id')]
      .map((key) => `expand[]=${key}`)
      .join('&');
    const response = await fetch(`${hub.url}/api/models/${facts.id}?${query}`);
    const answer = (await response.json()) as Record<string, unknown>;
    const { evalResults: given, ...rest } = answer;
    expect(anyOrder((given ?? []) as RecordedItem[])).toEqual(anyOrder(evalResults ?? []));
    expect(rest).toEqual(facts);
    expect('evalResults' in answer).toBe(evalResults !== undefined);
    expect(hub.model(facts.id)!.keptCount).toBe(0);
  });
});

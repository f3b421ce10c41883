import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyOrder } from './any-order.ts';
import { corpusFolder } from './corpus-dir.ts';
import './patience.ts';
import type { RecordedItem } from './load/plan.ts';
import { type LocalHub, startHub } from './start-hub.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'hub');
const recordings = corpusFolder('hub-samples', 'model-evalresults');
const names = recordings ? readdirSync(FIXTURES).filter((name) => existsSync(join(recordings, `${name}.json`))) : [];

/** What a fixture must share with the recording of the same model; longer notes are shortened in our own words. */
const facts = ({ filename, data, error, pullRequest }: RecordedItem) => {
  const { notes, ...rest } = data ?? {};
  return { filename, error, pullRequest, ...rest, ...(typeof notes === 'string' && notes.length < 60 && { notes }) };
};

let hub: LocalHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

describe('fixtures carry the facts of the recordings', () => {
  if (!recordings) it.skip('the recordings are not beside the project', () => {});

  it.each(names)('%s', async (name) => {
    const recorded = JSON.parse(readFileSync(join(recordings!, `${name}.json`), 'utf8')) as {
      id: string;
      evalResults?: RecordedItem[];
    };
    const given = (await hub.model(recorded.id)!.evalResults()).map(facts);
    const wanted = (recorded.evalResults ?? []).map(facts);
    const short = (items: ReturnType<typeof facts>[]) => items.map((item) => ({ ...item, notes: undefined }));
    expect(anyOrder(short(given))).toEqual(anyOrder(short(wanted)));
    const notes = (items: ReturnType<typeof facts>[]) => items.flatMap((item) => ('notes' in item ? [item.notes] : []));
    expect(notes(given)).toEqual(expect.arrayContaining(notes(wanted)));
  });
});

describe('fixtures show what they are for', () => {
  it('seven GPQA scores of gpt-oss-20b, told apart by notes alone', async () => {
    const results = await hub.model('openai/gpt-oss-20b')!.evalResults();
    const gpqa = results.filter(({ data }) => (data?.dataset as { id: string } | undefined)?.id === 'Idavidrein/gpqa');
    expect([results.length, gpqa.length, new Set(gpqa.map(({ data }) => data?.notes)).size]).toEqual([20, 7, 7]);
    const verified = await hub.model('crosscheck-fixtures/verified-model')!.evalResults();
    expect(verified.map((item) => item.verified)).toEqual([true, false]);
    const broken = (await hub.model('crosscheck-fixtures/many-pull-requests')!.evalResults()).filter(
      (item) => item.error,
    );
    expect(broken).toEqual([
      {
        filename: '.eval_results/hle.yaml',
        pullRequest: 82,
        error: '✖ Invalid input: expected string, received null\n  → at [1].source.url',
      },
    ]);
  });
});

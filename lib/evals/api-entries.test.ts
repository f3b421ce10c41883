import { describe, expect, it } from 'vitest';
import { readApiEntries } from './api-entries.ts';

// Shapes and figures of GET /api/models/{id}?expand[]=evalResults, recorded 2026-09-24 and 2026-10-01.
const item = {
  filename: '.eval_results/gpqa.yaml',
  verified: false,
  data: {
    dataset: { id: 'Idavidrein/gpqa', task_id: 'diamond' },
    value: 38.89,
    date: '2026-01-27',
    source: { url: 'https://huggingface.co/LiquidAI/LFM2.5-1.2B-Instruct', name: 'Model Card', user: 'burtenshaw' },
  },
};

describe('the answer of the Hub', () => {
  it('gives entries on main and in pull requests', () => {
    const date = '2026-06-23T16:59:09.000Z';
    const data = { dataset: { id: 'sapbot/ask-my-agent-bench-2', task_id: 'fallback' }, value: 0.7, date };
    const { entries, findings } = readApiEntries([item, { filename: 'x.yaml', verified: true, data, pullRequest: 17 }]);
    expect(findings).toEqual([]);
    expect(entries[0]).toEqual({
      dataset: 'Idavidrein/gpqa',
      task: 'diamond',
      value: 38.89,
      valueText: '38.89',
      asWritten: false,
      date: '2026-01-27',
      source: item.data.source,
      verified: false,
      hasToken: false,
      origin: { kind: 'main', path: '.eval_results/gpqa.yaml', seenBy: ['eval-results'] },
    });
    expect(entries[1]).toMatchObject({ value: 0.7, date, dateIsDefault: true, verified: true });
    expect(entries[1]?.origin).toMatchObject({ kind: 'pull-request', pullRequest: 17 });
  });

  it.each([undefined, null, []])('without results (%j) is empty', (answer) => {
    expect(readApiEntries(answer)).toEqual({ entries: [], findings: [] });
  });

  it.each([
    ['✖ Invalid input: expected array, received object', 'schema/not-a-list', undefined, 'findingNotAList'],
    [
      '✖ Invalid input: expected string, received undefined\n  → at [0].dataset.task_id',
      'schema/required',
      '[0].dataset.task_id',
      'findingMissing',
    ],
    [
      '✖ Invalid input: expected string, received null\n  → at [18].source.url',
      'schema/required',
      '[18].source.url',
      'findingEmpty',
    ],
    [
      '✖ Invalid input: expected number, received string\n  → at [2].value',
      'schema/type',
      '[2].value',
      'findingHubField',
    ],
    ['bad indentation of a mapping entry (3:9)', 'hub/unreadable', undefined, 'findingHubUnreadable'],
  ])('names the file that it could not read: %s', (error, rule, at, key) => {
    const { entries, findings } = readApiEntries([item, { filename: '.eval_results/hle.yaml', error, pullRequest: 4 }]);
    expect(entries).toHaveLength(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      path: '.eval_results/hle.yaml',
      pullRequest: 4,
      line: null,
      rule,
      hubSays: error,
    });
    expect(findings[0]?.at).toBe(at);
    expect(findings[0]?.message.key).toBe(key);
  });
});

describe('an unexpected item', () => {
  it.each([
    [{ ...item, data: { ...item.data, value: '38.89' } }, 'evalResults[1].value', 'findingIsText'],
    [{ ...item, data: { ...item.data, value: null } }, 'evalResults[1].value', 'findingEmpty'],
    [{ ...item, data: { ...item.data, dataset: { id: 'a/b' } } }, 'evalResults[1].dataset.task_id', 'findingMissing'],
    [{ ...item, data: { ...item.data, source: { url: 5 } } }, 'evalResults[1].source.url', 'findingIsNumber'],
    [{ ...item, data: { ...item.data, notes: ['a'] } }, 'evalResults[1].notes', 'findingIsList'],
    [{ ...item, data: [] }, 'evalResults[1].data', 'findingIsList'],
    [{ ...item, filename: undefined }, 'evalResults[1].filename', 'findingMissing'],
    [{ ...item, pullRequest: -1 }, 'evalResults[1].pullRequest', 'findingIsNumber'],
    [{ filename: 'x.yaml' }, 'evalResults[1].data', 'findingMissing'],
    ['text', 'evalResults[1]', 'findingIsText'],
    [null, 'evalResults[1]', 'findingEmpty'],
    [[item], 'evalResults[1]', 'findingIsList'],
  ])('%j is a finding, and the others stay', (bad, at, key) => {
    const { entries, findings } = readApiEntries([item, bad, item]);
    expect(entries).toHaveLength(2);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'hub/unexpected', severity: 'error', at, message: { key, args: [at] } });
  });

  it('of a value beyond any number says so', () => {
    const bad = JSON.parse(JSON.stringify(item).replace('38.89', '1e999')) as object;
    expect(readApiEntries([bad]).findings).toMatchObject([
      { message: { key: 'findingNotFinite', args: ['Infinity'] } },
    ]);
  });

  it('may be the whole answer', () => {
    expect(readApiEntries({ entries: [] }).findings).toMatchObject([{ message: { key: 'findingIsObject' } }]);
    expect(readApiEntries(7).findings).toMatchObject([{ message: { key: 'findingIsNumber', args: ['evalResults'] } }]);
  });

  it('never makes anything verified but the Hub’s own true', () => {
    for (const verified of [undefined, null, 'true', 1, {}])
      expect(readApiEntries([{ ...item, verified }]).entries).toMatchObject([{ verified: false }]);
  });

  it('keeps text that no URL can carry out of every field', () => {
    const notes = 'half \ud800 pair';
    expect(readApiEntries([{ ...item, data: { ...item.data, notes } }]).entries[0]?.notes).toBe('half \uFFFD pair');
  });
});

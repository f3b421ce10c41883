import { describe, expect, it } from 'vitest';
import { brakesOf, needsGuideline, type OpenedBefore, openedBy } from './brakes.ts';
import * as kit from './check/question.test-kit.ts';

const { groundOf, NOW } = kit;
const draftOf = (...given: Parameters<typeof kit.draftOf>) => ({ kind: 'scores' as const, ...kit.draftOf(...given) });

const HOUR = 3_600_000;
const earlier = (change: Partial<OpenedBefore>): OpenedBefore => ({
  repoType: 'model',
  repo: 'zai-org/GLM-4.7',
  pullRequest: 12,
  added: false,
  account: 'reader',
  at: NOW - 48 * HOUR,
  status: 'merged',
  statusAt: NOW - 24 * HOUR,
  claims: [{ dataset: 'cais/hle', task: 'hle', valueText: '24.8' }],
  ...change,
});
const kinds = (opened: OpenedBefore[], draft = draftOf({}), ground = groundOf()) =>
  brakesOf(draft, { now: NOW, account: 'reader', opened, ground }).map(({ kind }) => kind);
const times = (count: number, change: (index: number) => Partial<OpenedBefore>) =>
  Array.from({ length: count }, (_, index) => earlier(change(index)));

describe('the brakes', () => {
  it('five in 24 hours', () => {
    const opened = times(5, (index) => ({ at: NOW - (index + 1) * HOUR, pullRequest: index }));
    expect(kinds(opened)).toEqual(['day']);
    expect(kinds(opened.slice(1))).toEqual([]);
    const [brake] = brakesOf(draftOf({}), { now: NOW, account: 'reader', opened });
    expect(brake?.message).toEqual({ key: 'brakeDay', args: [19, '5'] });
    expect(brakesOf(draftOf({}), { now: NOW, account: 'another', opened })).toEqual([]);
    expect(kinds(opened.map((one) => ({ ...one, added: true })))).toEqual([]);
  });

  it('one open for each model and benchmark, and that one is offered', () => {
    const opened = [earlier({ repo: 'openai/gpt-oss-20b', status: 'open' })];
    const { ground } = { ground: groundOf([{ dataset: 'cais/hle', task: 'hle', valueText: '17.3', pullRequest: 12 }]) };
    expect(kinds(opened, draftOf({}), ground)).toEqual(['benchmark']);
    expect(kinds(opened, { ...draftOf({}), updates: 12 }, ground)).toEqual([]);
    expect(kinds(opened, draftOf({ dataset: 'Idavidrein/gpqa', task: 'diamond' }), ground)).toEqual([]);
    // The Hub's list of open ones knows better than the log.
    expect(kinds(opened)).toEqual([]);
    const [brake] = brakesOf(draftOf({}), { now: NOW, account: 'reader', opened, ground });
    expect(brake?.pullRequest).toBe(12);
  });

  it('an own draft pull request that the Hub’s list of open ones leaves out counts by the log', () => {
    const opened = [earlier({ repo: 'openai/gpt-oss-20b', status: 'draft' })];
    expect(kinds(opened)).toEqual(['benchmark']);
    expect(kinds(opened, draftOf({ dataset: 'Idavidrein/gpqa', task: 'diamond' }))).toEqual([]);
    const spec = { kind: 'spec' as const, repo: 'someone/bench' };
    const told = (change: Partial<OpenedBefore>, listed: number[] = []) =>
      brakesOf(spec, {
        now: NOW,
        account: 'reader',
        opened: [earlier({ repoType: 'dataset', repo: 'Someone/Bench', claims: [], status: 'draft', ...change })],
        ground: groundOf([], {
          pullRequests: listed.map((number) => ({ number, title: '', status: 'draft', paths: ['eval.yaml'] })),
        }),
      }).map(({ message }) => message.key);
    expect(told({})).toEqual(['brakeSpec']);
    expect(told({ repoType: 'model' })).toEqual([]);
    expect(told({ account: 'another' })).toEqual([]);
    expect(told({ status: 'merged' })).toEqual([]);
    // What the Hub lists is said by the check of duplicates.
    expect(told({}, [12])).toEqual([]);
  });

  it('finds an own one that was opened elsewhere, by its author', () => {
    const ground = groundOf([{ dataset: 'cais/hle', task: 'hle', valueText: '17.3', pullRequest: 31 }]);
    expect(brakesOf(draftOf({}), { now: NOW, account: 'burtenshaw', opened: [], ground })).toMatchObject([
      { kind: 'benchmark', pullRequest: 31 },
    ]);
    expect(kinds([], draftOf({}), ground)).toEqual([]);
  });

  it('three waiting in one organization', () => {
    const opened = times(3, (index) => ({ repo: `OpenAI/model-${index}`, status: 'open' }));
    expect(kinds(opened)).toEqual(['organization']);
    expect(kinds(opened.slice(1))).toEqual([]);
  });

  it('a week after one was closed, unless by oneself', () => {
    const closed = { repo: 'openai/gpt-oss-20b', status: 'closed', statusAt: NOW - 24 * HOUR } as const;
    expect(kinds([earlier(closed)])).toEqual(['cool-down']);
    expect(kinds([earlier({ ...closed, closedByMe: true })])).toEqual([]);
    expect(kinds([earlier({ ...closed, statusAt: NOW - 8 * 24 * HOUR })])).toEqual([]);
    const told = { number: 12, title: '', author: 'reader', closedBy: 'owner', closedAt: '2026-10-19T00:00:00Z' };
    expect(kinds([], draftOf({}), groundOf([], { closed: [told] }))).toEqual(['cool-down']);
    expect(kinds([], draftOf({}), groundOf([], { closed: [{ ...told, closedBy: 'reader' }] }))).toEqual([]);
  });
});

it('the guideline is shown before the first three', () => {
  expect(needsGuideline(times(2, () => ({})))).toBe(true);
  expect(needsGuideline(times(3, () => ({})))).toBe(false);
  expect(openedBy([])).toEqual([]);
});

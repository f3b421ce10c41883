import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { gptOss20b } from '../../test/fixtures/reports.ts';
import type { RepoFacts } from '../evals/report.ts';
import { createReportStore } from './reports.ts';

const facts: RepoFacts = {
  id: 'openai/gpt-oss-20b',
  gated: false,
  private: false,
  disabled: false,
  tags: [],
  baseModels: [],
};
const store = () => createReportStore(() => 1);
const everything = async (area: 'local' | 'session') => JSON.stringify(await fakeBrowser.storage[area].get(null));

beforeEach(() => fakeBrowser.reset());

describe('kept reports', () => {
  it('come back as they were, whatever the case of the id', async () => {
    const report = gptOss20b();
    await store().write(report);
    expect(await store().read('OpenAI/GPT-OSS-20B')).toEqual(report);
    expect(await store().read('openai/gpt-oss-120b')).toBeUndefined();
  });

  it.each([
    ['private', { ...facts, private: true }],
    ['gated by hand', { ...facts, gated: 'manual' as const }],
    ['gated', { ...facts, gated: 'auto' as const }],
  ])('of a %s repository never touch the disk', async (_, its) => {
    await store().write(gptOss20b({ facts: its }));
    expect(await everything('local')).not.toContain('71.5');
    expect(await everything('session')).toContain('71.5');
    expect((await store().read('openai/gpt-oss-20b'))?.facts).toEqual(its);
  });

  it('of a repository that did not say what it is stay in memory too', async () => {
    const { facts: _, ...unknown } = gptOss20b();
    await store().write(unknown);
    expect(await everything('local')).not.toContain('71.5');
  });

  it('leave the disk when the repository becomes private, and memory when it becomes public', async () => {
    await store().write(gptOss20b());
    expect(await everything('local')).toContain('71.5');
    await store().write(gptOss20b({ facts: { ...facts, private: true } }));
    expect(await everything('local')).not.toContain('71.5');
    await store().write(gptOss20b());
    expect(await everything('session')).not.toContain('71.5');
  });

  it('of another version or a broken shape are read again from the Hub, not shown', async () => {
    for (const broken of [{ version: 0 }, { version: 2 }, { groups: 'none' }, { at: 'yesterday' }, { loaders: {} }]) {
      await fakeBrowser.storage.local.set({ 'report:a/b': JSON.stringify({ ...gptOss20b(), ...broken }) });
      expect(await store().read('a/b')).toBeUndefined();
    }
  });

  it('keep a field that a later part brings along', async () => {
    await fakeBrowser.storage.local.set({ 'report:a/b': JSON.stringify({ ...gptOss20b(), cardScores: 7 }) });
    expect(await store().read('a/b')).toMatchObject({ cardScores: 7 });
  });

  it('keep a sentence inside a sentence', async () => {
    const [group] = gptOss20b().groups;
    const summary = { key: 'badgeScores', args: [2, { key: 'badgeDiffer', args: [1] }] } as const;
    const report = gptOss20b({ groups: [{ ...group!, summary }] });
    await store().write(report);
    expect(await store().read(report.repo)).toEqual(report);
  });

  it('are bounded: sixty of them, the last ones used', async () => {
    let time = 0;
    const bounded = createReportStore(() => time++);
    for (let n = 0; n < 65; n++) await bounded.write(gptOss20b({ repo: `org/model-${n}`, groups: [] }));
    expect((await bounded.size()).count).toBe(60);
    expect(await bounded.read('org/model-4')).toBeUndefined();
    expect(await bounded.read('org/model-5')).toBeDefined();
  });

  it('are cleared in both areas', async () => {
    await store().write(gptOss20b());
    await store().write(gptOss20b({ repo: 'a/b', facts: { ...facts, private: true } }));
    const ours = store();
    expect((await ours.size()).count).toBe(2);
    await ours.clear();
    expect(await everything('local')).toBe('{}');
    expect(await everything('session')).toBe('{}');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aSpecDraft } from '../../test/fixtures/drafts.ts';
import type { Draft, ScoresDraft } from '../draft/draft.ts';
import { evidenceSchema } from './draft-schema.ts';
import { createDrafts, readKeptDraft } from './drafts.ts';

const draft = (id: string, more: Partial<ScoresDraft> = {}): ScoresDraft => ({
  version: 2,
  kind: 'scores',
  id,
  repo: 'openai/gpt-oss-20b',
  entries: [{ id: 'e', dataset: 'cais/hle', task: 'hle', valueText: '10.9', evidence: { kind: 'typed' } }],
  answers: { accepted: [] },
  asDraft: false,
  createdAt: 1,
  changedAt: 1,
  submission: { step: 'draft' },
  ...more,
});

const plan = {
  repoType: 'model' as const,
  repo: 'openai/gpt-oss-20b',
  files: [{ path: '.eval_results/hle.yaml', text: '[]\n', before: '' }],
  parentCommit: '0'.repeat(40),
  title: 'Add',
  body: 'crosscheck:0123456789abcdef',
  key: 'crosscheck:0123456789abcdef',
  asDraft: false,
  account: 'mira',
  confirmedAt: 1,
};

beforeEach(() => fakeBrowser.reset());

describe('drafts', () => {
  it('are kept for the next worker, the one changed last first', async () => {
    await createDrafts().change('a', () => draft('a'));
    await createDrafts().change('b', () => draft('b', { changedAt: 5 }));
    expect((await createDrafts().list()).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await createDrafts().read('a')).toEqual(draft('a'));
    expect(await createDrafts().read('c')).toBeUndefined();
    await createDrafts().remove('a');
    expect(await createDrafts().read('a')).toBeUndefined();
  });

  it('change one after the other, each on top of the one before', async () => {
    const drafts = createDrafts();
    await drafts.change('a', () => draft('a'));
    const add = (name: string) =>
      drafts.change('a', (before) => ({ ...before!, answers: { accepted: [...before!.answers.accepted, name] } }));
    await Promise.all(['x', 'y', 'z'].map(add));
    expect((await drafts.read('a'))?.answers.accepted).toEqual(['x', 'y', 'z']);
  });

  it('do not change when the change is refused, and the next one goes on', async () => {
    const drafts = createDrafts();
    await drafts.change('a', () => draft('a'));
    const refuse = () => {
      throw new Error('no');
    };
    await expect(drafts.change('a', refuse)).rejects.toThrow('no');
    await expect(drafts.remove('a', refuse)).rejects.toThrow('no');
    expect(await drafts.read('a')).toEqual(draft('a'));
  });

  it('that cannot be read take no other with them, are told as they are, and are never written over', async () => {
    const drafts = createDrafts();
    await drafts.change('a', () => draft('a'));
    const newer = { version: 3, id: 'n', whatever: true };
    await fakeBrowser.storage.local.set({
      'draft:n': newer,
      'draft:bad': { version: 1, id: 'bad' },
      'draft:x': 'text',
    });
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['a']);
    expect((await drafts.lost()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: 'bad', text: '{"version":1,"id":"bad"}' },
      { id: 'n', text: JSON.stringify(newer) },
      { id: 'x', text: '"text"' },
    ]);
    await expect(drafts.change('n', () => draft('n'))).rejects.toThrow('cannot be read');
    expect((await fakeBrowser.storage.local.get('draft:n'))['draft:n']).toEqual(newer);
  });

  it('of an older shape are migrated, step by step', () => {
    const kept = { ...draft('a'), version: 1 };
    const migrations = {
      2: (old: unknown) => ({ ...(old as object), repo: 'two/steps' }),
      3: (old: unknown) => ({ ...(old as object), version: 2, asDraft: (old as Draft).repo === 'two/steps' }),
    };
    expect(readKeptDraft(kept, migrations, 3)).toMatchObject({ repo: 'two/steps', asDraft: true });
    const failing = {
      2: () => {
        throw new Error('never');
      },
    };
    expect(readKeptDraft(kept, failing, 2)).toBeUndefined();
  });

  it('of version 1 were scores for a model, and so was what they had sent', () => {
    const { kind: _, ...old } = draft('a', { plan });
    const { repoType: __, ...sent } = plan;
    expect(readKeptDraft({ ...old, version: 1, plan: sent })).toEqual(draft('a', { plan }));
    expect(readKeptDraft({ ...old, version: 1 })).toMatchObject({ kind: 'scores', version: 2 });
  });

  it('of an eval.yaml hold that file of a dataset, and no other', async () => {
    const drafts = createDrafts();
    const spec = { ...plan, repoType: 'dataset' as const, files: [{ path: 'eval.yaml', text: 'tasks: []\n' }] };
    const made = aSpecDraft('s', 'someone/bench', { plan: spec });
    expect(await drafts.change('s', () => made)).toEqual(made);
    for (const path of ['README.md', '.eval_results/hle.yaml', 'data/eval.yaml', 'eval.yaml\n', 'EVAL.yaml'])
      await expect(
        drafts.change('s', () => ({ ...made, plan: { ...spec, files: [{ path, text: 'x' }] } })),
      ).rejects.toThrow();
    // A model has no such file, and a draft of one kind is never read as the other.
    await expect(drafts.change('s', () => ({ ...made, plan: { ...spec, repoType: 'model' } }))).rejects.toThrow();
    await expect(drafts.change('s', () => ({ ...made, kind: 'scores' }) as never)).rejects.toThrow();
    expect(await drafts.read('s')).toEqual(made);
  });

  it('hold results files only, wherever a plan comes from', async () => {
    const drafts = createDrafts();
    await drafts.change('a', () => draft('a', { plan }));
    for (const path of ['README.md', '.eval_results/../README.md', '.eval_results/a/b.yaml', '.eval_results/x.sh']) {
      const other = { ...plan, files: [{ path, text: 'x' }] };
      await expect(drafts.change('a', () => draft('a', { plan: other }))).rejects.toThrow();
    }
    const long = { ...plan, files: [{ path: '.eval_results/hle.yaml', text: 'x', before: 'x'.repeat(65_537) }] };
    await expect(drafts.change('a', () => draft('a', { plan: long }))).rejects.toThrow();
    expect((await drafts.read('a'))?.plan).toEqual(plan);
  });
});

it('evidence states pairs of a name and a text, and nothing else', () => {
  const reads = (...stated: unknown[]) => evidenceSchema.safeParse({ kind: 'file', stated }).success;
  expect(reads(['samples', '1319'], ['shots', ''])).toBe(true);
  for (const odd of [['samples'], ['samples', 1319], ['a', 'b', 'c'], { 0: 'a', 1: 'b' }, 'ab', ['x'.repeat(501), '1']])
    expect(reads(odd), JSON.stringify(odd).slice(0, 40)).toBe(false);
});

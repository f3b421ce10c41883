import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { inTab, popup, repo, send, startBrowser, startWorker } from '../../test/fixtures/background.ts';
import type { Draft, ScoresDraft } from '../draft/draft.ts';
import type { ScoresStart } from '../messaging/draft-messages.ts';

const evidence = { kind: 'card', quote: 'HLE | 10.9', line: 40 } as const;

let opened: { url?: string }[];

beforeEach(async () => {
  await startBrowser();
  opened = [];
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async (made: { url?: string }) => {
    opened.push(made);
    return { id: 99 };
  }) as never);
});

const textOf = ({ kind, id, repo: model, entries, answers, asDraft }: ScoresDraft) => ({
  kind,
  id,
  repo: model,
  entries,
  answers,
  asDraft,
});

/** A new draft of scores, as the popup asks for it. */
const begun = async (start: ScoresStart) => (await send('createDraft', start, popup)) as ScoresDraft;

/** Puts a state into the store, as a worker that died left it. */
async function left(draft: Draft, submission: Draft['submission']) {
  await fakeBrowser.storage.local.set({ [`draft:${draft.id}`]: { ...draft, submission } });
}

describe('drafts', () => {
  it('begin empty or with evidence, are autosaved, listed, and deleted', async () => {
    const empty = await begun({});
    expect(empty).toMatchObject({ repo: '', entries: [], submission: { step: 'draft' } });
    const made = await begun({ repo, entries: [{ valueText: '10.9', evidence }] });
    expect(made.entries).toEqual([{ id: expect.any(String), dataset: '', task: '', valueText: '10.9', evidence }]);
    expect(opened).toEqual([]);
    const entries = made.entries.map((entry) => ({ ...entry, dataset: 'cais/hle', task: 'hle' }));
    await send('writeDraft', { ...textOf(made), entries, updates: 4 }, popup);
    expect(await send('readDraft', made.id, popup)).toMatchObject({ entries, updates: 4 });
    await send('writeDraft', { ...textOf(made), entries }, popup);
    expect(await send('readDraft', made.id, popup)).not.toHaveProperty('updates');
    await startWorker();
    expect((await send('listDrafts', undefined, popup)).map(({ id }) => id).sort()).toEqual([empty.id, made.id].sort());
    await send('deleteDraft', empty.id, popup);
    expect(await send('listDrafts', undefined, popup)).toHaveLength(1);
  });

  it('may be begun by a page of the Hub for its own repository, in a tab of ours', async () => {
    const made = await send('createDraft', { repo, entries: [{ evidence }] }, inTab(7));
    expect(opened).toEqual([{ url: `${fakeBrowser.runtime.getURL('/popup.html')}?draft=${made.id}` }]);
    for (const start of [{ repo: 'other/model' }, {}]) {
      await expect(send('createDraft', start, inTab(7))).rejects.toThrow('this tab does not show');
    }
    expect(await send('listDrafts', undefined, popup)).toHaveLength(1);
  });

  it('of an eval.yaml begin on their dataset’s page, and stay of their kind', async () => {
    const onPage = (url: string) => ({ ...inTab(7), url, tab: { id: 7, url } });
    const start = { kind: 'spec', repo: 'someone/bench', text: 'tasks:\n  - id: a\n' } as const;
    for (const url of ['https://huggingface.co/someone/bench', 'https://huggingface.co/datasets/someone/other'])
      await expect(send('createDraft', start, onPage(url))).rejects.toThrow('this tab does not show');
    const made = await send('createDraft', start, onPage('https://huggingface.co/datasets/someone/bench'));
    expect(made).toMatchObject({ ...start, submission: { step: 'draft' } });
    expect(opened).toHaveLength(1);
    const { id, answers, asDraft } = made;
    const text = { kind: 'spec', id, repo: start.repo, text: 'tasks: []', answers, asDraft } as const;
    expect(await send('writeDraft', text, popup)).toMatchObject({ text: 'tasks: []' });
    const scores = { kind: 'scores', id, repo: start.repo, entries: [], answers, asDraft } as const;
    await expect(send('writeDraft', scores, popup)).rejects.toThrow('another kind');
    await expect(send('readForSpec', start.repo, inTab(7))).rejects.toThrow('not accepted');
    expect(await send('readDraft', id, popup)).toMatchObject({ kind: 'spec', text: 'tasks: []' });
  });

  it('are nobody else’s to read, change or send', async () => {
    const made = await begun({ repo });
    for (const [type, data] of [
      ['listDrafts', undefined],
      ['readDraft', made.id],
      ['writeDraft', textOf(made)],
      ['deleteDraft', made.id],
      ['lookAgain', made.id],
      ['readAccount', undefined],
      ['saveToken', 'hf_x'],
    ] as const) {
      await expect(send(type, data, inTab(7))).rejects.toThrow(`"${type}" is not accepted from https://huggingface.co`);
    }
  });

  it.each([[{ step: 'opening', attempt: 1, since: 1 }], [{ step: 'in-doubt', since: 1 }]] as const)(
    'are frozen while they may be on their way: %o',
    async (submission) => {
      const made = await begun({ repo });
      await left(made, submission);
      await expect(send('writeDraft', textOf(made), popup)).rejects.toThrow('was sent');
      await expect(send('deleteDraft', made.id, popup)).rejects.toThrow('being sent');
    },
  );

  it('that were sent are history, and may be put away', async () => {
    const made = await begun({ repo });
    await left(made, { step: 'opened', pullRequest: 4, at: 1, status: 'merged', statusAt: 1 });
    await expect(send('writeDraft', textOf(made), popup)).rejects.toThrow('was sent');
    await send('deleteDraft', made.id, popup);
    expect(await send('readDraft', made.id, popup)).toBeUndefined();
  });

  it('are sent only as what was made from them', async () => {
    const made = await begun({ repo });
    const plan = {
      repoType: 'model' as const,
      repo,
      files: [{ path: '.eval_results/hle.yaml', text: '[]\n' }],
      parentCommit: '0'.repeat(40),
      title: 'Add HLE evaluation result (10.9)',
      body: 'crosscheck:0123456789abcdef',
      key: 'crosscheck:0123456789abcdef',
      asDraft: false,
      account: 'mira',
      confirmedAt: 1,
    };
    for (const [wrong, said] of [
      [{ repo: 'other/model' }, 'another repository'],
      [{ repoType: 'dataset', files: [{ path: 'eval.yaml', text: 'x' }] }, 'another repository'],
      [{ repoType: 'dataset' }, 'unreadable data'],
      [{ pullRequest: 4 }, 'another pull request'],
      [{ asDraft: true }, 'another kind'],
      [{ body: 'no mark' }, 'no mark'],
      [{ files: [{ path: 'README.md', text: 'x' }] }, 'unreadable data'],
    ] as const) {
      await expect(send('sendDraft', { id: made.id, plan: { ...plan, ...wrong } }, popup)).rejects.toThrow(said);
    }
    expect(await send('readDraft', made.id, popup)).toEqual(made);
    await expect(send('sendDraft', { id: 'another', plan }, popup)).rejects.toThrow('not there any more');
  });
});

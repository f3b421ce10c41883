import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { begun, inTab, living, page, popup, repo, send, startBrowser, world } from '../../test/fixtures/background.ts';
import { anEntry, aReport } from '../../test/fixtures/reports.ts';
import type { CardCell, FoundEntry } from '../evals/score.ts';

beforeEach(startBrowser);

/** A figure of the card's first table: GPQA Diamond, no tools. */
function stated(value: string, columnIndex: number): FoundEntry {
  const cell: CardCell = {
    section: ['Evaluation'],
    table: 1,
    row: 'GPQA Diamond (no tools)',
    column: 'high',
    header: ['low', 'medium', 'high'],
    footnotes: [],
    rowIndex: 1,
    columnIndex,
    unit: 'percent',
    beside: [],
  };
  const quote = 'GPQA Diamond (no tools) | 56.8 | 66.0 | 71.5';
  return { ...anEntry({ value }), origin: { kind: 'model-card', cell, quote, line: 25, seenBy: ['model-card'] } };
}

/** A tab whose report has come. */
async function shown(entries: FoundEntry[]) {
  world.panels.add(1);
  await send('pageSeen', page, inTab(1));
  const reading = send('readReport', { repo }, inTab(1));
  (await begun(1)).end({ ...aReport({ entries }), at: world.time });
  await living('document-1');
  return reading;
}
const toTab = (type: string) => world.toTabs.findLast((sent) => sent.type === type)?.data;

describe('the marks of a card', () => {
  it('are told to its tab, when asked and as the report grows', async () => {
    await shown([stated('71.5', 3)]);
    const mark = { status: 'new', valueText: '71.5', table: 1, rowIndex: 1, columnIndex: 3 };
    expect(await send('readMarks', undefined, inTab(1))).toMatchObject({ repo, shown: true, marks: [mark] });
    expect(toTab('marksGrew')).toMatchObject({ repo, marks: [mark] });
  });

  it('are nothing on another page of the model, in another tab, or for our own pages', async () => {
    await shown([stated('71.5', 3)]);
    expect(await send('readMarks', undefined, inTab(2))).toBeUndefined();
    await send('pageSeen', { ...page, tab: 'files' }, inTab(1, `/${repo}/blob/main/README.md`));
    expect(await send('readMarks', undefined, inTab(1, `/${repo}/blob/main/README.md`))).toBeUndefined();
    await expect(send('readMarks', undefined, popup)).rejects.toMatchObject({ name: 'Refused' });
  });

  it('are hidden and shown again in every tab, and this is kept', async () => {
    await shown([stated('71.5', 3)]);
    await send('showMarks', false, inTab(1));
    expect(toTab('marksShown')).toBe(false);
    expect(await send('readMarks', undefined, inTab(1))).toMatchObject({ shown: false });
    expect(await send('readSettings', undefined, popup)).toMatchObject({ hidden: ['marks'] });
    await send('writeSettings', { hidden: [] }, popup);
    expect(toTab('marksShown')).toBe(true);
    await send('showMarks', false, inTab(1));
    await send('showMarks', false, inTab(1));
    expect(await send('readSettings', undefined, popup)).toMatchObject({ hidden: ['marks'] });
  });
});

describe('a draft from the card', () => {
  it('begins with the scores that were named, their cells as evidence', async () => {
    const { groups } = await shown([stated('71.5', 3), stated('66.0', 2), anEntry({ value: '60.1' })]);
    const scores = groups.flatMap((group) => group.scores);
    const id = (value: string) => scores.find(({ valueText }) => valueText === value)?.id ?? '';
    const tabs: string[] = [];
    fakeBrowser.tabs.create = async ({ url }) => {
      tabs.push(url ?? '');
      return { id: 9 } as never;
    };
    await send('draftFromCard', { repo, scores: [id('66.0'), id('60.1'), 'another'] }, inTab(1));
    const [draft] = await send('listDrafts', undefined, popup);
    expect(tabs).toEqual([expect.stringContaining(`popup.html?draft=${draft?.id}`)]);
    expect(draft).toMatchObject({
      repo,
      entries: [
        {
          dataset: 'Idavidrein/gpqa',
          task: 'diamond',
          valueText: '66.0',
          source: { url: `https://huggingface.co/${repo}`, name: 'Model Card' },
          evidence: { kind: 'card', table: 1, row: 'GPQA Diamond (no tools)', line: 25 },
        },
      ],
    });
  });

  it('is refused for another repository, and where the card states no such score', async () => {
    const { groups } = await shown([anEntry({ value: '60.1' })]);
    const scores = groups.flatMap((group) => group.scores.map(({ id }) => id));
    for (const which of [
      { repo: 'a/b', scores },
      { repo, scores },
      { repo, scores: ['x'] },
    ]) {
      await expect(send('draftFromCard', which, inTab(1))).rejects.toMatchObject({ name: 'Refused' });
    }
    await expect(send('draftFromCard', { repo, scores: [] }, inTab(1))).rejects.toThrow(/unreadable data/);
    expect(await send('listDrafts', undefined, popup)).toEqual([]);
  });
});

import { beforeEach, expect, it } from 'vitest';
import { begun, inTab, living, page, popup, repo, send, startBrowser, world } from '../../test/fixtures/background.ts';
import { gptOss20b } from '../../test/fixtures/reports.ts';

beforeEach(startBrowser);

async function aScoreOnShow() {
  world.panels.add(1);
  await send('pageSeen', page, inTab(1));
  const reading = send('readReport', { repo }, inTab(1));
  (await begun(1)).end(gptOss20b({ at: world.time }));
  await living('document-1');
  const { groups } = await reading;
  return groups[0]!.scores[0]!;
}

it('looks at the source of a score that is on show, for its tab and for our own pages', async () => {
  const { id, source } = await aScoreOnShow();
  for (const sender of [inTab(1), popup])
    expect(await send('checkSource', { repo, score: id }, sender)).toMatchObject({
      kind: 'unread',
      why: source ? { key: expect.stringMatching(/^(source|gap)/) } : { key: 'panelNoSource' },
    });
});

const question = { repo, dataset: 'cais/hle', task: 'hle', valueText: '9.1', url: `https://huggingface.co/${repo}` };

it('looks at the source of a draft for our own pages alone, and at nothing but files of the Hub', async () => {
  await expect(send('checkDraftSource', question, inTab(1))).rejects.toMatchObject({ name: 'Refused' });
  for (const url of ['https://example.org/a/b', 'https://huggingface.co@example.org/a/b', 'file:///etc/passwd'])
    expect(await send('checkDraftSource', { ...question, url }, popup)).toMatchObject({
      kind: 'unread',
      why: { key: 'sourceElsewhere' },
    });
  for (const wrong of [{ valueText: 'about 9' }, { url: '' }, { repo: 'a b' }, { url: `https://${'x'.repeat(5_000)}` }])
    await expect(send('checkDraftSource', { ...question, ...wrong }, popup)).rejects.toThrow(/unreadable data/);
});

it('knows no score that is not there, and takes no word about another repository, nor an address', async () => {
  const { id } = await aScoreOnShow();
  expect(await send('checkSource', { repo, score: 'x' }, inTab(1))).toBeUndefined();
  await expect(send('checkSource', { repo: 'a/b', score: id }, inTab(1))).rejects.toMatchObject({ name: 'Refused' });
  await expect(send('checkSource', { repo, score: '' }, inTab(1))).rejects.toThrow(/unreadable data/);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { begun, inTab, page, repo, scored, send, startBrowser } from '../../test/fixtures/background.ts';
import type { Picture } from '../messaging/protocol.ts';

const picture: Picture = { css: 'p {}', lang: 'en', drawn: [['p', { class: 'cc-row' }, ['71.5']]] };
const facts = { id: repo, gated: false, private: false, disabled: false, tags: [], baseModels: [] } as const;

/** A tab that shows the model, with its report read. */
async function visited(about: Partial<ReturnType<typeof scored>> = { facts: { ...facts, tags: [], baseModels: [] } }) {
  await send('pageSeen', page, inTab(1));
  (await begun(1)).end(scored(about));
  await send('readReport', { repo }, inTab(1));
}

beforeEach(startBrowser);

describe('pictures of panels', () => {
  it('wait for the next visit of the same model', async () => {
    await visited();
    await send('keepPicture', { repo, picture }, inTab(1));
    expect(await send('readPicture', repo, inTab(2))).toEqual(picture);
  });

  it('are never kept of private or gated models', async () => {
    for (const about of [
      { facts: { ...facts, tags: [], baseModels: [], private: true } },
      { facts: { ...facts, tags: [], baseModels: [], gated: 'auto' as const } },
    ]) {
      await startBrowser();
      await visited(about);
      await send('keepPicture', { repo, picture }, inTab(1));
      expect(await send('readPicture', repo, inTab(1))).toBeUndefined();
    }
  });

  it('are refused to and from a tab that shows another model', async () => {
    await visited();
    const other = inTab(3, '/other/model');
    await expect(send('readPicture', repo, other)).rejects.toMatchObject({
      message: expect.stringMatching(/does not show/),
    });
    await expect(send('keepPicture', { repo, picture }, other)).rejects.toMatchObject({
      message: expect.stringMatching(/does not show/),
    });
  });

  it.each([
    ['folds the panel', 'writePanelState', { collapsed: true }],
    ['changes a setting', 'writeSettings', { off: ['main-files'] }],
    ['clears what is kept', 'clearCache', undefined],
  ] as const)('are gone when the reader %s', async (_, type, data) => {
    await visited();
    await send('keepPicture', { repo, picture }, inTab(1));
    const { popup } = await import('../../test/fixtures/background.ts');
    await send(type, data, popup);
    expect(await send('readPicture', repo, inTab(1))).toBeUndefined();
  });
});

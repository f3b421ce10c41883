import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Picture } from '../messaging/protocol.ts';
import { createPictureStore, pictureSchema } from './pictures.ts';

const picture = (text: string): Picture => ({ css: 'p {}', lang: 'en', drawn: [['p', { class: 'cc-row' }, [text]]] });
const store = () => createPictureStore(() => 1);

beforeEach(() => fakeBrowser.reset());

describe('pictures of panels', () => {
  it('are found again by a worker that was started anew, whatever the case of the address', async () => {
    await store().write('openai/gpt-oss-20b', picture('71.5'));
    expect(await store().read('OpenAI/GPT-OSS-20B')).toEqual(picture('71.5'));
  });

  it('are gone when they are taken away', async () => {
    const pictures = store();
    await pictures.write('a/b', picture('1'));
    await pictures.remove('a/b');
    expect(await pictures.read('a/b')).toBeUndefined();
    await pictures.write('a/b', picture('1'));
    await pictures.clear();
    expect(await pictures.read('a/b')).toBeUndefined();
    expect(await store().read('a/b')).toBeUndefined();
  });

  it('are read through a schema: what somebody else left in their place is no picture', async () => {
    await store().write('a/b', picture('1'));
    const key = Object.keys(await fakeBrowser.storage.local.get(null)).find((name) => name.includes('a/b')) ?? '';
    await fakeBrowser.storage.local.set({ [key]: JSON.stringify({ css: 1, lang: 'en', drawn: [{ tag: 'script' }] }) });
    expect(await store().read('a/b')).toBeUndefined();
  });

  it('are texts and elements, however deep, and nothing else', () => {
    const reads = (...drawn: unknown[]) => pictureSchema.safeParse({ ...picture('1'), drawn }).success;
    expect(reads('a', ['p', { class: 'x' }, ['b', ['b', {}, []]]])).toBe(true);
    let deep: unknown = 'a';
    for (let depth = 0; depth < 50_000; depth++) deep = ['p', {}, [deep]];
    expect(reads(deep)).toBe(true);
    for (const odd of [
      7,
      null,
      { tag: 'p' },
      [],
      ['p'],
      ['p', {}],
      ['p', {}, [], 1],
      [1, {}, []],
      ['p', [], []],
      ['p', { class: 1 }, []],
      ['p', null, []],
      ['p', {}, 'a'],
      ['p', {}, [['p', {}, [1]]]],
    ])
      expect(reads('a', odd), JSON.stringify(odd)).toBe(false);
    expect(pictureSchema.safeParse({ ...picture('1'), drawn: 'a' }).success).toBe(false);
  });

  it('have no sheet that leads the browser to another host', async () => {
    for (const css of [
      'p { background: url(https://evil.example) }',
      '@import "https://evil.example";',
      'p { x: u\\72l(x) }',
    ]) {
      expect(pictureSchema.safeParse({ ...picture('1'), css }).success).toBe(false);
    }
  });

  it('are bounded in number', async () => {
    const pictures = store();
    for (let number = 0; number < 30; number += 1) await pictures.write(`a/${number}`, picture(`${number}`));
    expect((await pictures.size()).count).toBeLessThanOrEqual(20);
  });
});

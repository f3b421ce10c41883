import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { defaultThresholds } from '../evals/checks/thresholds.ts';
import { catalogueLookup, createSay } from '../evals/say.ts';
import { readSettingsFile, writeSettingsFile } from './settings-file.ts';

const thresholds = defaultThresholds;
const say = createSay(catalogueLookup(english), 'en');
const complaints = (text: string) => {
  const read = readSettingsFile(text);
  return 'errors' in read ? read.errors.map((error) => say(error)) : [];
};

describe('a settings file', () => {
  it('gives back what was written', () => {
    const settings = {
      place: 'edge',
      off: ['pull-requests'],
      thresholds: { ...thresholds, noticeP: 0.01 },
      hidden: ['chips'],
    } as const;
    expect(readSettingsFile(writeSettingsFile({ ...settings, off: [...settings.off], hidden: ['chips'] }))).toEqual({
      settings,
    });
  });

  it('says which version it has', () => {
    expect(JSON.parse(writeSettingsFile({ place: 'auto', off: [], thresholds, hidden: [] }))).toMatchObject({
      version: 4,
    });
  });

  it('of version 1 is migrated', () => {
    const text = JSON.stringify({ kind: 'crosscheck-settings', version: 1, place: 'edge' });
    expect(readSettingsFile(text)).toEqual({ settings: { place: 'edge', off: [], thresholds, hidden: [] } });
  });

  it.each([
    ['{', /^This file is not JSON: ./],
    ['', /^This file is not JSON: ./],
    ['[]', /holds no Crosscheck settings/],
    ['{"place":"edge","off":[]}', /holds no Crosscheck settings/],
    ['{"kind":"crosscheck-settings","version":"2"}', /holds no Crosscheck settings/],
    ['{"kind":"crosscheck-settings","version":5}', /newer Crosscheck \(version 5; this one reads up to 4\)/],
  ])('%s is refused in words', (text, words) => expect(complaints(text)).toEqual([expect.stringMatching(words)]));

  it('names every setting that cannot be read', () => {
    const text = JSON.stringify({ kind: 'crosscheck-settings', version: 2, place: 'left', off: ['main-files', 'x'] });
    expect(complaints(text)).toEqual([expect.stringContaining('“place”'), expect.stringContaining('“off.1”')]);
  });

  it('cannot bring a prototype along', () => {
    const text = '{"kind":"crosscheck-settings","version":2,"place":"auto","off":[],"__proto__":{"polluted":true}}';
    expect(readSettingsFile(text)).toEqual({ settings: { place: 'auto', off: [], thresholds, hidden: [] } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

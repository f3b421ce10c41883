import { describe, expect, it } from 'vitest';
import { isRefusal } from './refused.ts';
import { checkSender, contextOf, type Heard, SENDERS, type Sender, tabShows, tabShowsDataset } from './senders.ts';

const self = { id: 'abcdefgh', origin: 'chrome-extension://abcdefgh' };
const hub: Sender = {
  id: self.id,
  url: 'https://huggingface.co/openai/gpt-oss-20b',
  frameId: 0,
  tab: { id: 7, url: 'https://huggingface.co/openai/gpt-oss-20b' },
};
const popup: Sender = { id: self.id, url: 'chrome-extension://abcdefgh/popup.html' };

const strangers: Record<string, Sender> = {
  'another extension': { ...popup, id: 'evil' },
  'another extension in a page of the Hub': { ...hub, id: 'evil' },
  'a script on another site': { ...hub, url: 'https://example.org/openai/gpt-oss-20b' },
  'a site that begins like the Hub': { ...hub, url: 'https://huggingface.co.example.org/a/b' },
  'a site that names the Hub as its user': { ...hub, url: 'https://huggingface.co@example.org/a/b' },
  'the Hub without TLS': { ...hub, url: 'http://huggingface.co/a/b' },
  'a frame inside a page of the Hub': { ...hub, frameId: 3 },
  'a page of the Hub that is in no tab': { id: self.id, url: 'https://huggingface.co/a/b' },
  'an extension whose id begins like ours': { ...popup, url: 'chrome-extension://abcdefghi/popup.html' },
  'nobody at all': {},
};

const forAll: Heard[] = [
  'readReport',
  'readPanelState',
  'writePanelState',
  'openOptions',
  'readExplanation',
  'dismissVerdicts',
  'restoreVerdicts',
  'createDraft',
  'readBenchmark',
  'readBoard',
  'readPins',
  'readHistory',
  'pin',
  'openCompare',
  'showMarks',
  'checkSource',
];
const forPagesOnly: Heard[] = [
  'readBoardTop',
  'pageSeen',
  'readPicture',
  'keepPicture',
  'readList',
  'hideChips',
  'readReview',
  'readMarks',
  'draftFromCard',
];
const forTheHub: Heard[] = [...forPagesOnly, ...forAll];

describe('who may send what', () => {
  it('knows our own pages and our scripts in the Hub, and no one else', () => {
    expect(contextOf(hub, self)).toBe('hub-page');
    expect(contextOf(popup, self)).toBe('extension-page');
    // A page of ours in a tab, such as the options page, is still ours.
    expect(contextOf({ ...popup, tab: { id: 9 }, frameId: 0 }, self)).toBe('extension-page');
    for (const sender of Object.values(strangers)) expect(contextOf(sender, self)).toBeUndefined();
  });

  it.each(Object.keys(SENDERS) as Heard[])('%s', (type) => {
    const tried = (sender: Sender) => {
      try {
        return checkSender(type, sender, self);
      } catch (error) {
        expect(isRefusal(error)).toBe(true);
        expect((error as Error).message).toContain(type);
        return 'refused';
      }
    };
    expect(tried(hub)).toBe(forTheHub.includes(type) ? 'hub-page' : 'refused');
    expect(tried(popup)).toBe(forPagesOnly.includes(type) ? 'refused' : 'extension-page');
    for (const sender of Object.values(strangers)) expect(tried(sender)).toBe('refused');
  });

  it('says the origin of who was refused, and nothing else of the address', () => {
    const spy: Sender = { ...hub, url: 'https://example.org/secret?token=1' };
    expect(() => checkSender('readReport', spy, self)).toThrow(/not accepted from https:\/\/example\.org$/);
  });
});

describe('a report only for the repository of the tab', () => {
  const at = (path: string): Sender => ({ url: `https://huggingface.co${path}` });

  it.each([
    ['/openai/gpt-oss-20b', 'openai/gpt-oss-20b', true],
    ['/openai/gpt-oss-20b/discussions/12', 'openai/gpt-oss-20b', true],
    ['/OpenAI/GPT-OSS-20b?x=1#y', 'openai/gpt-oss-20b', true],
    ['/openai/gpt%2Doss-20b', 'openai/gpt-oss-20b', true],
    ['/openai/gpt-oss-20b', 'openai/gpt-oss-20', false],
    ['/openai/gpt-oss-20b', 'openai/gpt-oss-120b', false],
    ['/openai', 'openai/gpt-oss-20b', false],
    ['/datasets/openai/gpt-oss-20b', 'openai/gpt-oss-20b', false],
    ['/', 'openai/gpt-oss-20b', false],
    ['/%E0%A4%A', 'openai/gpt-oss-20b', false],
    // A legacy address shows the model that it redirects to, whichever spelling is asked for.
    ['/gpt2', 'gpt2', true],
    ['/gpt2', 'openai-community/gpt2', true],
    ['/gpt2/tree/main', 'openai-community/gpt2', true],
    ['/gpt2', 'openai-community/gpt2-xl', false],
    ['/gpt2/other', 'openai-community/gpt2', false],
    ['/openai-community/gpt2', 'gpt2', false],
  ])('%s shows %s: %s', (path, repo, shown) => expect(tabShows(at(path), repo)).toBe(shown));

  it('believes the frame or the tab: after a client-side navigation one of them may lag', () => {
    const url = 'https://huggingface.co/a/old';
    expect(tabShows({ url, tab: { url: 'https://huggingface.co/a/new' } }, 'a/new')).toBe(true);
    expect(tabShows({ url, tab: { url: 'https://huggingface.co/a/new' } }, 'a/other')).toBe(false);
  });
});

describe('tabShowsDataset', () => {
  const shows = (path: string, dataset: string) => {
    const url = `https://huggingface.co${path}`;
    return tabShowsDataset({ ...hub, url, tab: { id: 7, url } }, dataset);
  };

  it.each([
    ['/datasets/openai/gsm8k', 'openai/gsm8k'],
    ['/datasets/OpenAI/GSM8K/tree/main', 'openai/gsm8k'],
    ['/datasets/squad', 'squad'],
    ['/datasets/squad/blob/main/README.md', 'squad'],
  ])('%s is a page of %s', (path, dataset) => expect(shows(path, dataset)).toBe(true));

  it.each([
    ['/datasets/openai/other', 'openai/gsm8k'],
    ['/openai/gsm8k', 'openai/gsm8k'],
    ['/datasets/squad', 'rajpurkar/squad'],
    // An owner of the name of a legacy dataset speaks for their own datasets alone.
    ['/datasets/squad/mine', 'squad'],
    ['/datasets', 'squad'],
  ])('%s is no page of %s', (path, dataset) => expect(shows(path, dataset)).toBe(false));
});

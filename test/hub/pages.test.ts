// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { corpusFolder } from './corpus-dir.ts';
import './patience.ts';
import { type LocalHub, startHub } from './start-hub.ts';

const read = async (hub: LocalHub, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(hub.url + path, { headers });
  return { status: response.status, document: new DOMParser().parseFromString(await response.text(), 'text/html') };
};

const props = (document: Document, island: string) =>
  JSON.parse(
    document.querySelector(`main div.SVELTE_HYDRATER.contents[data-target="${island}"]`)?.getAttribute('data-props') ??
      'null',
  );

/** Addresses that a browser would fetch by itself. */
const loaded = (document: Document): string[] =>
  [...document.querySelectorAll('[src], link[href], [srcset], [style*="url"]')]
    .filter((element) => element.getAttribute('rel') !== 'canonical')
    .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? 'styled')
    .filter((address) => !/^(data:|\/(?!\/))/.test(address));

describe('pages have the skeleton that hub-contract.md section 9 describes', () => {
  let hub: LocalHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.reset());
  afterAll(() => hub.close());

  it('the model page: header props, columns, card, results', async () => {
    const { document } = await read(hub, '/openai/gpt-oss-20b');
    expect(props(document, 'ModelHeader')).toMatchObject({
      activeTab: 'model-card',
      model: { id: 'openai/gpt-oss-20b', gated: false, private: false, discussionsDisabled: false, repoType: 'model' },
      discussionsStats: { open: 19, closed: 1, total: 20 },
    });
    expect(
      document
        .querySelector('main.flex.flex-1.flex-col > [data-target="ModelHeader"] > header h1 a.font-mono.font-semibold')
        ?.getAttribute('href'),
    ).toBe('/openai/gpt-oss-20b');
    const grid = document.querySelector('main > div.container.relative');
    expect([...(grid?.children ?? [])].map((child) => child.tagName)).toEqual(['SECTION', 'SECTION']);
    expect(
      grid?.querySelector('section.md\\:col-span-7 .model-card-content.prose.hf-sanitized table')?.textContent,
    ).toContain('71.5');
    expect(
      grid?.querySelector('section.md\\:col-span-5.order-first [data-target="ModelEvalResults"] h2')?.textContent,
    ).toContain('Evaluation results');
    expect(props(document, 'ModelEvalResults').evalResults).toHaveLength(20);
    expect(document.body.className).toMatch(/^flex flex-col min-h-dvh bg-white dark:bg-gray-950 text-black ModelPage$/);
    expect(loaded(document)).toEqual([]);
  });

  it('variants: no island, no column, none of the header', async () => {
    hub.settings.pageVariant = 'no-results-island';
    expect(
      (await read(hub, '/openai/gpt-oss-20b')).document.querySelector('[data-target="ModelEvalResults"]'),
    ).toBeNull();
    hub.settings.pageVariant = 'no-right-column';
    expect((await read(hub, '/openai/gpt-oss-20b')).document.querySelectorAll('main section')).toHaveLength(1);
    hub.settings.pageVariant = 'no-header-island';
    expect((await read(hub, '/openai/gpt-oss-20b')).document.querySelector('[data-target="ModelHeader"]')).toBeNull();
    hub.settings.pageVariant = 'usual';
    expect(
      (await read(hub, '/openai-community/gpt2')).document.querySelector('[data-target="ModelEvalResults"]'),
    ).toBeNull();
  });

  it.each([
    ['/openai/gpt-oss-20b/tree/main', 'files', 'ViewerIndexPage'],
    ['/openai/gpt-oss-20b/blob/refs%2Fpr%2F256/.eval_results/mmlu_pro.yaml', 'files', 'ViewerBlobPage'],
    ['/openai/gpt-oss-20b/commits/main', 'files', 'ViewerCommitsPage'],
    ['/openai/gpt-oss-20b/discussions', 'community', 'DiscussionsPage'],
    ['/openai/gpt-oss-20b/discussions/256', 'community', 'DiscussionsPage'],
    ['/openai/gpt-oss-20b/discussions/256/files', 'community', 'DiscussionsPage'],
  ])('%s is the tab %s', async (path, tab, kind) => {
    const { status, document } = await read(hub, path);
    expect([status, props(document, 'ModelHeader').activeTab, document.body.classList.contains(kind)]).toEqual([
      200,
      tab,
      true,
    ]);
    expect(document.querySelector('.tab-alternate[aria-current="page"]')).not.toBeNull();
    expect(loaded(document)).toEqual([]);
  });

  it('a file has an anchor a line; a list has its cards; a benchmark its board', async () => {
    const blob = await read(hub, '/openai/gpt-oss-20b/blob/refs%2Fpr%2F256/.eval_results/mmlu_pro.yaml');
    expect(blob.document.querySelector('#L4')?.textContent).toContain('value: 73.6');
    const list = await read(hub, '/models');
    expect(props(list.document, 'ModelList').initialValues.models.length).toBe(
      list.document.querySelectorAll('article.overview-card-wrapper a[href^="/"]').length,
    );
    const board = await read(
      hub,
      '/datasets/Idavidrein/gpqa?eval_result=openai/gpt-oss-20b&leaderboard_task_id=diamond',
    );
    expect(props(board.document, 'DatasetHeader').dataset.id).toBe('Idavidrein/gpqa');
    expect(board.document.querySelector('.board .marked')?.textContent).toContain('openai/gpt-oss-20b');
  });

  it('dark by cookie; private, missing and disabled as what they are', async () => {
    expect((await read(hub, '/openai/gpt-oss-20b', { cookie: 'theme=dark' })).document.documentElement.className).toBe(
      'dark',
    );
    expect((await read(hub, '/openai/gpt-oss-20b')).document.documentElement.className).toBe('');
    expect((await read(hub, '/crosscheck-fixtures/private-model')).status).toBe(404);
    expect((await read(hub, '/no/such')).status).toBe(404);
    expect((await read(hub, '/crosscheck-fixtures/disabled-model')).status).toBe(403);
    const own = await read(hub, '/crosscheck-fixtures/private-model', { cookie: 'token=session-mira' });
    expect(props(own.document, 'ModelHeader')).toMatchObject({
      model: { private: true },
      authLight: { u: { user: 'mira' } },
    });
    expect((await read(hub, '/favicon.ico')).status).toBe(200);
  });

  it('shows a hostile card without its scripts and handlers', async () => {
    const card =
      '# Hi\n\n<script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(2)"><a href="javascript:alert(3)">x</a>\n\n<iframe src="https://evil.example"></iframe>';
    const at = '2026-01-01T00:00:00.000Z';
    await hub.addRepo({
      type: 'model',
      id: 'hostile/card',
      aliases: [],
      facts: {},
      readers: [],
      commits: [{ at, message: 'first', files: { 'README.md': card } }],
      discussions: [],
      kept: [],
      verified: [],
    });
    const { document } = await read(hub, '/hostile/card');
    expect(document.querySelector('.model-card-content')?.innerHTML).not.toMatch(/<script|onerror|javascript:|<iframe/);
    expect(loaded(document)).toEqual([]);
  });
});

// Real cards of the corpus: cut from the vendors' READMEs, tables and HTML as found there.
const cards = corpusFolder('corpus', 'cards');
describe('real cards', () => {
  if (!cards) it.skip('the cards are not beside the project', () => {});
  it.runIf(cards)('each becomes a page that loads nothing from elsewhere', async () => {
    const hub = await startHub({ cards: cards! });
    const ids = readdirSync(cards!)
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -3).replace('__', '/'));
    for (const id of ids) {
      const { status, document } = await read(hub, `/${id}`);
      expect([id, status, loaded(document)]).toEqual([id, 200, []]);
    }
    await hub.close();
  });
});

import type { Page } from '@playwright/test';
import { entryOf, gpqaEntryOf, hostileTexts } from '../corpus/hostile-texts.ts';
import { hopeless, survivable, tooLarge } from '../corpus/hostile-yaml.ts';
import { expect, panelOf, settle, test } from './harness.ts';
import { add, gpqa, visitWithin, watched } from './hostile-repository.ts';

const texts = Object.values(hostileTexts);

/** What is in the panel, by which a text could have become more than a text. */
const anatomy = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('crosscheck-panel');
    const inside = [...(host?.shadowRoot?.querySelectorAll('*') ?? [])];
    const edge = host?.getBoundingClientRect();
    const clipped = (element: Element): boolean => {
      const parent = element.parentElement;
      return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || clipped(parent));
    };
    return {
      names: [...new Set(inside.map(({ localName }) => localName))],
      handlers: inside.flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name.startsWith('on')).length,
      links: [
        ...new Set(inside.filter((element) => element instanceof HTMLAnchorElement).map(({ protocol }) => protocol)),
      ],
      strange: (host?.shadowRoot?.textContent ?? '').match(/[\u202a-\u202e\u2066-\u2069\u200b\u00ad]/g),
      sticksOut: inside.filter((element) => {
        const box = element.getBoundingClientRect();
        return edge && box.width > 0 && (box.right > edge.right + 1 || box.left < edge.left - 1) && !clipped(element);
      }).length,
      widens: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      reached: 'reached' in window,
    };
  });

const open = (page: Page, name: RegExp, most: number) =>
  panelOf(page)
    .getByRole('button', { name })
    .evaluateAll((buttons, count) => {
      for (const button of buttons.slice(0, count)) (button as HTMLElement).click();
    }, most);

test('texts stay texts in every field, in file names, titles and authors', async ({ hub, page }) => {
  const url = await add(hub, {
    id: 'mallory/texts',
    main: {
      '.eval_results/texts.yaml': texts.map((text) => entryOf(text, '12.30')).join(''),
      '.eval_results/gpqa.yaml': texts.map((text, index) => gpqaEntryOf(text, `${40 + index}`)).join(''),
      '.eval_results/a b#c?d%41&"\'<img src=x onerror=window.reached=1>\\\n\u202E.yaml': `${gpqa('71.99')}- bad\n`,
      '.eval_results/bom.yaml': `\uFEFF${gpqa('71.50')}`.replaceAll('\n', '\r\n'),
    },
    pullRequests: texts.slice(0, 12).map((text, index) => ({
      num: index + 1,
      title: `Add evaluation results ${text.slice(0, 200)}`,
      author: text.slice(0, 200),
      files: { [`.eval_results/${index}.yaml`]: gpqa(`${20 + index}`) },
    })),
  });
  const { dialogs } = await watched(page);
  await visitWithin(page, url, 100, async () => {
    await settle(page, 30_000);
    await expect(panelOf(page)).toContainText('could not be read in full');
    // The name of the file with the bad item is written out, and the item's line named.
    await expect(panelOf(page)).toContainText('[U+202E].yaml, line 5');
  });
  await open(page, /how we know$/, 15);
  await open(page, /^why/, 3);
  await expect(panelOf(page).locator('.cc-evidence').first()).toBeVisible();
  expect(await anatomy(page)).toMatchObject({
    handlers: 0,
    links: ['https:'],
    strange: null,
    sticksOut: 0,
    widens: false,
    reached: false,
  });
  expect((await anatomy(page)).names.filter((name) => /img|script|iframe|object|embed|form|style/.test(name))).toEqual(
    [],
  );
  expect(dialogs).toEqual([]);

  const downloading = page.waitForEvent('download');
  const csvItem = panelOf(page).getByRole('menuitem', { name: 'Export as CSV' });
  // The menu closes when the page scrolls, and the click may have made it scroll.
  await expect(async () => {
    await panelOf(page).locator('.cc-head').getByRole('button', { name: 'More' }).click();
    await expect(csvItem).toBeVisible({ timeout: 500 });
  }).toPass();
  await csvItem.click();
  const csv = await (await downloading).createReadStream().then((stream) => stream.toArray());
  const cells = Buffer.concat(csv).toString('utf8');
  expect(cells).toContain('71.99');
  expect(cells).not.toMatch(/(^|,)"?[=@]/m);
  expect(cells).not.toMatch(/(^|,)"?\+cmd/m);
});

test('files that are traps hold nobody up; their good entries stand', async ({ context, hub, page }) => {
  const traps = [...Object.values(survivable), ...Object.values(hopeless), tooLarge.slice(0, 400_000)];
  // That each of them is read is for the unit tests; here it is about who waits for whom.
  const some = traps.filter((_, index) => index % 4 === 0);
  const files = Object.fromEntries(some.map((text, index) => [`.eval_results/trap-${index}.yaml`, text]));
  const main = { ...files, '.eval_results/good.yaml': gpqa('71.50') };
  const url = await add(hub, { id: 'mallory/traps', main }, Object.keys(files));
  const beside = await add(hub, { id: 'mallory/beside', main: { '.eval_results/good.yaml': gpqa('61.50') } });
  await watched(page);
  const other = await context.newPage();
  const reading = visitWithin(page, url, 100, async () => {
    await settle(page, 30_000);
    await expect(panelOf(page)).toContainText('71.50');
    // What stands before and behind each trap.
    await expect(panelOf(page)).toContainText('8.80');
    await expect(panelOf(page)).toContainText(/\d+ files could not be read in full/);
  });
  await expect.poll(() => hub.requestsLike('/mallory/traps/resolve/').length).toBeGreaterThan(0);
  // Meanwhile another tab asks for another report, and gets it.
  await other.goto(beside);
  await expect(panelOf(other)).toContainText('61.50');
  await reading;
});

test('more than a page can hold is bounded, and said', async ({ hub, page }) => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    [10, 20].map((value) => ({
      filename: '.eval_results/flood.yaml',
      verified: false,
      data: { dataset: { id: `a/b${index}`, task_id: 't' }, value, notes: 'n'.repeat(100), date: '2026-01-01' },
    })),
  );
  const url = await add(hub, { id: 'mallory/flood' });
  const answer = { id: 'mallory/flood', gated: false, private: false, sha: '1'.repeat(40), evalResults: many.flat() };
  hub.misbehave({ path: '/api/models/mallory/flood?', body: JSON.stringify(answer), contentType: 'application/json' });
  await watched(page);
  await visitWithin(page, url, 100, async () => {
    await settle(page, 30_000);
    await expect(panelOf(page)).toContainText(/\d,\d{3} scores/);
    await expect(panelOf(page)).toContainText(/[\d,]+ more entries are not shown/);
  });
});

test('redirects, links and numbers of a hostile answer lead nowhere', async ({ hub, page }) => {
  const pullRequests = [{ num: 1, files: { '.eval_results/b.yaml': gpqa('71.50') } }];
  const leads = [
    'https://evil.example/',
    'http://huggingface.co/x',
    'https://cdn.huggingface.co/x',
    'data:text/plain,x',
  ];
  for (const [index, location] of leads.entries()) {
    const id = `mallory/leads${index}`;
    const url = await add(hub, { id, main: { '.eval_results/a.yaml': gpqa('61.50') }, pullRequests });
    hub.misbehave({ path: `/${id}/resolve/`, status: 302, body: '', headers: { location } });
    await page.goto(url);
    await settle(page);
    // The file stays closed; what the Hub lists of it stands.
    await expect(panelOf(page)).toContainText('61.5');
    await expect(panelOf(page)).toContainText('71.50');
    await expect(panelOf(page)).toContainText('Not read');
  }
  const id = 'mallory/numbers';
  const url = await add(hub, { id, main: { '.eval_results/a.yaml': gpqa('61.50') }, pullRequests });
  const numbers = [1e21, -1, 1.5, '7', null, 0, '../../settings'];
  const discussions = numbers.map((num) => ({ num, title: 'Add evals', status: 'open', isPullRequest: true }));
  const listed = JSON.stringify({ discussions, count: -5, start: 'x' });
  hub.misbehave({ path: `/api/models/${id}/discussions?`, body: listed, contentType: 'application/json' });
  const details = {
    num: 1,
    title: 'Add evals',
    isPullRequest: true,
    diffUrl: 'https://evil.example/files.diff',
    changes: { headCommitId: '../../../settings' },
    diff: 'diff --git a/.eval_results/../../x.yaml b/.eval_results/../../x.yaml\n@@ -1,99999999 +1,99999999 @@\n-a\n+b\n',
  };
  hub.misbehave({
    path: `/api/models/${id}/discussions/1`,
    body: JSON.stringify(details),
    contentType: 'application/json',
  });
  await page.goto(url);
  await settle(page);
  await expect(panelOf(page)).toContainText('61.50');
  expect(hub.requestsLike(/settings|1e\+?21|discussions\/(-1|1\.5|7|0)\b/)).toEqual([]);
});

test('whatever stands in the storage, a report comes, and the options page', async ({
  context,
  extensionId,
  hub,
  page,
}) => {
  const url = await add(hub, {
    id: 'mallory/stored',
    main: { '.eval_results/a.yaml': gpqa('61.50') },
    pullRequests: [{ num: 1, files: { '.eval_results/b.yaml': gpqa('71.50') } }],
  });
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.getByRole('checkbox').first().uncheck();
  await options.getByRole('checkbox').first().check();
  const devtools = await context.newCDPSession(options);
  await devtools.send('ServiceWorker.enable');
  await page.bringToFront();
  await page.goto(url);
  await settle(page);

  for (const garbage of [null, 0, 'x', [], {}, [[]], { v: 'x', files: 5, version: 1 }, { x: { used: 'a' } }, 'parts']) {
    const spoiled = await options.evaluate(async (value) => {
      type Area = { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Area> } }).chrome;
      // `parts` keeps the shape and takes every text and number out of it.
      const emptied = (part: unknown): unknown => {
        if (Array.isArray(part)) return part.map(emptied);
        if (typeof part !== 'object' || part === null) return typeof part === 'boolean' ? 1 : null;
        return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, emptied(inner)]));
      };
      // Reports and what was read for them lie there as JSON texts.
      const within = (kept: unknown): unknown => {
        if (typeof kept !== 'string' || !/^[[{]/.test(kept)) return emptied(kept);
        return JSON.stringify(emptied(JSON.parse(kept)));
      };
      let count = 0;
      for (const area of [storage.local, storage.session]) {
        const all = Object.entries(await area.get(null));
        count += all.length;
        await area.set(Object.fromEntries(all.map(([key, kept]) => [key, value === 'parts' ? within(kept) : value])));
      }
      return count;
    }, garbage);
    expect(spoiled).toBeGreaterThan(4);
    await devtools.send('ServiceWorker.stopAllWorkers');
    await page.goto(url);
    await settle(page);
    await expect(panelOf(page), JSON.stringify(garbage)).toContainText('2 scores');
  }
  await options.reload();
  await expect(options.getByRole('checkbox').first()).toBeChecked();
});

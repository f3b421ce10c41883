import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { RepositoryPlan } from '../hub/load/plan.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { expectNoViolations, overflow } from './extension-pages.ts';
import { expect, panelOf, settle, test } from './harness.ts';

const three = 'openai/gpt-oss-20b,MiniMaxAI/MiniMax-M2.5,google/gemma-4-31B-it';

async function comparePage(context: BrowserContext, extensionId: string, models?: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/compare.html${models === undefined ? '' : `?models=${models}`}`);
  return page;
}

const done = (page: Page) => expect(page.locator('main[data-busy="false"] tbody tr').first()).toBeVisible();
const cell = (page: Page, row: RegExp, model: string) =>
  page.getByRole('row', { name: row }).locator(`td[data-model="${model}"]`);
const heads = (page: Page) => page.locator('.cc-compare-scroll thead th .cc-column-name').allInnerTexts();

test('lines models up by benchmark and task; blanks stay blank, spreads and conflicts are said', async ({
  context,
  extensionId,
}) => {
  const page = await comparePage(context, extensionId, three);
  await done(page);
  const gpqa = cell(page, /^GPQA · diamond/, 'openai/gpt-oss-20b');
  await expect(gpqa).toContainText('56.8 – 74.2');
  await expect(gpqa).toContainText('not comparable');
  await expect(cell(page, /^GPQA · diamond/, 'MiniMaxAI/MiniMax-M2.5')).toContainText('85.2');
  await expect(cell(page, /^MMLU-Pro/, 'MiniMaxAI/MiniMax-M2.5')).toHaveText('not reported');
  await gpqa.getByRole('button').click();
  const community = gpqa.getByRole('listitem').filter({ hasText: 'community' });
  await expect(community).toHaveCount(7);
  await expect(community.getByRole('link').first()).toHaveAttribute(
    'href',
    /\/blob\/[0-9a-f]{40}\/\.eval_results\/.+#L\d+$/,
  );
  await page.getByLabel('One row for each setup').check();
  await expect(page.getByRole('row', { name: /^GPQA · diamond/ }).nth(2)).toBeVisible();
});

test('says what differs beyond chance, with the caveat', async ({ context, extensionId }) => {
  const page = await comparePage(context, extensionId, three);
  await done(page);
  const section = page.getByRole('region', { name: 'What differs between two of them' });
  await expect(section).toContainText('their answers one by one are not at hand');
  await expect(section.getByRole('listitem').filter({ hasText: 'GPQA' })).toContainText(/MiniMax-M2\.5 is higher/);
  await section.getByLabel('First model').selectOption('google/gemma-4-31B-it');
  await expect(section.getByRole('listitem').filter({ hasText: 'GPQA' })).toContainText(
    /84\.3 and 85\.2 .*within what chance leaves/,
  );
});

test('columns move by keyboard, keep the focus, and the link carries them', async ({ context, extensionId }) => {
  const page = await comparePage(context, extensionId, three);
  await done(page);
  const menu = page.getByRole('button', { name: 'What to do with openai/gpt-oss-20b' });
  await menu.focus();
  await page.keyboard.press('Alt+ArrowRight');
  expect((await heads(page)).map((text) => text.split('\n').at(-1))).toEqual([
    'MiniMax-M2.5',
    'gpt-oss-20b',
    'gemma-4-31B-it',
  ]);
  await expect(menu).toBeFocused();
  await expect(page.getByRole('status')).toContainText('openai/gpt-oss-20b is column 2 of 3 now');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('is removed');
  expect(page.url()).toContain('models=MiniMaxAI/MiniMax-M2.5,google/gemma-4-31B-it');
  await page.reload();
  await done(page);
  expect(await heads(page)).toHaveLength(2);
});

test('names more models than the table holds: says how many wait, and each takes the place of one that goes', async ({
  context,
  extensionId,
}) => {
  const many = ['openai/gpt-oss-20b', ...Array.from({ length: 12 }, (_, index) => `nobody/none-${index}`)].join(',');
  const page = await comparePage(context, extensionId, many);
  await done(page);
  expect(await heads(page)).toHaveLength(12);
  await expect(page.getByText('1 more model is not shown: the table holds 12')).toBeVisible();
  await page.getByRole('button', { name: 'What to do with nobody/none-0' }).click();
  await page.getByRole('menuitem', { name: 'Remove from this table' }).click();
  await expect(page.getByRole('columnheader', { name: /none-11/ })).toBeVisible();
  await expect(page.getByText('not shown')).toHaveCount(0);
});

test('takes a model by id or address, and says why it does not', async ({ context, extensionId }) => {
  const page = await comparePage(context, extensionId, 'openai/gpt-oss-20b');
  const field = page.getByLabel('Add a model');
  await field.fill('https://huggingface.co/zai-org/GLM-5.3-Flash/tree/main');
  await field.press('Enter');
  await expect(page.getByRole('columnheader', { name: /GLM-5\.3-Flash/ })).toBeVisible();
  await field.fill('zai-org/glm-5.3-flash');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('in the table already');
  await field.fill('<script>');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('no model id');
});

test('starts with what is pinned, and follows a pin from elsewhere', async ({
  context,
  extensionId,
  page: hubPage,
}) => {
  const page = await comparePage(context, extensionId);
  await expect(page.getByText('Nothing is pinned yet')).toBeVisible();
  await hubPage.goto('https://huggingface.co/models');
  await hubPage
    .locator('article')
    .filter({ hasText: 'openai/gpt-oss-20b' })
    .getByRole('button', { name: /^Pin/ })
    .click();
  await expect(page.getByRole('columnheader', { name: /gpt-oss-20b/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /gpt-oss-20b/ })).toContainText('pinned');
});

test('a pin that the browser does not keep is said', async ({ context, extensionId, worker, pageErrors }) => {
  const page = await comparePage(context, extensionId, 'openai/gpt-oss-20b');
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  await done(page);
  await worker.evaluate("chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'))");
  await page.getByRole('button', { name: 'What to do with openai/gpt-oss-20b' }).click();
  await page.getByRole('menuitem', { name: 'Pin this model' }).click();
  await expect(page.getByRole('status').first()).toContainText('could not be pinned');
  expect(pageErrors).toEqual([]);
});

test('one that cannot be read says why, and takes nothing from the others', async ({ context, extensionId, hub }) => {
  hub.misbehave({ path: '/api/models/google/gemma-4-31B-it', status: 429, retryAfter: 120 });
  const page = await comparePage(context, extensionId, `${three},nobody/none`);
  await done(page);
  await expect(page.getByRole('columnheader', { name: /gemma/ })).toContainText('asks to wait');
  await expect(page.getByRole('columnheader', { name: /nobody/ })).toContainText('does not exist, or it is private');
  await expect(cell(page, /^GPQA · diamond/, 'nobody/none')).toHaveText('none in what could be read');
  await expect(cell(page, /^GPQA · diamond/, 'MiniMaxAI/MiniMax-M2.5')).toContainText('85.2');
});

test('grows while it is read', async ({ context, extensionId, hub }) => {
  hub.misbehave({ path: '/discussions', latency: 700 });
  const page = await comparePage(context, extensionId, 'openai/gpt-oss-20b');
  await expect(cell(page, /^GPQA · diamond/, 'openai/gpt-oss-20b')).toContainText('56.8', { timeout: 2_000 });
  await expect(page.locator('main')).toHaveAttribute('data-busy', 'true');
  await expect(page.locator('main')).toHaveAttribute('data-busy', 'false', { timeout: 20_000 });
});

test('files: CSV, Markdown, JSON and BibTeX, with links to the commit', async ({ context, extensionId }) => {
  const page = await comparePage(context, extensionId, three);
  await done(page);
  for (const [item, name, holds] of [
    ['Save as CSV', 'crosscheck.csv', /^dataset,task,model,[\s\S]*\/blob\/[0-9a-f]{40}\/\.eval_results\//],
    ['Save as Markdown', 'crosscheck.md', /^\| Benchmark \| \[openai\/gpt-oss-20b\][\s\S]*\| – \|/],
    ['Save as JSON', 'crosscheck.json', /"pinned": true/],
    [
      'Save as BibTeX',
      'crosscheck.bib',
      /^@misc\{openai-gpt-oss-20b-[\s\S]*\\url\{https:\/\/huggingface\.co\/.*\/blob\/[0-9a-f]{40}\//,
    ],
  ] as const) {
    await page.getByRole('button', { name: 'Link and files' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(name);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(holds);
  }
});

/** A model with a score for each of these tasks: made for its size. */
function planOf(index: number, tasks: number): RepositoryPlan {
  const text = Array.from(
    { length: tasks },
    (_, task) =>
      `- dataset:\n    id: made/bench-${task}\n    task_id: t\n  value: ${40 + ((7 * index + 3 * task) % 50)}.5\n  date: "2026-05-01"\n`,
  ).join('');
  return {
    type: 'model',
    id: `made/model-${index}`,
    aliases: [],
    facts: {},
    readers: [],
    commits: [
      {
        at: '2026-05-01T10:00:00Z',
        message: 'results',
        files: { 'README.md': '# Made\n', '.eval_results/all.yaml': text },
      },
    ],
    discussions: [],
    kept: [],
    verified: [],
  };
}

async function makeTwelve(hub: LocalHub): Promise<string> {
  for (let index = 0; index < 12; index++) {
    if (!hub.model(`made/model-${index}`)) await hub.addRepo(planOf(index, 30));
  }
  return Array.from({ length: 12 }, (_, index) => `made/model-${index}`).join(',');
}

test('twelve models by thirty tasks are there within a second, warm', async ({ context, extensionId, hub }) => {
  test.setTimeout(90_000);
  const models = await makeTwelve(hub);
  const cold = await comparePage(context, extensionId, models);
  await expect(cold.locator('main[data-busy="false"] .cc-cell')).toHaveCount(360, { timeout: 30_000 });
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    await cold.reload({ waitUntil: 'commit' });
    times.push(
      await cold.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const look = () => {
              const isThere = document.querySelectorAll('main[data-busy="false"] .cc-cell').length === 360;
              if (isThere) resolve(performance.now());
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
    );
  }
  console.log(`compare, 12 models × 30 tasks, warm: ${times.map((ms) => Math.round(ms)).join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(1000);
});

for (const dark of [false, true]) {
  test.describe(dark ? 'dark, Chinese' : 'light, English', () => {
    test.use({ browserOptions: { dark, locale: dark ? 'zh-CN' : 'en-US' } });
    test('axe finds nothing, wide and narrow', async ({ context, extensionId }) => {
      const page = await comparePage(context, extensionId, `${three},nobody/none`);
      await done(page);
      await page.locator('.cc-cell').first().click();
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoViolations(page);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('is reached from the panel’s menu, with this model first and the pinned ones', async ({ context, page }) => {
  await page.goto('https://huggingface.co/zai-org/GLM-5.3-Flash');
  await settle(page);
  const menu = panelOf(page).getByRole('button', { name: 'More', exact: true }).first();
  const choose = async (name: string) => {
    await menu.focus();
    // Whoever scrolls closes the menu: the panel comes into view first.
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('menuitem', { name }).press('Enter');
  };
  await choose('Pin this model');
  await page.goto('https://huggingface.co/openai/gpt-oss-20b');
  await settle(page);
  const opened = context.waitForEvent('page');
  await choose('Compare with pinned models');
  const compare = await opened;
  await done(compare);
  expect((await heads(compare)).map((text) => text.split('\n').at(-1))).toEqual(['gpt-oss-20b', 'GLM-5.3-Flash']);
});

test('shows on request what a row’s file said before, with who and when', async ({ context, extensionId, hub }) => {
  const plan = planOf(90, 1);
  const later =
    plan.commits[0]?.files['.eval_results/all.yaml']?.toString().replace(/value: [\d.]+/, 'value: 77.70') ?? '';
  plan.commits.push({
    at: '2026-06-01T10:00:00Z',
    author: 'ada',
    message: 'Correct it',
    files: { '.eval_results/all.yaml': later },
  });
  if (!hub.model(plan.id)) await hub.addRepo(plan);
  const page = await comparePage(context, extensionId, plan.id);
  await done(page);
  await page.locator('.cc-cell').first().click();
  expect(hub.requestsLike('/commits/')).toHaveLength(0);
  await page.getByRole('button', { name: 'history' }).click();
  const steps = page.locator('.cc-history li');
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText(/77\.70.*Correct it.*ada/);
  await expectNoViolations(page);
});

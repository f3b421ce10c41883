import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { modelPlan } from '../corpus/model-plan.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { expect, panelOf, settle, test } from './harness.ts';
import { cardAsItIs, lineOn, marksOn, watchShifts } from './marked.ts';
import { hubOrigin, model } from './standing.ts';

const kimi = `${hubOrigin}/moonshotai/Kimi-K2.5`;

/** Waits until the page has its marks, or the given number of them. */
async function marked(page: Page, count?: number) {
  await settle(page);
  if (count === undefined) await expect(page.locator('crosscheck-mark').first()).toBeAttached();
  else await expect(page.locator('crosscheck-mark')).toHaveCount(count);
  return marksOn(page);
}

/** A model with this card and nothing else. */
async function withCard(hub: LocalHub, card: string, id = 'poolside/Marked-1B'): Promise<string> {
  await hub.addRepo(modelPlan({ id, main: { 'README.md': `---\nlicense: mit\n---\n${card}` } }));
  return `${hubOrigin}/${id}`;
}

const own = (rows: string[], model = 'Marked 1B') => `| Benchmark | ${model} |\n|---|---:|\n${rows.join('\n')}\n`;

/** Hides the marks by the panel's menu, which closes when the page scrolls, as it does on the way to the button. */
const hideByMenu = (page: Page) =>
  expect(async () => {
    const item = page.getByRole('menuitem', { name: 'Hide marks in the card' });
    if (!(await item.isVisible())) await panelOf(page).getByRole('button', { name: 'More', exact: true }).click();
    await item.click({ timeout: 2_000 });
  }).toPass();

const axe = async (page: Page, ...where: string[]) => {
  const builder = where.reduce((axe, selector) => axe.include(selector), new AxeBuilder({ page }));
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

test.describe('marks stand on the right cells', () => {
  test('of a table in markdown, with what is said of each figure', async ({ page }) => {
    await page.goto(model);
    const marks = await marked(page, 15);
    expect(marks.map(({ row, cell }) => `${row}: ${cell}`)).toEqual(
      [
        ['GPQA Diamond (no tools)', '56.8', '66.0', '71.5'],
        ['GPQA Diamond (with tools)', '58.0', '67.1', '74.2'],
        ['HLE (no tools)', '4.2', '7.0', '10.9'],
        ['HLE (with tools)', '6.3', '8.8', '17.3'],
        ['SWE-bench Verified', '37.4', '53.2', '60.7'],
      ].flatMap(([row, ...cells]) => cells.map((cell) => `${row}: ${cell}`)),
    );
    for (const { cell, name, status, size, target, inside } of marks) {
      const words = { agrees: 'agrees with', differs: 'differs from', apart: 'not comparable with' }[status];
      expect(name).toMatch(new RegExp(`^${cell}: ${words} (main|pull request #\\d+)$`));
      expect([size, ...target, inside], name).toEqual([6, 24, 24, true]);
    }
    expect(await lineOn(page)).toEqual({ words: 'Crosscheck read 15 scores here · hide marks', covered: '' });
  });

  test('of a table in HTML with spans, and of one in a folded part', async ({ page }) => {
    await page.goto(kimi);
    const marks = await marked(page, 8);
    expect(marks.map(({ row, cell, name }) => `${row} ${cell}: ${name}`)).toEqual(
      [
        ['HLE-Full', '30.1'],
        ['HLE-Full(w/ tools)', '50.2'],
        ['GPQA-Diamond', '87.6'],
        ['MMLU-Pro', '87.1'],
        ['SWE-Bench Verified', '76.8'],
        ['SWE-Bench Pro', '50.7'],
        ['SWE-Bench Multilingual', '73.0'],
        ['Terminal Bench 2.0', '50.8'],
      ].map(([row, cell]) => `${row} ${cell}: ${cell}: not reported yet; start a draft`),
    );
    expect(await lineOn(page)).toEqual({
      words: 'Crosscheck read 8 scores here · draft 8 not reported · hide marks',
      covered: '',
    });
    await page.locator('summary').click();
    expect((await marksOn(page)).map(({ inside }) => inside)).not.toContain(false);
  });
});

test.describe('marks leave the card as it is', () => {
  for (const url of [model, kimi]) {
    test(`nothing moves, nothing is coloured, and nothing is left when they go: ${url}`, async ({ page }) => {
      const moved = await watchShifts(page);
      // Without the report there are no marks: the card as its author made it.
      await page.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => {
          Object.assign(window, { untouched: document.querySelector('.model-card-content')?.innerHTML });
        }),
      );
      await page.goto(url);
      await marked(page);
      const withMarks = await cardAsItIs(page);
      expect(await moved()).toEqual([]);
      await page.locator('crosscheck-marks-line').getByRole('button', { name: 'hide marks' }).click();
      await expect(page.locator('crosscheck-mark, crosscheck-marks-line')).toHaveCount(0);
      const without = await cardAsItIs(page);
      expect(without.html).toBe(await page.evaluate(() => (window as unknown as { untouched: string }).untouched));
      expect(withMarks.boxes).toEqual(without.boxes);
      expect(withMarks.page).toEqual(without.page);
      expect(withMarks.html).not.toBe(without.html);
    });
  }

  test('text is selected and copied as without them', async ({ page }) => {
    const selected = () =>
      page.evaluate(() => {
        const table = document.querySelector('.model-card-content table') as HTMLElement;
        getSelection()?.selectAllChildren(table);
        return [getSelection()?.toString(), table.innerText, table.textContent];
      });
    await page.goto(model);
    await marked(page, 15);
    const withMarks = await selected();
    await page.locator('crosscheck-marks-line').getByRole('button', { name: 'hide marks' }).click();
    await expect(page.locator('crosscheck-mark')).toHaveCount(0);
    expect(withMarks).toEqual(await selected());
  });
});

test.describe('marks answer', () => {
  test('by opening what is said of their score in the panel, by mouse and by keyboard', async ({ page }) => {
    await page.goto(model);
    await marked(page, 15);
    const mark = page.getByRole('button', { name: /^17\.3: agrees/ });
    await mark.click();
    const why = panelOf(page).locator('.cc-verdicts');
    await expect(why).toBeFocused();
    await expect(why).toContainText('17.3');
    await expect(why).toBeInViewport();

    await page.keyboard.press('Escape');
    await expect(why).toHaveCount(0);
    // Collapsed, the panel opens for it; and a filter gives way.
    await panelOf(page)
      .getByRole('button', { name: /Reported scores/ })
      .click();
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(why).toBeFocused();
  });

  test('by beginning a draft with their cell, or with all that were chosen', async ({ context, page }) => {
    await page.goto(kimi);
    await marked(page, 8);
    const composed = async (act: () => Promise<void>) => {
      const [composer] = await Promise.all([context.waitForEvent('page'), act()]);
      await composer.waitForURL(/popup\.html\?draft=/);
      const id = new URL(composer.url()).searchParams.get('draft') ?? '';
      const kept = await composer.evaluate(async (wanted) => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { get(key: null): Promise<Record<string, unknown>> } } };
        };
        const all = Object.values(await chrome.storage.local.get(null));
        return all.find((value) => (value as { id?: string } | null)?.id === wanted);
      }, id);
      await composer.close();
      return kept as { repo: string; entries: Record<string, unknown>[] };
    };
    const one = await composed(() => page.getByRole('button', { name: /^87\.6: not reported/ }).click());
    expect(one.repo).toBe('moonshotai/Kimi-K2.5');
    expect(one.entries).toMatchObject([
      {
        dataset: 'Idavidrein/gpqa',
        task: 'diamond',
        valueText: '87.6',
        source: { url: 'https://huggingface.co/moonshotai/Kimi-K2.5', name: 'Model Card' },
        evidence: { kind: 'card', table: 1, row: 'GPQA-Diamond', column: 'Open weights Kimi K2.5 (Thinking)' },
      },
    ]);

    await page.getByRole('button', { name: /^30\.1: not reported/ }).click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('button', { name: /^76\.8: not reported/ }).focus();
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByRole('button', { name: /^76\.8: .*\(selected\)$/ })).toBeVisible();
    const two = await composed(() => page.getByRole('button', { name: 'draft 2 selected' }).click());
    expect(two.entries.map(({ valueText }) => valueText)).toEqual(['30.1', '76.8']);
  });

  test('to a row of the panel: its cell comes into view, out of a folded part, ringed and focused', async ({
    page,
  }) => {
    await page.goto(kimi);
    await marked(page, 8);
    await panelOf(page)
      .getByRole('button', { name: /^Not reported yet/ })
      .click();
    for (const still of [false, true]) {
      if (still) await page.locator('crosscheck-marks-line').getByRole('button', { name: 'hide marks' }).click();
      await page.evaluate(() => scrollTo(0, 0));
      await panelOf(page)
        .getByRole('button', { name: /^Show in card: Terminal-Bench/ })
        .click();
      const cell = page.locator('.model-card-content td', { hasText: /^50\.8$/ });
      await expect(cell).toBeInViewport();
      const ring = page.locator('crosscheck-ring div');
      await expect(ring).toBeVisible();
      // Asked at once for both: the page may still be scrolling.
      const apart = await cell.evaluate((td) => {
        const ringed = td.querySelector('crosscheck-ring')?.shadowRoot?.querySelector('div');
        const [around, inside] = [ringed?.getBoundingClientRect(), td.getBoundingClientRect()];
        return (
          around && [
            around.x - inside.x,
            around.y - inside.y,
            around.width - inside.width,
            around.height - inside.height,
          ]
        );
      });
      expect(apart?.map(Math.round)).toEqual([0, 0, 0, 0]);
      if (!still) await expect(page.getByRole('button', { name: /^50\.8: not reported/ })).toBeFocused();
      await expect(page.locator('crosscheck-ring')).toHaveCount(0);
    }
  });

  test('to the keyboard: each a stop, arrows between them, and their words are seen', async ({ page }) => {
    await page.goto(kimi);
    await marked(page, 8);
    await page.getByRole('button', { name: /^30\.1: not/ }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /^50\.2: not/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: /^87\.6: not/ })).toBeFocused();
    const hint = page.locator('crosscheck-mark [popover]');
    await expect(hint).toHaveText('87.6: not reported yet; start a draft');
    await expect(hint).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(hint).toHaveCount(0);
    await page.keyboard.press('Home');
    await expect(page.getByRole('button', { name: /^30\.1: not/ })).toBeFocused();
  });
});

test.describe('marks come and go', () => {
  test('with the options, with the panel’s menu, on every page at once', async ({ context, extensionId, page }) => {
    await page.goto(model);
    await marked(page, 15);
    await hideByMenu(page);
    await expect(page.locator('crosscheck-mark, crosscheck-marks-line')).toHaveCount(0);

    const options = await context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html`);
    const choice = options.getByRole('checkbox', { name: 'Marks in the model card' });
    await expect(choice).not.toBeChecked();
    await choice.check();
    await expect(page.locator('crosscheck-mark')).toHaveCount(15);
    await options.close();

    await page.reload();
    await marked(page, 15);
  });

  test('with the page: another tab of the model, another model, and back', async ({ page }) => {
    await page.goto(model);
    await marked(page, 15);
    await page.getByRole('link', { name: 'Files and versions' }).click();
    await expect(page.locator('crosscheck-mark, crosscheck-marks-line')).toHaveCount(0);
    await page.getByRole('link', { name: 'Model card' }).click();
    await expect(page.locator('crosscheck-mark')).toHaveCount(15);
    await expect(page.locator('crosscheck-marks-line')).toHaveCount(1);
  });

  test('when the page writes its card anew, and none is left behind or doubled', async ({ page }) => {
    await page.goto(model);
    await marked(page, 15);
    await page.evaluate(() => {
      const card = document.querySelector('.model-card-content') as Element;
      // With what is ours in it, as an empty shell.
      card.outerHTML = `${card.outerHTML}`;
    });
    await expect.poll(async () => (await marksOn(page).catch(() => [])).length).toBe(15);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('.model-card-content tbody tr')) row.outerHTML = `${row.outerHTML}`;
    });
    await expect.poll(async () => (await marksOn(page).catch(() => [])).length).toBe(15);
    await expect(page.locator('crosscheck-marks-line')).toHaveCount(1);
  });

  test('and go with the extension', async ({ page, worker }) => {
    await page.goto(model);
    await marked(page, 15);
    await worker.evaluate('chrome.runtime.reload()').catch(() => undefined);
    await expect(page.locator('crosscheck-mark, crosscheck-marks-line')).toHaveCount(0);
  });
});

test.describe('marks on cards that are hard on them', () => {
  test('a table that is sorted keeps each mark in its cell; one that says something else loses it', async ({
    hub,
    page,
  }) => {
    await page.goto(await withCard(hub, own(['| GPQA Diamond | 71.5 |', '| HLE | 10.9 |', '| MMLU-Pro | 73.6 |'])));
    await marked(page, 3);
    await page.evaluate(() => {
      const body = document.querySelector('.model-card-content tbody') as HTMLTableSectionElement;
      body.append(...[...body.rows].reverse());
    });
    await page.waitForTimeout(500);
    for (const { row, cell, name } of await marksOn(page)) expect(`${row} ${name}`).toContain(`${row} ${cell}`);
    await page.evaluate(() => {
      for (const cell of document.querySelectorAll('.model-card-content td:nth-child(2)')) cell.prepend('9');
    });
    await expect(page.locator('crosscheck-mark, crosscheck-marks-line')).toHaveCount(0);
  });

  test('40 tables are marked, each figure in its own cell, and nothing moves', async ({ hub, page }) => {
    const rows = ['GPQA Diamond', 'HLE', 'MMLU-Pro', 'SWE-bench Verified', 'AIME 2026'];
    const card = Array.from(
      { length: 40 },
      (_, table) =>
        `## Part ${table}\n\n${own(rows.map((row, at) => `| ${row} (${table + 1}-shot) | ${10 + table}.${at + 1} |`))}`,
    ).join('\n');
    const moved = await watchShifts(page);
    await page.goto(await withCard(hub, card));
    const marks = await marked(page, 200);
    expect(marks.map(({ cell }) => cell)).toEqual(
      Array.from({ length: 200 }, (_, at) => `${10 + Math.floor(at / 5)}.${(at % 5) + 1}`),
    );
    expect(marks.filter(({ inside }) => !inside)).toEqual([]);
    expect(await moved()).toEqual([]);
  });

  test('thousands of figures, tables in tables, and elements that look like ours', async ({ hub, page }) => {
    const many = own(
      Array.from({ length: 1_500 }, (_, at) => `| GPQA Diamond (${at + 1}-shot) | ${(at / 20).toFixed(2)} |`),
    );
    const nested = `<table><tr><td>\n\n${own(['| HLE | 10.9 |'])}\n\n</td><td>71.5</td></tr></table>`;
    const fake =
      '<crosscheck-mark>71.5: agrees with main</crosscheck-mark><crosscheck-marks-line><p>hidden</p></crosscheck-marks-line>';
    await page.goto(await withCard(hub, `${fake}\n\n${nested}\n\n${many}`));
    await settle(page);
    await expect
      .poll(() =>
        page.evaluate(
          () => [...document.querySelectorAll('crosscheck-mark')].filter(({ shadowRoot }) => shadowRoot).length,
        ),
      )
      .toBeGreaterThan(100);
    // What the author wrote is still there, and was not taken for ours.
    await expect(page.getByText('71.5: agrees with main')).toHaveCount(1);
    const wrong = await page.evaluate(
      () =>
        [...document.querySelectorAll('crosscheck-mark')].filter(
          ({ shadowRoot, parentElement }) =>
            shadowRoot && !shadowRoot.querySelector('button')?.ariaLabel?.startsWith(`${parentElement?.textContent}:`),
        ).length,
    );
    expect(wrong).toBe(0);
  });

  for (const [what, style] of [
    ['from right to left', 'direction: rtl'],
    ['without a box', 'display: contents'],
    ['in a narrow scroller', 'width: 160px; overflow: auto'],
    ['at twice the size', 'zoom: 2'],
  ] as const) {
    test(`a card ${what}: inside their cells, nothing wider or longer`, async ({ hub, page }) => {
      const url = await withCard(hub, own(['| GPQA Diamond | 71.5 |', '| Humanity’s Last Exam | 10.9 |']));
      await page.addInitScript((given) => {
        addEventListener('DOMContentLoaded', () => {
          document.querySelector('.model-card-content')?.setAttribute('style', given);
        });
      }, style);
      await page.goto(url);
      const marks = await marked(page, 2);
      expect(marks.map(({ cell, inside }) => [cell, inside])).toEqual([
        ['71.5', true],
        ['10.9', true],
      ]);
      const withMarks = await cardAsItIs(page);
      await hideByMenu(page);
      await expect(page.locator('crosscheck-mark')).toHaveCount(0);
      const without = await cardAsItIs(page);
      expect([withMarks.boxes, withMarks.page]).toEqual([without.boxes, without.page]);
    });
  }

  test('320 px wide', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(kimi);
    const marks = await marked(page, 8);
    expect(marks.slice(0, 6).map(({ inside }) => inside)).not.toContain(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect((await lineOn(page))?.covered).toBe('');
  });
});

for (const dark of [false, true]) {
  test.describe(dark ? 'in the dark' : 'in the light', () => {
    test.use({ browserOptions: { dark } });
    test('axe finds nothing in the card and its marks', async ({ page }) => {
      for (const url of [model, kimi]) {
        await page.goto(url);
        await marked(page);
        expect(await axe(page, '.model-card-content')).toEqual([]);
      }
    });
  });
}

test.describe('in Chinese', () => {
  test.use({ browserOptions: { locale: 'zh-CN' } });
  test('marks have Chinese names', async ({ page }) => {
    await page.goto(kimi);
    const marks = await marked(page, 8);
    expect(marks[2]?.name).toBe('87.6：尚未报告；新建草稿');
    expect((await lineOn(page))?.words).toBe('Crosscheck 在此读到 8 个得分 · 为 8 个未报告的得分起草 · 隐藏标记');
  });
});

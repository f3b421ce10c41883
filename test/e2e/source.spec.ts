import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, panelOf, settle, test } from './harness.ts';

/** Opens the reasons of a group, asks for the source of each of its two scores, and reads the answers. */
async function checkSources(page: Page, model: string, group: RegExp): Promise<string[]> {
  await page.goto(`https://huggingface.co/${model}`);
  await settle(page);
  const region = panelOf(page).getByRole('region', { name: group }).first();
  await region.getByRole('button', { name: /^(why|details)/ }).click();
  const check = region.getByRole('button', { name: /^check the source/ });
  await expect(check.first()).toBeVisible();
  const answers = region.locator('.cc-source-answer');
  for (let at = 0; at < (await check.count()); at++) {
    await check.nth(at).click();
    await expect(answers.nth(at)).toHaveText(/\S/);
  }
  return answers.allInnerTexts();
}

test('a source on another site is not asked for, and that is said', async ({ page }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(new URL(request.url()).hostname));
  const said = await checkSources(page, 'openai/gpt-oss-20b', /hle/);
  for (const one of said) expect(one).toMatch(/^The source is on arxiv\.org\. Crosscheck asks no site but the Hub/);
  expect(said).toHaveLength(2);
  expect(asked.filter((host) => host.endsWith('arxiv.org'))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).include('crosscheck-panel').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

// deepseek-ai/DeepSeek-R1, MMLU-Pro: pull request 242 names the model's own page as its source.
test('a source on the Hub is looked at, and quoted', async ({ page }) => {
  const said = await checkSources(page, 'deepseek-ai/DeepSeek-R1', /mmlu_pro/);
  expect(said).toEqual([
    'The source states 84.0: row “MMLU-Pro (EM)”, column “DeepSeek R1”\nMMLU-Pro (EM) | 75.9 | 80.3 | 84.0',
  ]);
});

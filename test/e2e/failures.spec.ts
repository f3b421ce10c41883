import type { Misbehaviour } from '../hub/http/misbehaviour.ts';
import { expect, panelOf, test, unfoldAll } from './harness.ts';

// Every failure of hub-contract.md section 4, as the reader meets it. The panel names it in its own words, and what
// else could be read is shown all the same.
const api = '/api/models/openai/gpt-oss-20b?';
const list = '/api/models/openai/gpt-oss-20b/discussions?';

interface Failure {
  name: string;
  wish: Misbehaviour;
  says: RegExp;
}

const failures: Failure[] = [
  {
    name: 'private or missing, signed out',
    wish: { path: api, status: 401 },
    says: /does not exist, or it is private/,
  },
  { name: 'missing, signed in', wish: { path: api, status: 404, code: 'RepoNotFound' }, says: /no such repository/ },
  { name: 'path missing', wish: { path: api, status: 404, code: 'EntryNotFound' }, says: /no longer there/ },
  {
    name: 'revision missing',
    wish: { path: api, status: 404, code: 'RevisionNotFound' },
    says: /revision is no longer there/,
  },
  { name: 'gated, signed out', wish: { path: api, status: 401, code: 'GatedRepo' }, says: /model is gated/ },
  {
    name: 'gated, no access',
    wish: { path: api, status: 403, code: 'GatedRepo' },
    says: /your account has no access yet/,
  },
  { name: 'no permission', wish: { path: api, status: 403 }, says: /does not allow you to read/ },
  {
    name: 'disabled repository',
    wish: { path: api, status: 403, message: 'Access to this resource is disabled.' },
    says: /disabled access/,
  },
  { name: 'rate limit', wish: { path: api, status: 429, retryAfter: 120 }, says: /asks to wait until \d\d:\d\d/ },
  { name: 'fault of the Hub', wish: { path: api, status: 500 }, says: /fault of its own.*500/ },
  { name: 'connection cut', wish: { path: api, cut: true }, says: /cannot be reached/ },
  { name: 'answer that is no JSON', wish: { path: api, malformedJson: true }, says: /does not understand/ },
];

for (const { name, wish, says } of failures) {
  test(`${name}: the panel says so and shows what else it read`, async ({ hub, page }) => {
    hub.misbehave(wish);
    await page.goto('https://huggingface.co/openai/gpt-oss-20b');
    const panel = panelOf(page);
    await expect(panel).toContainText(says);
    await expect(panel.getByRole('button', { name: /retry/i }).first()).toBeVisible();
  });
}

test('after a failure "retry" brings the report', async ({ hub, page }) => {
  const failing = hub.misbehave({ path: api, status: 500 });
  await page.goto('https://huggingface.co/openai/gpt-oss-20b');
  const panel = panelOf(page);
  await expect(panel).toContainText(/fault of its own/);
  failing.stop();
  await panel.getByRole('button', { name: /retry/i }).first().click();
  await expect(panel).toContainText('35 scores');
  await expect(panel).not.toContainText(/fault of its own/);
});

test('the list of pull requests fails: the scores of the API stay, the gap is named', async ({ hub, page }) => {
  hub.misbehave({ path: list, status: 500 });
  await page.goto('https://huggingface.co/openai/gpt-oss-20b');
  await expect(panelOf(page)).toContainText('35 scores');
  await expect(panelOf(page)).toContainText(/fault of its own/);
});

test('one pull request fails: its scores stay and the gap names it', async ({ hub, page }) => {
  hub.misbehave({ path: '/discussions/233', status: 500 });
  await page.goto('https://huggingface.co/openai/gpt-oss-20b');
  await expect(panelOf(page)).toContainText(/#233[\s\S]*fault of its own|fault of its own[\s\S]*#233/);
  await unfoldAll(page);
  await expect(panelOf(page)).toContainText('71.5');
});

test('a slow Hub: "reading…", never a blank, and the report when it comes', async ({ hub, page }) => {
  hub.misbehave({ path: api, latency: 2_000 });
  await page.goto('https://huggingface.co/openai/gpt-oss-20b');
  await expect(panelOf(page)).toContainText('reading…');
  await expect(panelOf(page)).toContainText('35 scores');
});

test('an answer of 30 MB is cut off and said, and the page goes on', async ({ hub, page }) => {
  hub.misbehave({ path: api, hugeBytes: 30_000_000 });
  await page.goto('https://huggingface.co/openai/gpt-oss-20b');
  await expect(panelOf(page)).toContainText(/too large to be read/);
});

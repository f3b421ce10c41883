import type { Page } from 'playwright-core';
import type { ScoresDraft } from '../../lib/draft/draft.ts';
import { planSubmission } from '../../lib/draft/plan.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { ask } from './ask.ts';
import { optionsPage } from './extension-pages.ts';
import { expect, panelOf, settle, test } from './harness.ts';

const repo = 'openai/gpt-oss-20b';
const token = 'hf_localMiraWrite';

/** A draft as a cell of the card starts it, made ready to be sent. */
async function readyDraft(page: Page, valueText = '10.9') {
  const { id } = await ask(page, 'createDraft', {
    repo,
    entries: [
      {
        dataset: 'cais/hle',
        task: 'hle',
        valueText,
        date: '2026-09-30',
        source: { url: `https://huggingface.co/${repo}`, name: 'Model Card' },
        evidence: { kind: 'card', quote: `HLE | ${valueText}`, column: 'gpt-oss-20b', row: 'HLE', line: 40 },
      },
    ],
  });
  const draft = (await ask(page, 'readDraft', id)) as ScoresDraft;
  const ground = await ask(page, 'readForDraft', { repo, benchmarks: [{ dataset: 'cais/hle', task: 'hle' }] });
  expect(ground.missing).toEqual([]);
  expect(ground.complete).toBe(true);
  const context = { now: Date.now(), ground, account: 'mira', key: `crosscheck:${crypto.randomUUID()}`, version: '0' };
  const before = planSubmission(draft, context);
  // The reader accepts what is only warned of.
  const accepted = before.forbidding.filter(({ level }) => level === 'warning').map((problem) => problem.id);
  const answers = { ...draft.answers, accepted, checkpointEvaluated: true };
  const text = { kind: 'scores', id, repo, entries: draft.entries, answers, asDraft: false } as const;
  const saved = (await ask(page, 'writeDraft', text)) as ScoresDraft;
  const { plan, forbidding } = planSubmission(saved, context);
  expect(forbidding).toEqual([]);
  return { id, plan: plan! };
}

async function filesOf(hub: LocalHub, num: number) {
  const repository = hub.model(repo)!;
  const [head, main] = await Promise.all([repository.git.resolve(`refs/pr/${num}`), repository.head()]);
  const before = new Set((await repository.git.files(main!)).map(({ oid, path }) => `${oid} ${path}`));
  const changed = (await repository.git.files(head!)).filter(({ oid, path }) => !before.has(`${oid} ${path}`));
  return Promise.all(
    changed.map(async ({ path, oid }) => ({ path, text: (await repository.git.blob(oid)).toString('utf8') })),
  );
}

test('a draft becomes a pull request that holds exactly what was previewed, and the panel shows it', async ({
  page,
  context,
  extensionId,
  hub,
}) => {
  await page.goto(`https://huggingface.co/${repo}`);
  await settle(page);
  const pages = await optionsPage(context, extensionId);
  expect(await ask(pages, 'readAccount')).toBeNull();
  expect(await ask(pages, 'saveToken', ` ${token}\n`)).toEqual({ name: 'mira', method: 'token', canOpen: true });
  const { id, plan } = await readyDraft(pages);
  const known = new Set(hub.model(repo)!.discussions.keys());

  // A double click: both are answered with the one pull request.
  const [draft, again] = await Promise.all([
    ask(pages, 'sendDraft', { id, plan }),
    ask(pages, 'sendDraft', { id, plan }),
  ]);
  expect(draft.submission).toMatchObject({ step: 'opened', status: 'open' });
  expect(again.submission).toEqual(draft.submission);
  const opened = [...hub.model(repo)!.discussions.keys()].filter((num) => !known.has(num));
  expect(opened).toHaveLength(1);
  expect(draft.submission).toMatchObject({ pullRequest: opened[0] });
  expect(await filesOf(hub, opened[0]!)).toEqual(plan.files);
  expect(hub.model(repo)!.discussions.get(opened[0]!)).toMatchObject({ title: plan.title, author: 'mira' });
  // Writes go by the token and never by the cookie.
  const writes = hub.requests.filter(({ method }) => method === 'POST');
  expect(writes.map(({ authorization, cookie }) => [authorization, cookie])).toEqual([[true, false]]);

  await expect(panelOf(page).getByText(`#${opened[0]}`).first()).toBeVisible();

  // A second draft of the same score is stopped by what stands there now.
  const second = await ask(pages, 'createDraft', { repo, entries: (draft as ScoresDraft).entries });
  const twin = { ...plan, key: `crosscheck:${crypto.randomUUID()}` };
  const confirmed = { ...twin, body: plan.body.replace(plan.key, twin.key) };
  const stopped = await ask(pages, 'sendDraft', { id: second.id, plan: confirmed });
  expect(stopped.submission).toMatchObject({ step: 'stopped', reason: 'duplicate' });

  const closed = await ask(pages, 'closeOwn', { id, reason: 'The value is of another model.' });
  expect(closed.submission).toMatchObject({ step: 'opened', status: 'closed' });
  const { events, status } = hub.model(repo)!.discussions.get(opened[0]!)!;
  expect(status).toBe('closed');
  expect(JSON.stringify(events)).toContain('The value is of another model.');
  expect(await ask(pages, 'exportSubmissions', 'csv')).toContain(`${repo},${opened[0]},false,closed`);
});

test('the line is cut after the Hub has committed: the pull request is found, and none is opened twice', async ({
  context,
  extensionId,
  hub,
}) => {
  const pages = await optionsPage(context, extensionId);
  await ask(pages, 'saveToken', token);
  const { id, plan } = await readyDraft(pages, '11.3');
  const known = hub.model(repo)!.discussions.size;
  hub.misbehave({ path: '/commit/main', method: 'POST', cut: 3, times: 1 });
  const { submission } = await ask(pages, 'sendDraft', { id, plan });
  expect(submission).toMatchObject({ step: 'opened', status: 'open' });
  expect(hub.model(repo)!.discussions.size).toBe(known + 1);
  expect(hub.requestsLike('/commit/main')).toHaveLength(1);
});

test('the worker dies with the request on its way: the draft goes on by itself, and one pull request is opened', async ({
  page,
  context,
  extensionId,
  hub,
}) => {
  await page.goto(`https://huggingface.co/${repo}`);
  const pages = await optionsPage(context, extensionId);
  await ask(pages, 'saveToken', token);
  const { id, plan } = await readyDraft(pages, '11.3');
  const known = hub.model(repo)!.discussions.size;
  hub.misbehave({ path: '/commit/main', method: 'POST', latency: 1500, times: 1 });
  const lost = ask(pages, 'sendDraft', { id, plan }).catch((error: Error) => error.message);
  await expect.poll(() => hub.requestsLike('/commit/main').length).toBe(1);
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await lost;
  // A page that is open asks, which wakes the next worker.
  await expect
    .poll(async () => (await ask(pages, 'lookAgain', id).catch(() => undefined))?.submission.step, { timeout: 60_000 })
    .toBe('opened');
  expect(hub.model(repo)!.discussions.size).toBe(known + 1);
});

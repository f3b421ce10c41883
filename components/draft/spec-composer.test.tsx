// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpecDraft, StopReason } from '../../lib/draft/draft.ts';
import type { SpecGround } from '../../lib/draft/ground.ts';
import * as reader from '../../lib/evals/read-yaml.ts';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import { keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { aSpecDraft, aSpecGround } from '../../test/fixtures/drafts.ts';
import { SayProvider } from '../ui/say.tsx';
import { ComposerWithData } from './composer-data.tsx';
import { stopWords } from './stop-words.ts';

configure({ asyncUtilTimeout: 5_000 });
vi.mock('../../lib/messaging/messenger.ts', () => ({ sendMessage: vi.fn(), onMessage: vi.fn() }));
vi.mock('../../lib/evals/read-yaml.ts', async (original) => {
  const real = await original<typeof reader>();
  return { ...real, readYaml: vi.fn(real.readYaml) };
});
const answers = vi.mocked(sendMessage) as unknown as ReturnType<typeof vi.fn>;
const readings = vi.mocked(reader.readYaml);

const repo = 'someone/bench';
const now = Date.parse('2026-11-21T10:00:00Z');
const ground = (given: Partial<SpecGround> = {}) => aSpecGround(repo, { at: now, ...given });

let queryClient: QueryClient;
let background: Record<string, (data: unknown) => unknown>;

/** The composer of this draft, on this ground. */
function show(given: Partial<SpecDraft> = {}, on: Partial<SpecGround> = {}) {
  const draft = aSpecDraft('one', repo, given);
  queryClient = new QueryClient();
  background = {
    readDraft: () => draft,
    listDrafts: () => [],
    readAccount: () => ({ name: 'mira', method: 'token', canOpen: true }),
    readForSpec: () => ground(on),
    writeDraft: (text) => ({ ...draft, ...(text as object) }),
  };
  render(
    <QueryClientProvider client={queryClient}>
      <SayProvider say={createSay(catalogueLookup(en), 'en')}>
        <ComposerWithData
          id="one"
          now={now}
          ports={{ copy: async () => true, canSignIn: false, version: '0.1.0' }}
          onAnother={() => {}}
        />
      </SayProvider>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  answers.mockImplementation(async (type: string, data: unknown) => {
    const answer = background[type];
    return answer ? answer(data) : new Promise(() => {});
  });
  window.scrollTo = () => {};
});
afterEach(() => {
  cleanup();
  answers.mockReset();
});

const file = async () => screen.findByLabelText<HTMLTextAreaElement>('The file, eval.yaml');
const showIt = async () => fireEvent.click(await screen.findByRole('button', { name: 'show it' }));
const confirm = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Open pull request' });

describe('“show it” in the composer of an eval.yaml', () => {
  it('selects the line of the first error', async () => {
    show({ text: 'name: Small bench\ntasks:\n  - id: no\n  - id: on\n' });
    await showIt();
    const field = await file();
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('  - id: no');
  });

  it('leads to the box of a warning that is not accepted yet', async () => {
    show({ text: 'evaluation_framework: my-own\ntasks:\n  - id: a\n' });
    await showIt();
    const box = document.activeElement as HTMLInputElement;
    expect(box.type).toBe('checkbox');
    expect(box.closest('li')?.textContent).toContain('“my-own” is not among the evaluation frameworks');
    fireEvent.click(box);
    await waitFor(async () => expect((await confirm()).disabled).toBe(false));
  });

  it('leads to the proposal that stands already', async () => {
    const pullRequests = [{ number: 4, title: '', author: 'tomas', status: 'open' as const, paths: ['eval.yaml'] }];
    show({}, { pullRequests });
    await showIt();
    expect(document.activeElement?.textContent).toContain('Pull request #4 by tomas adds an eval.yaml already.');
    expect(document.activeElement?.querySelector('a')?.href).toBe(
      'https://huggingface.co/datasets/someone/bench/discussions/4',
    );
  });

  it('is of a stranger’s words as they are, with nothing hidden in them', async () => {
    const author = '\u202e<img src=x onerror=alert(1)>';
    const pullRequests = [{ number: 4, title: '', author, status: 'open' as const, paths: ['eval.yaml'] }];
    show({}, { pullRequests });
    await showIt();
    expect(document.activeElement?.textContent).toContain('#4 by [U+202E]<img src=x onerror=alert(1)> adds');
    expect(document.querySelector('img')).toBeNull();
  });

  it('leads to a limit', async () => {
    const closed = [{ number: 3, title: '', author: 'mira', closedBy: 'mira', closedAt: '2026-11-20' }];
    const three = Array.from({ length: 3 }, (_, index) => ({
      ...aSpecDraft(`d${index}`, `someone/other-${index}`),
      plan: {
        repoType: 'dataset',
        repo: `someone/other-${index}`,
        account: 'mira',
      },
      submission: { step: 'opened', pullRequest: 1, at: now - 2 * 86_400_000, status: 'open', statusAt: now },
    }));
    show({}, { closed });
    background.listDrafts = () => three;
    await showIt();
    expect(document.activeElement?.textContent).toContain('3 pull requests of yours wait for an answer in someone');
  });
});

describe('a long eval.yaml', () => {
  const long = `tasks:\n${Array.from({ length: 700 }, (_, index) => `  - id: task_${index}\n`).join('')}`;

  it('is read when the typing rests, not with every key, and is not sent before', async () => {
    show({ text: long });
    const field = await file();
    await waitFor(async () => expect((await confirm()).disabled).toBe(false));
    readings.mockClear();
    for (let key = 1; key <= 10; key++) {
      fireEvent.change(field, { target: { value: `${long}# ${'x'.repeat(key)}\n` } });
      expect((await confirm()).disabled).toBe(true);
    }
    expect(readings).not.toHaveBeenCalled();
    await waitFor(async () => expect((await confirm()).disabled).toBe(false));
    expect(readings).toHaveBeenCalledTimes(1);
    // All of it stands in the preview, of which the claim names the first tasks.
    expect(document.querySelector('.cc-diff')?.textContent).toContain('task_699');
    expect(document.querySelectorAll('.cc-diff-line').length).toBeLessThan(5);
    expect(screen.getByText(/with a leaderboard for: task_0, .*task_11 and 688 more/)).toBeTruthy();
  });

  it('is read once for each text, however short', async () => {
    show();
    const field = await file();
    await waitFor(async () => expect((await confirm()).disabled).toBe(false));
    readings.mockClear();
    await act(async () => fireEvent.change(field, { target: { value: 'tasks:\n  - id: other\n' } }));
    await screen.findByText(/with a leaderboard for: other/);
    expect(readings).toHaveBeenCalledTimes(1);
  });

  it('beyond what can be kept says so', async () => {
    show();
    fireEvent.change(await file(), { target: { value: `${long}#${'x'.repeat(64 * 1024)}` } });
    await screen.findByText(/characters too long: at most 64 KiB are kept and sent/);
    expect((await confirm()).disabled).toBe(true);
  });
});

describe('two windows on one eval.yaml', () => {
  const other = (text: string) => act(async () => keepDraft(queryClient, aSpecDraft('one', repo, { text })));

  it('show what the other one has kept, and say so', async () => {
    show();
    const field = await file();
    await other('tasks:\n  - id: theirs\n');
    await waitFor(() => expect(field.value).toBe('tasks:\n  - id: theirs\n'));
    expect(screen.getByText(/another window/)).toBeTruthy();
    expect(answers.mock.calls.filter(([type]) => type === 'writeDraft')).toEqual([]);
  });

  it('keep what is typed here meanwhile: it is the newest', async () => {
    show();
    const field = await file();
    fireEvent.change(field, { target: { value: 'tasks:\n  - id: mine\n' } });
    await other('tasks:\n  - id: theirs\n');
    expect(field.value).toBe('tasks:\n  - id: mine\n');
    await waitFor(() =>
      expect(answers.mock.calls.filter(([type]) => type === 'writeDraft').at(-1)?.[1]).toMatchObject({
        kind: 'spec',
        text: 'tasks:\n  - id: mine\n',
      }),
    );
  });
});

describe('a dataset that could not be read in full', () => {
  it('is not waited for, but asked for again', async () => {
    show({}, { complete: false, missing: [{ key: 'gapOffline' }] });
    await screen.findByText('not everything could be read: check again');
    expect((await confirm()).disabled).toBe(true);
    background.readForSpec = () => ground();
    fireEvent.click(await screen.findByRole('button', { name: 'Check again' }));
    await waitFor(async () => expect((await confirm()).disabled).toBe(false));
  });
});

describe('what stopped it', () => {
  it.each(Object.keys(stopWords) as StopReason[])('speaks of no model and no score: %s', async (reason) => {
    show({ submission: { step: 'stopped', reason, at: now } });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Nothing was opened');
    expect(alert.textContent).not.toMatch(/model|score/i);
  });
});

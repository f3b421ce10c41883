// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScoresDraft, StopReason, SubmissionPlan, SubmissionState } from '../../lib/draft/draft.ts';
import type { DraftGround } from '../../lib/draft/ground.ts';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import { keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { gptOss20b, now } from '../../test/fixtures/reports.ts';
import { SayProvider } from '../ui/say.tsx';
import { ComposerWithData } from './composer-data.tsx';
import { stopWords } from './stop-words.ts';

// A busy machine takes its time to find a button by its role.
configure({ asyncUtilTimeout: 5_000 });
vi.mock('../../lib/messaging/messenger.ts', () => ({ sendMessage: vi.fn(), onMessage: vi.fn() }));
const answers = vi.mocked(sendMessage) as unknown as ReturnType<typeof vi.fn>;

const repo = 'openai/gpt-oss-20b';
const head = '6cee5e81ee83917806bbde320786a8fb61efebee';

/** What the model's own card states of HLE without tools (recorded 2026-10-01), at a setup that nobody reports. */
const draft = (given: Partial<ScoresDraft> = {}): ScoresDraft => ({
  version: 2,
  kind: 'scores',
  id: 'one',
  repo,
  entries: [
    {
      id: 'a',
      dataset: 'cais/hle',
      task: 'hle',
      valueText: '9.1',
      notes: 'Text-only, 4-shot',
      date: '2025-08-05',
      source: { url: `https://huggingface.co/${repo}`, name: 'Model Card' },
      evidence: { kind: 'card', quote: 'HLE | 9.1', column: 'gpt-oss-20b', row: 'HLE', table: 2, line: 25 },
    },
  ],
  answers: { accepted: [] },
  asDraft: false,
  createdAt: now,
  changedAt: now,
  submission: { step: 'draft' },
  ...given,
});

const ground = (given: Partial<DraftGround> = {}): DraftGround => ({
  repo,
  at: now,
  complete: true,
  missing: [],
  head,
  report: { ...gptOss20b(), groups: [] },
  files: [],
  pullRequests: [],
  benchmarks: [{ dataset: 'cais/hle', official: true, tasks: ['hle'] }],
  boards: [],
  ...given,
});

let background: Record<string, (data: unknown) => unknown>;
let queryClient: QueryClient;

beforeEach(() => {
  background = {
    readDraft: () => draft(),
    listDrafts: () => [],
    readAccount: () => ({ name: 'ada', method: 'token', canOpen: true }),
    readForDraft: () => ground(),
    readOfficialBenchmarks: () => [{ dataset: 'cais/hle', name: 'HLE' }],
    readBenchmark: () => ({ tasks: [{ id: 'hle', solvers: [], scorers: [] }], gaps: [] }),
    writeDraft: (text) => ({ ...draft(), ...(text as object) }),
  };
  answers.mockImplementation(async (type: string, data: unknown) => {
    const answer = background[type];
    return answer ? answer(data) : new Promise(() => {});
  });
  window.scrollTo = () => {};
});
afterEach(cleanup);

function show() {
  queryClient = new QueryClient();
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

const sent = (type: string) => answers.mock.calls.filter(([name]) => name === type).map(([, data]) => data);
const confirm = async () => screen.findByRole<HTMLButtonElement>('button', { name: 'Open pull request' });
const enabled = async () => {
  await waitFor(async () => expect((await confirm()).disabled).toBe(false), { timeout: 3_000 });
  return confirm();
};

describe('the composer with its data', () => {
  it('sends exactly what the preview shows, once, however often it is clicked', async () => {
    background.sendDraft = () => new Promise(() => {});
    show();
    const button = await enabled();
    const lines = [...document.querySelectorAll('.cc-diff-line[data-sign="+"] bdi')].map((line) => line.textContent);
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(sent('sendDraft')).toHaveLength(1));
    expect(sent('sendDraft')[0]).toMatchObject({
      id: 'one',
      plan: {
        repo,
        account: 'ada',
        parentCommit: head,
        files: [{ path: '.eval_results/hle_text_only_4_shot.yaml', text: `${lines.join('\n')}\n` }],
      },
    });
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Checking the account…' })).disabled).toBe(
      true,
    );
    expect(screen.getAllByText(/You can close this window/).length).toBeGreaterThan(0);
  });

  it('“show it” leads to a limit, which stands at no field', async () => {
    const opened = (id: string) => ({
      ...draft({ repo: 'openai/another' }),
      id,
      plan: { repoType: 'model', repo: 'openai/another', account: 'ada' },
      submission: { step: 'opened', pullRequest: 1, at: now - 2 * 86_400_000, status: 'open', statusAt: now },
    });
    background.listDrafts = () => ['x', 'y', 'z'].map(opened);
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'show it' }));
    expect(document.activeElement?.textContent).toContain('3 pull requests of yours wait for an answer in openai');
  });

  it('shows what was added to a file that stood there, also once it was sent', async () => {
    const before = '# by hand\n- dataset: {id: cais/hle, task_id: hle}\n  notes: Text-only, 4-shot\n  value: 8.0\n';
    const path = '.eval_results/hle_text_only_4_shot.yaml';
    background.readForDraft = () => ground({ files: [{ path, text: before }] });
    background.sendDraft = (request) => ({
      ...draft(),
      plan: (request as { plan: SubmissionPlan }).plan,
      submission: { step: 'opened', pullRequest: 14, at: now, status: 'open', statusAt: now },
    });
    show();
    const button = await enabled();
    const shown = () => [...document.querySelectorAll('.cc-change')].map((change) => change.textContent);
    const previewed = shown();
    expect(previewed[0]).toContain('lines added to the file');
    expect(document.querySelectorAll('.cc-diff-line[data-sign=" "]').length).toBeGreaterThan(0);
    fireEvent.click(button);
    await screen.findByText('Opened pull request #14');
    expect(shown()).toEqual(previewed);
  });

  it('keeps a change that was typed before it is sent', async () => {
    background.sendDraft = () => new Promise(() => {});
    show();
    await enabled();
    fireEvent.change(screen.getByLabelText('Value'), { target: { value: '9.2' } });
    fireEvent.click(await enabled());
    await waitFor(() => expect(sent('sendDraft')).toHaveLength(1));
    expect(sent('writeDraft').at(-1)).toMatchObject({ entries: [{ valueText: '9.2' }] });
    expect(JSON.stringify(sent('sendDraft')[0])).toContain('value: 9.2');
  });

  it('sends nothing while the repository is not known in full', async () => {
    background.readForDraft = () => ground({ complete: false, missing: [{ key: 'gapOffline' }] });
    show();
    await screen.findByText(new RegExp(en.gapOffline.message.slice(0, 20)));
    expect((await confirm()).disabled).toBe(true);
  });

  it('looks at the source when asked, of the value as it stands, and says so in the pull request', async () => {
    background.checkDraftSource = (question) =>
      (question as { valueText: string }).valueText === '9.1'
        ? { kind: 'states', row: 'HLE', column: 'gpt-oss-20b', quote: 'HLE | 9.1', line: 25 }
        : { kind: 'other', row: 'HLE', column: 'gpt-oss-20b', valueText: '9.1', quote: 'HLE | 9.1', line: 25 };
    background.sendDraft = () => new Promise(() => {});
    show();
    await enabled();
    expect(document.querySelector('.cc-pull-body')?.textContent).not.toContain('the source was read');
    fireEvent.click(screen.getByRole('button', { name: 'check the source, 9.1' }));
    await screen.findByText('The source states 9.1: row “HLE”, column “gpt-oss-20b”');
    expect(sent('checkDraftSource')).toEqual([
      { repo, dataset: 'cais/hle', task: 'hle', valueText: '9.1', url: `https://huggingface.co/${repo}` },
    ]);
    screen.getByText('the source states the value');
    await waitFor(() => expect(document.querySelector('.cc-pull-body')?.textContent).toContain('the source was read'));
    // Another value: nobody has looked at that yet.
    fireEvent.change(screen.getByLabelText('Value'), { target: { value: '9.2' } });
    await waitFor(() => expect(screen.queryByText('the source states the value')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'check the source, 9.2' }));
    await screen.findByRole('checkbox', { name: en.composerAccept.message });
    expect((await confirm()).disabled).toBe(true);
    expect(document.querySelector('.cc-problem-warning')?.textContent).toContain('The source gives 9.1, not 9.2');
    fireEvent.click(screen.getByRole('checkbox', { name: en.composerAccept.message }));
    fireEvent.click(await enabled());
    await waitFor(() => expect(sent('sendDraft')).toHaveLength(1));
    expect(JSON.stringify(sent('sendDraft')[0])).toContain('was warned about the source and keeps it');
  });

  it('says of a source off the Hub that it cannot be looked at', async () => {
    const [entry] = draft().entries;
    background.readDraft = () =>
      draft({ entries: [{ ...entry!, source: { url: 'https://arxiv.org/abs/2508.10925' } }] });
    show();
    await screen.findByText(/cannot be looked at from here/);
    expect(screen.queryByRole('button', { name: /^check the source/ })).toBeNull();
  });

  it('takes the newest words of another window, and says so', async () => {
    show();
    const value = await screen.findByLabelText<HTMLInputElement>('Value');
    const [entry] = draft().entries;
    act(() => keepDraft(queryClient, draft({ entries: [{ ...entry!, valueText: '9.9' }], changedAt: now + 1 })));
    await waitFor(() => expect(value.value).toBe('9.9'));
    expect(screen.getByText(/changed in another window/)).toBeTruthy();
    expect(sent('writeDraft')).toEqual([]);
  });

  it('tries again until a change is kept, and says that it is not', async () => {
    let tries = 0;
    background.writeDraft = (text) => {
      if (tries++ === 0) throw new Error('gone');
      return { ...draft(), ...(text as object) };
    };
    show();
    fireEvent.change(await screen.findByLabelText('Value'), { target: { value: '9.3' } });
    await screen.findByText(/could not be kept/);
    await screen.findByText('saved', {}, { timeout: 5_000 });
    expect(tries).toBe(2);
  });

  it.each(Object.keys(stopWords) as StopReason[])(
    '%s: says why, that nothing was opened, and what to do',
    async (reason) => {
      background.readDraft = () => draft({ submission: { step: 'stopped', reason, at: now } });
      show();
      const alert = (await screen.findByText(/Nothing was opened/)).textContent;
      expect(alert).toContain(en[stopWords[reason].why as keyof typeof en].message);
      expect(alert).toContain(en[stopWords[reason].todo as keyof typeof en].message);
    },
  );

  it.each([
    ['opened', { step: 'opened', pullRequest: 14, at: now, status: 'open', statusAt: now }, /Opened pull request #14/],
    ['merged', { step: 'opened', pullRequest: 14, at: now, status: 'merged', statusAt: now }, /^merged/],
    ['in doubt', { step: 'in-doubt', since: now }, /there will never be two/],
    ['opening', { step: 'opening', attempt: 1, since: now }, /Opening the pull request…/],
  ] satisfies [string, SubmissionState, RegExp][])(
    '%s: says so, and nothing can be changed',
    async (_, submission, words) => {
      background.readDraft = () => draft({ submission });
      show();
      expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
      expect(screen.queryByLabelText('Value')).toBeNull();
      expect(screen.getByText("gpt-oss-20b scores 9.1 on Humanity's Last Exam, Text-only, 4-shot")).toBeTruthy();
    },
  );
});

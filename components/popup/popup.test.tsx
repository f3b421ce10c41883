// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { aGroup, aReport, aScore, gptOss20b, now } from '../../test/fixtures/reports.ts';
import { SayProvider } from '../ui/say.tsx';
import { Popup } from './popup.tsx';
import type { PopupState } from './popup-state.ts';

afterEach(cleanup);

const english = createSay(catalogueLookup(en), 'en');

function show(state: PopupState, { say = english, answer }: { say?: typeof english; answer?: 'panel-away' } = {}) {
  const events = {
    onOpenPanel: vi.fn(),
    onOpenCard: vi.fn(),
    onRefresh: vi.fn(),
    onReload: vi.fn(),
    onAllow: vi.fn(),
    onOptions: vi.fn(),
    onCompare: vi.fn(),
  };
  render(
    <SayProvider say={say}>
      <Popup state={state} now={now} answer={answer} {...events} />
    </SayProvider>,
  );
  return events;
}

const reported = (given: Partial<Extract<PopupState, { kind: 'report' }>> = {}): PopupState => {
  const report = given.report ?? gptOss20b();
  return { kind: 'report', repo: report.repo, report, reading: false, failed: false, onCard: true, ...given };
};

const button = (name: string) => screen.getByRole('button', { name });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('a report in short', () => {
  it('names the model, counts scores and benchmarks, and how the groups stand, in words', () => {
    show(reported());
    expect(heading()).toBe('openai/gpt-oss-20b');
    expect(screen.getByText('20 scores · 6 benchmarks · 18 pull requests')).toBeTruthy();
    expect(screen.getByText('4 stated once')).toBeTruthy();
    expect(screen.queryByText(/agree/)).toBeNull();
  });

  it('gives each group that differs its own line, what differs before what cannot be compared', () => {
    const apart = aGroup([aScore({ value: '71.5' }), aScore({ value: '56.8' })], 'not-comparable', {
      key: 'gapOffline',
    });
    const differs = aGroup([aScore({ value: '10.9', dataset: 'cais/hle', task: 'hle' })], 'differs', {
      key: 'gapTimeout',
    });
    const agrees = aGroup([aScore({ value: '1', dataset: 'a/b', task: 'c' })], 'agree', { key: 'groupSingle' });
    show(reported({ report: aReport({ groups: [agrees, apart, differs] }) }));
    const [first, second, ...rest] = within(screen.getByRole('heading', { name: 'Worth a look' }).parentElement!)
      .getAllByRole('listitem')
      .map((line) => line.textContent);
    expect(first).toContain('cais/hle · hle');
    expect(first).toContain(en.gapTimeout.message);
    expect(second).toContain('Idavidrein/gpqa · diamond');
    expect(rest).toEqual([]);
  });

  it('says its age, and reads again when asked', () => {
    const { onRefresh } = show(reported());
    expect(screen.getByText(/Updated 2 min/).closest('time')?.dateTime).toBe('2026-10-02T11:58:00.000Z');
    fireEvent.click(button('Read again'));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('leads to the panel on the card, and to the card from any other tab of the model', () => {
    const onCard = show(reported());
    fireEvent.click(button('Open panel'));
    expect(onCard.onOpenPanel).toHaveBeenCalledOnce();
    cleanup();
    const onFiles = show(reported({ onCard: false }));
    expect(screen.queryByRole('button', { name: 'Open panel' })).toBeNull();
    fireEvent.click(button('Open model card'));
    expect(onFiles.onOpenCard).toHaveBeenCalledOnce();
  });

  it('says so when there was no panel to open, and leads to the card instead', () => {
    show(reported(), { answer: 'panel-away' });
    expect(screen.getByText(/There is no panel on this page/)).toBeTruthy();
    expect(button('Open model card')).toBeTruthy();
  });

  it('is busy while something is being read, and cannot be asked twice', () => {
    const { onRefresh } = show(reported({ report: gptOss20b({ stored: true, at: now - 86_400_000 }), reading: true }));
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
    expect(screen.getByText('from yesterday, checking…')).toBeTruthy();
    expect(button('Read again').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Read again'));
    expect(onRefresh).not.toHaveBeenCalled();
  });

  it('keeps the old report when reading again failed, and says so', () => {
    show(reported({ failed: true }));
    expect(screen.getByRole('alert').textContent).toContain('did not answer');
    expect(screen.getByText(/^20 scores · 6 benchmarks/)).toBeTruthy();
  });

  it('makes what turns text around visible in names that others wrote', () => {
    const bad = aGroup([aScore({ value: '1', dataset: 'a/b\u202etxt', task: 't' })], 'differs', { key: 'groupSingle' });
    show(reported({ report: aReport({ groups: [bad] }) }));
    expect(document.body.textContent).not.toContain('\u202e');
    expect(document.body.textContent).toContain('a/b');
  });
});

describe('what could not be read', () => {
  const finding = {
    path: '.eval_results/mmlu-pro.yaml',
    line: 3,
    code: 'S1',
    severity: 'error',
    rule: 'schema/required',
    message: { key: 'findingMissing', args: ['task_id'] },
    seenBy: 'main-files',
  } as const;
  const gap = (loader: LoaderName, more = {}) =>
    ({ loader, reason: 'offline', message: { key: 'gapOffline' }, ...more }) as const;

  it('names the file with its place, line and reason', () => {
    show(reported({ report: aReport({ findings: [finding, { ...finding, pullRequest: 1234, line: null }] }) }));
    expect(screen.getByRole('heading', { name: '2 files could not be read in full' })).toBeTruthy();
    expect(screen.getAllByText('.eval_results/mmlu-pro.yaml')).toHaveLength(2);
    expect(screen.getByText('on main, line 3: task_id is missing.')).toBeTruthy();
    expect(screen.getByText('pull request #1234: task_id is missing.')).toBeTruthy();
  });

  it('says a reason once, with the places it keeps closed; none when it is all of them', () => {
    const loaders = {
      'eval-results': 'ok',
      'main-files': 'gap',
      'pull-requests': 'gap',
      'model-card': 'gap',
      'model-index': 'gap',
    } as const;
    show(reported({ report: aReport({ loaders, gaps: [gap('main-files'), gap('pull-requests')] }) }));
    expect(screen.getByText(`files on main, pull requests: ${en.gapOffline.message}`)).toBeTruthy();
    expect(screen.getByText('No results in what could be read.')).toBeTruthy();
    cleanup();
    const all = Object.keys(loaders) as LoaderName[];
    show(reported({ report: aReport({ gaps: all.map((name) => gap(name)) }) }));
    expect(screen.getByText(en.gapOffline.message)).toBeTruthy();
  });

  it('can be tried again, but not before the Hub allows it', () => {
    const { onRefresh } = show(reported({ report: aReport({ gaps: [gap('eval-results')] }) }));
    fireEvent.click(button('retry'));
    expect(onRefresh).toHaveBeenCalledOnce();
    cleanup();
    show(reported({ report: aReport({ gaps: [gap('eval-results', { retryAt: now + 60_000 })] }) }));
    expect(button('retry')).toHaveProperty('disabled', true);
  });

  it('names what the reader turned off and what was left unread', () => {
    const loaders = {
      'eval-results': 'ok',
      'main-files': 'off',
      'pull-requests': 'ok',
      'model-card': 'ok',
      'model-index': 'ok',
    } as const;
    const pullRequests = [{ number: 7, status: 'open', looked: 'unread' } as const];
    show(reported({ report: aReport({ loaders, pullRequests }) }));
    expect(screen.getByText('Not read, turned off in the options: files on main')).toBeTruthy();
    expect(screen.getByText('1 open pull request was not looked into')).toBeTruthy();
  });

  it('a model without results says so, and nothing else', () => {
    show(reported({ report: aReport({ repo: 'meta-llama/Llama-3.2-3B-Instruct' }) }));
    expect(screen.getByText(/^No results yet/)).toBeTruthy();
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
  });
});

describe('no report: each reason has its own words', () => {
  const reasons: [PopupState, RegExp][] = [
    [{ kind: 'elsewhere' }, /does not show the Hugging Face Hub/],
    [{ kind: 'no-scores', page: 'dataset' }, /This is a dataset/],
    [{ kind: 'no-scores', page: 'space' }, /This is a Space/],
    [{ kind: 'no-scores', page: 'list' }, /This is a list/],
    [{ kind: 'no-scores', page: 'organization' }, /This is a profile/],
    [{ kind: 'no-scores', page: 'other' }, /reports no scores/],
    [{ kind: 'reading', repo: 'openai/gpt-oss-20b' }, /Reading…/],
    [{ kind: 'waiting' }, /Reading…/],
  ];
  it.each(reasons)('%o', (state, words) => {
    show(state);
    expect(screen.getByRole('main').textContent).toMatch(words);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Compare', 'Options']);
  });

  it('a page that was open before the extension can be reloaded from here', () => {
    const { onReload } = show({ kind: 'unseen' });
    fireEvent.click(button('Reload the page'));
    expect(onReload).toHaveBeenCalledOnce();
  });

  it('missing access can be given from here', () => {
    const { onAllow } = show({ kind: 'no-access' });
    fireEvent.click(button('Allow access to huggingface.co'));
    expect(onAllow).toHaveBeenCalledOnce();
  });

  it('an answer that does not come can be asked for again', () => {
    const { onRefresh, onReload } = show({ kind: 'failed', repo: 'openai/gpt-oss-20b' });
    expect(screen.getByRole('alert')).toBeTruthy();
    fireEvent.click(button('retry'));
    expect(onRefresh).toHaveBeenCalledOnce();
    expect(onReload).not.toHaveBeenCalled();
  });
});

it('speaks Chinese', () => {
  show(reported(), { say: createSay(catalogueLookup(zh), 'zh-CN') });
  expect(screen.getByText(/^20 个得分 · 6 个基准/)).toBeTruthy();
  expect(button('打开面板')).toBeTruthy();
});

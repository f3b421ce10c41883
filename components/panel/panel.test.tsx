// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { anEntry, aPullRequest, aReport, gptOss20b, gptOssEntries, now } from '../../test/fixtures/reports.ts';
import { renderPanel } from './render-panel.tsx';

const row = (value: string) => {
  const found = screen.getByRole('button', { name: `${value}: how we know` }).closest('tr');
  if (!found) throw new Error(`no row for ${value}`);
  return within(found);
};
const values = (group: string) =>
  within(screen.getByRole('grid', { name: group }))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

describe('openai/gpt-oss-20b, as the Hub named it on 2026-10-01', () => {
  it('shows all 20 scores in seven groups of six benchmarks', () => {
    renderPanel({ report: gptOss20b() });
    expect(screen.getByText('20 scores · 6 benchmarks · 18 pull requests')).toBeTruthy();
    expect(screen.getAllByRole('rowheader')).toHaveLength(20);
    expect(screen.getAllByRole('grid').map((grid) => grid.getAttribute('aria-label'))).toEqual([
      'GPQA diamond',
      "Humanity's Last Exam hle",
      'SWE-bench Verified swe_bench_%_resolved',
      'LEXam open_question',
      'LEXam mcq_4_choices',
      'MMLU-Pro mmlu_pro',
      'IFStruct v1.0 ifstruct_v1',
    ]);
  });

  it('shows values as written, none rounded or padded', () => {
    renderPanel({ report: gptOss20b() });
    expect(values('GPQA diamond')).toEqual(['71.5', '74.2', '56.8', '58', '66', '67.1', '58.5858585859']);
  });

  it('says of each score its setup, who says so and since when, and on what source', () => {
    renderPanel({ report: gptOss20b() });
    const high = row('74.2');
    expect(high.getByText('Reasoning: high, With tools')).toBeTruthy();
    const pullRequest = high.getByRole('link', { name: /community #234/ });
    expect(pullRequest.getAttribute('href')).toBe('https://huggingface.co/openai/gpt-oss-20b/discussions/234');
    expect(pullRequest.getAttribute('title')).toBe('Report a result of the model card');
    expect(pullRequest.parentElement?.textContent).toBe('community #234 · 6mo ago · SaylorTwift');
    expect(high.getByRole('link', { name: /GPT-OSS Model Card arxiv.org/ }).getAttribute('href')).toBe(
      'https://arxiv.org/abs/2508.10925',
    );
    expect(high.getByText('Aug 5, 2025')).toBeTruthy();
  });

  it('says in one line of a group what its scores say of one another, with icon and words, and why', () => {
    renderPanel({ report: gptOss20b() });
    const group = screen.getByRole('region', { name: /GPQA/ });
    expect(group.querySelector('.cc-summary')?.textContent).toMatch(/not comparable: .*effort/);
    expect(group.querySelector('.cc-summary [data-icon="not-comparable"]')).toBeTruthy();
    const why = within(group).getByRole('button', { name: 'why GPQA diamond' });
    fireEvent.click(why);
    const explained = within(group).getByRole('region', { name: 'why' });
    expect(within(explained).getAllByRole('listitem').length).toBeGreaterThan(3);
    expect(explained.textContent).toMatch(/A verdict is a hint/);
    fireEvent.keyDown(explained, { key: 'Escape' });
    expect(within(group).queryByRole('region', { name: 'why' })).toBeNull();
    expect(document.activeElement).toBe(why);
  });

  it('leads to the model’s row on the leaderboard, and says how many items the benchmark has', () => {
    renderPanel({ report: gptOss20b() });
    const board = screen.getByRole('link', { name: 'Leaderboard of GPQA diamond' });
    expect(board.getAttribute('href')).toBe(
      'https://huggingface.co/datasets/Idavidrein/gpqa?eval_result=openai%2Fgpt-oss-20b&leaderboard_task_id=diamond',
    );
    expect(screen.getByRole('region', { name: /GPQA/ }).textContent).toMatch(/198 questions/);
  });

  it('says how it knows: file and line, pull request, what saw it, commit, and a date that the Hub filled in', () => {
    renderPanel({ report: gptOss20b() });
    fireEvent.click(screen.getByRole('button', { name: '40.78: how we know' }));
    const file = screen.getByRole('link', { name: '.eval_results/lexam.yaml:9' });
    expect(file.getAttribute('href')).toBe(
      `https://huggingface.co/openai/gpt-oss-20b/blob/${'255'.padStart(40, 'a')}/.eval_results/lexam.yaml#L9`,
    );
    const evidence = file.closest('.cc-evidence')?.textContent;
    expect(evidence).toMatch(/as written in the file/);
    expect(evidence).toMatch(/#255.*Add evaluation results.*evaleval-bot/);
    expect(evidence).toMatch(/the Hub’s API \(evalResults\), the pull request’s changes/);
    expect(evidence).toMatch(/Jun 2, 2026, filled in by the Hub: the file states no date/);
    expect(screen.getByRole('link', { name: 'aaaaaaa' }).getAttribute('href')).toMatch(/\/commit\/a{37}255$/);
  });

  it('filters by badge, and says so when nothing is left', () => {
    renderPanel({ report: gptOss20b() });
    fireEvent.click(screen.getByRole('button', { name: 'Merged 0' }));
    expect(screen.queryAllByRole('rowheader')).toHaveLength(0);
    expect(screen.getByText(/No score fits the filter/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'show all' }));
    expect(screen.getAllByRole('rowheader')).toHaveLength(20);
    fireEvent.click(screen.getByRole('button', { name: 'Community 20' }));
    expect(screen.getByRole('button', { name: 'Community 20' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByRole('button', { name: /^Verified/ })).toBeNull();
  });

  it('sorts by value when asked', () => {
    renderPanel({ report: gptOss20b() });
    fireEvent.change(screen.getByRole('combobox', { name: 'Sort' }), { target: { value: 'value' } });
    expect(values('GPQA diamond')).toEqual(['74.2', '71.5', '67.1', '66', '58.5858585859', '58', '56.8']);
  });

  it('speaks Chinese', () => {
    renderPanel({ report: gptOss20b() }, createSay(catalogueLookup(chinese), 'zh-CN'));
    expect(screen.getByText(/^20 个\S+ · 6 个\S+ · 18 个\S+$/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/\bpanel[A-Z]/);
  });
});

describe('collapsed', () => {
  it('is one line with the counts, and opens', () => {
    const { onPanelState } = renderPanel({
      report: gptOss20b(),
      panelState: { collapsed: true, place: 'auto' },
    });
    expect(screen.queryAllByRole('rowheader')).toHaveLength(0);
    const panel = screen.getByRole('region', { name: 'Reported scores' });
    expect(panel.textContent).toMatch(/20 scores/);
    expect(panel.textContent).toMatch(/2 not comparable/);
    fireEvent.click(screen.getByRole('button', { name: 'Reported scores' }));
    expect(onPanelState).toHaveBeenCalledWith({ collapsed: false });
  });
});

describe('scale', () => {
  it('shows 0.7 as written on its row, with its scale in question', () => {
    renderPanel({
      report: aReport({
        entries: [
          anEntry({ dataset: 'sapbot/ask-my-agent-bench-2', task: 'fallback', value: '0.7', pullRequest: 17 }),
          anEntry({ dataset: 'sapbot/ask-my-agent-bench-2', task: 'fallback', value: '72.1', pullRequest: 18 }),
        ],
      }),
    });
    expect(row('0.7').getByText('scale in question')).toBeTruthy();
    expect(row('72.1').queryByText('scale in question')).toBeNull();
    expect(values('sapbot/ask-my-agent-bench-2 fallback')).toEqual(['0.7', '72.1']);
  });
});

describe('a growing report', () => {
  const first = gptOssEntries().slice(0, 6);
  const more = [anEntry({ value: '70.0', pullRequest: 300, notes: 'new' }), ...first];

  it('keeps rows where they are: what is new stands below', () => {
    const { update } = renderPanel({ report: aReport({ entries: first }), loading: true });
    const before = values('GPQA diamond');
    update({ report: aReport({ entries: more }) });
    expect(values('GPQA diamond')).toEqual([...before, '70.0']);
  });

  it('says once how many scores came, and nothing about the first ones', () => {
    vi.useFakeTimers();
    const { update } = renderPanel({ report: aReport({ entries: first }), loading: true });
    act(() => vi.runOnlyPendingTimers());
    expect(screen.getByRole('status').textContent).toBe('');
    update({ report: aReport({ entries: more }) });
    update({ report: aReport({ entries: [...more, anEntry({ value: '1', pullRequest: 301 })] }) });
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => vi.advanceTimersByTime(1_000));
    expect(screen.getByRole('status').textContent).toBe('Report updated: 2 more scores');
    vi.useRealTimers();
  });

  it('holds its height until the reader acts', () => {
    vi.useFakeTimers();
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(320);
    const { update, container } = renderPanel({ report: aReport({ entries: first }), loading: true });
    const body = container.querySelector<HTMLElement>('.cc-body');
    act(() => vi.advanceTimersByTime(20));
    expect(body?.style.blockSize).toBe('320px');
    height.mockReturnValue(500);
    update({ report: aReport({ entries: more }) });
    expect(body?.style.blockSize).toBe('320px');
    fireEvent.click(screen.getByRole('button', { name: '70.0: how we know' }));
    expect(body?.style.blockSize).toBe('');
    act(() => vi.advanceTimersByTime(400));
    expect(body?.style.blockSize).toBe('500px');
    vi.useRealTimers();
  });
});

describe('folding', () => {
  it('mounts only the groups with conflicts of a report with many', () => {
    const entries = Array.from({ length: 40 }, (_, group) =>
      Array.from({ length: 5 }, (_, index) =>
        anEntry({
          dataset: `org/benchmark-${group}`,
          task: 'test',
          value: group < 2 && index === 0 ? '10' : '50',
          pullRequest: index + 1,
          notes: 'same',
        }),
      ),
    ).flat();
    const report = aReport({ entries });
    renderPanel({ report });
    const shown = screen.getAllByRole('grid').length;
    expect(shown).toBeLessThan(40);
    fireEvent.click(screen.getByRole('button', { name: `${40 - shown} more benchmarks` }));
    expect(screen.getAllByRole('grid')).toHaveLength(40);
  });

  it('has a box to filter by words above twelve groups', () => {
    const entries = Array.from({ length: 13 }, (_, group) =>
      anEntry({ dataset: `org/benchmark-${group}`, task: 'test', value: '50', pullRequest: 1 }),
    );
    renderPanel({ report: aReport({ entries }) });
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'benchmark-7' } });
    expect(screen.getAllByRole('grid').map((grid) => grid.getAttribute('aria-label'))).toEqual([
      'org/benchmark-7 test',
    ]);
  });
});

describe('taking along', () => {
  const open = (name: string, item: string) => {
    fireEvent.click(screen.getByRole('button', { name }));
    fireEvent.click(screen.getByRole('menuitem', { name: item }));
  };

  it('copies a group as Markdown and a row as text', async () => {
    const { onCopy } = renderPanel({ report: gptOss20b() });
    fireEvent.click(screen.getByRole('button', { name: 'Copy GPQA diamond as Markdown' }));
    expect(onCopy.mock.lastCall?.[0]).toContain('| 58.5858585859 |');
    expect(await screen.findAllByText('copied')).not.toHaveLength(0);
    open('More about 60.7', 'Copy row');
    expect(onCopy.mock.lastCall?.[0]).toMatch(/SWE-bench_Verified.*60\.7.*Reasoning: high/);
  });

  it('shows the text, selected, where the browser refuses the clipboard; Esc returns', async () => {
    renderPanel({ report: gptOss20b(), onCopy: async () => false });
    const button = screen.getByRole('button', { name: 'Copy GPQA diamond as Markdown' });
    button.focus();
    fireEvent.click(button);
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox');
    expect(document.activeElement).toBe(box);
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toContain('| 71.5 |');
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('exports the report as JSON and CSV', () => {
    const { onDownload } = renderPanel({ report: gptOss20b() });
    open('More', 'Export as JSON');
    const json = onDownload.mock.lastCall?.[0];
    expect(json?.name).toBe('crosscheck-openai-gpt-oss-20b.json');
    expect(JSON.parse(json?.text ?? '').groups).toHaveLength(7);
    open('More', 'Export as CSV');
    expect(onDownload.mock.lastCall?.[0].text.trim().split('\r\n')).toHaveLength(21);
  });
});

describe('what a report does not know', () => {
  it('offers to look into pull requests that nobody looked into', () => {
    const { onReadEveryPullRequest } = renderPanel({
      report: gptOss20b({ pullRequests: [aPullRequest(2, { looked: 'unread' })], unlistedPullRequests: 40 }),
    });
    expect(screen.getByText(/41 open pull requests were not looked into/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'look into them' }));
    expect(onReadEveryPullRequest).toHaveBeenCalledOnce();
  });

  it('says each reason once with what it keeps closed, and lets the reader retry when the wait is over', () => {
    const { onRefresh, update } = renderPanel({
      report: gptOss20b({
        gaps: [240, 241].map((pullRequest) => ({
          loader: 'pull-requests',
          reason: 'rate-limited',
          message: { key: 'gapRateLimited', args: ['12:04'] },
          pullRequest,
          retryAt: now + 1_000,
        })),
      }),
    });
    expect(screen.getByText(/pull request #240, pull request #241: Too many requests to the Hub.*12:04/)).toBeTruthy();
    const retry = screen.getByRole<HTMLButtonElement>('button', { name: 'retry' });
    expect(retry.disabled).toBe(true);
    update({
      report: gptOss20b({ gaps: [{ loader: 'main-files', reason: 'timeout', message: { key: 'gapTimeout' } }] }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'retry' }));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('names loaders that the reader turned off, with the way to the options', () => {
    const { onOpenOptions } = renderPanel({
      report: gptOss20b({
        loaders: {
          'eval-results': 'ok',
          'main-files': 'off',
          'pull-requests': 'ok',
          'model-card': 'ok',
          'model-index': 'ok',
        },
      }),
    });
    expect(screen.getByText(/turned off in the options: files on main/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(onOpenOptions).toHaveBeenCalledOnce();
  });
});

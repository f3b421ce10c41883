// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../lib/evals/message.ts';
import type { GapReason, Group, Report } from '../../lib/evals/report.ts';
import { anEntry, aPullRequest, aReport, gptOss20b, now } from '../../test/fixtures/reports.ts';
import { renderPanel } from './render-panel.tsx';

const everyLoader = ['eval-results', 'main-files', 'pull-requests', 'model-card', 'model-index'] as const;
const gaps = (reason: GapReason, message: Message): Report['gaps'] =>
  everyLoader.map((loader) => ({ loader, reason, message, detail: 'evalResults[3].value is a text' }));
const failed: Report['loaders'] = {
  'eval-results': 'gap',
  'main-files': 'gap',
  'pull-requests': 'gap',
  'model-card': 'gap',
  'model-index': 'gap',
};
const panel = () => screen.getByRole('region', { name: 'Reported scores' }).textContent;

describe('every state has a sentence', () => {
  it('no results yet', () => {
    renderPanel({ report: aReport({ repo: 'meta-llama/Llama-3.2-3B-Instruct' }) });
    expect(panel()).toMatch(/No results yet: neither main nor an open pull request reports a score/);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('nothing to show, but not everything was read', () => {
    renderPanel({
      report: aReport({ gaps: [{ loader: 'pull-requests', reason: 'timeout', message: { key: 'gapTimeout' } }] }),
    });
    expect(panel()).toMatch(/No results in what could be read/);
    expect(panel()).not.toMatch(/No results yet/);
  });

  it('reading, said only after 300 ms', () => {
    vi.useFakeTimers();
    renderPanel({ loading: true });
    expect(panel()).not.toMatch(/reading/);
    act(() => vi.advanceTimersByTime(310));
    expect(panel()).toMatch(/reading…/);
    vi.useRealTimers();
  });

  it('a stored report that is being checked', () => {
    renderPanel({ report: gptOss20b({ at: now - 26 * 3_600_000, stored: true }), loading: true });
    expect(panel()).toMatch(/from yesterday, checking…/);
    expect(screen.getAllByRole('rowheader')).toHaveLength(20);
  });

  it('offline, with the age of the report that is shown', () => {
    renderPanel({
      report: gptOss20b({
        at: now - 26 * 3_600_000,
        stored: true,
        loaders: failed,
        gaps: gaps('offline', { key: 'gapOffline' }),
      }),
    });
    expect(panel()).toMatch(/Showing the report of Oct 1, 2026/);
    expect(panel()?.match(/The Hub cannot be reached/g)).toHaveLength(1);
    expect(screen.getAllByRole('rowheader')).toHaveLength(20);
  });

  it.each<[GapReason, Message, RegExp]>([
    ['gated', { key: 'gapGated' }, /This model is gated/],
    ['sign-in', { key: 'gapSignIn' }, /it is private.*sign in/],
    ['rate-limited', { key: 'gapRateLimited', args: ['12:04'] }, /It asks to wait until 12:04/],
    ['unexpected', { key: 'gapUnexpected' }, /answered something/],
    ['offline', { key: 'gapOffline' }, /cannot be reached/],
  ])('%s', (reason, message, sentence) => {
    const { onRefresh } = renderPanel({ report: aReport({ loaders: failed, gaps: gaps(reason, message) }) });
    expect(panel()).toMatch(sentence);
    expect(panel()).not.toMatch(/No results/);
    expect(panel()).not.toMatch(/evalResults\[3\]/);
    fireEvent.click(screen.getByRole('button', { name: 'details' }));
    expect(panel()).toMatch(/evalResults\[3\]\.value is a text/);
    fireEvent.click(screen.getByRole('button', { name: 'retry' }));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('the background did not answer', () => {
    const { onRefresh } = renderPanel({ failure: 'Extension context invalidated.' });
    expect(panel()).toMatch(/The extension did not answer.*reload the page.*Extension context invalidated/);
    fireEvent.click(screen.getByRole('button', { name: 'retry' }));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('partly read: the first line says so and leads to what is missing', async () => {
    renderPanel({
      report: gptOss20b({ gaps: [{ loader: 'main-files', reason: 'timeout', message: { key: 'gapTimeout' } }] }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'partly read' }));
    await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Not read.*did not answer in time/));
  });

  it('a report that cannot be drawn leaves a sentence, and the way to try again', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const [entry] = aReport({ entries: [anEntry({ value: '71.5' })] }).groups;
    const broken = {
      ...entry,
      scores: entry?.scores.map((score) => ({ ...score, variant: null })),
    } as unknown as Group;
    const { update } = renderPanel({ report: aReport({ groups: [broken] }) });
    expect(panel()).toMatch(/could not draw this report/);
    update({ report: gptOss20b() });
    expect(screen.getAllByRole('rowheader')).toHaveLength(20);
  });
});

describe('files that could not be read', () => {
  it('names file, pull request and line, shows the line and the Hub’s own words, and leads there', () => {
    renderPanel({
      report: aReport({
        repo: 'LiquidAI/LFM2.5-1.2B-Instruct',
        pullRequests: [aPullRequest(4, { head: 'c0ffee' })],
        findings: [
          {
            path: '.eval_results/mmlu-pro.yaml',
            pullRequest: 4,
            line: 2,
            code: 'S1',
            severity: 'error',
            rule: 'schema/required',
            message: { key: 'findingMissing', args: ['dataset.task_id'] },
            text: '    id: TIGER-Lab/MMLU-Pro',
            hubSays: '✖ Invalid input: expected string, received undefined',
            seenBy: 'pull-requests',
          },
        ],
      }),
    });
    const list = within(screen.getByRole('region', { name: '1 file could not be read in full' }));
    expect(list.getByRole('link', { name: /mmlu-pro\.yaml, line 2/ }).getAttribute('href')).toBe(
      'https://huggingface.co/LiquidAI/LFM2.5-1.2B-Instruct/blob/c0ffee/.eval_results/mmlu-pro.yaml#L2',
    );
    expect(list.getByRole('link', { name: 'pull request #4' }).getAttribute('href')).toMatch(/discussions\/4$/);
    const text = list.getByRole('listitem').textContent;
    expect(text).toMatch(/dataset\.task_id is missing/);
    expect(text).toMatch(/ {4}id: TIGER-Lab\/MMLU-Pro/);
    expect(text).toMatch(/The Hub says: ✖ Invalid input: expected string, received undefined/);
  });
});

describe('hostile text', () => {
  const attack = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
  const hostile = () =>
    renderPanel({
      report: aReport({
        entries: [
          anEntry({
            dataset: 'a/b',
            task: attack,
            value: '71.5',
            pullRequest: 7,
            path: `.eval_results/${attack}`,
            line: 1,
            notes: `${attack} \u202e9.99`,
            date: attack,
            source: { url: 'javascript:alert(1)', name: attack, user: attack },
          }),
          anEntry({ value: '70', source: { url: 'https://huggingface.co@evil.example/', name: 'Hugging Face' } }),
        ],
        pullRequests: [aPullRequest(7, { title: attack, author: attack })],
      }),
    });

  it('stays text', () => {
    const { container } = hostile();
    for (const button of screen.getAllByRole('button', { name: /how we know/ })) fireEvent.click(button);
    expect(container.querySelectorAll('img, script, iframe, [onerror]')).toHaveLength(0);
    expect(container.textContent).toContain(attack);
  });

  it('makes no link of a script or of a disguised host, and shows characters that turn the direction', () => {
    const { container } = hostile();
    const links = [...container.querySelectorAll('a')];
    expect(links.every(({ href }) => href.startsWith('https://huggingface.co/'))).toBe(true);
    expect(links.every(({ rel, target }) => rel === 'noopener noreferrer' && target === '_blank')).toBe(true);
    expect(container.textContent).toContain('[U+202E]9.99');
    expect(container.textContent).toContain('https://huggingface.co@evil.example/');
  });
});

describe('by keyboard', () => {
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

  it('gives each group one tab stop, with arrows between rows and along a row', () => {
    renderPanel({ report: gptOss20b() });
    const grid = screen.getByRole('grid', { name: 'GPQA diamond' });
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    within(grid).getByRole('button', { name: '71.5: how we know' }).focus();
    press('ArrowDown');
    expect(focused()).toBe('74.2: how we know');
    press('ArrowRight');
    expect(focused()).toBe('community #234: Report a result of the model card');
    press('ArrowDown');
    expect(focused()).toBe('community #235: Report a result of the model card');
    press('End');
    expect(focused()).toMatch(/community #256/);
    press('Home');
    expect(focused()).toMatch(/community #233/);
    press('ArrowLeft');
    press('ArrowUp');
    expect(focused()).toBe('71.5: how we know');
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('mirrors left and right where text runs from right to left', () => {
    const { container } = renderPanel({ report: gptOss20b() });
    container.style.direction = 'rtl';
    screen.getByRole('button', { name: '71.5: how we know' }).focus();
    press('ArrowLeft');
    expect(focused()).toMatch(/community #233/);
  });

  it('closes how-we-know with Esc from inside it, and returns to the value', () => {
    renderPanel({ report: gptOss20b() });
    const value = screen.getByRole('button', { name: '71.5: how we know' });
    fireEvent.click(value);
    screen.getByRole('link', { name: '.eval_results/gpqa_diamond_high.yaml:1' }).focus();
    press('Escape');
    expect(value.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(value);
  });

  it('lists its keys at ? and returns with Esc', () => {
    renderPanel({ report: gptOss20b() });
    const value = screen.getByRole('button', { name: '71.5: how we know' });
    value.focus();
    press('?');
    const keys = screen.getByRole('region', { name: 'Keys in this panel' });
    expect(document.activeElement).toBe(keys);
    expect(keys.textContent).toMatch(/Enter.*open.*Esc.*close/);
    press('Escape');
    expect(screen.queryByRole('region', { name: 'Keys in this panel' })).toBeNull();
    expect(document.activeElement).toBe(value);
  });

  it('moves in a menu with arrows, and returns to its button with Esc', () => {
    renderPanel({ report: gptOss20b() });
    const button = screen.getByRole('button', { name: 'More about 71.5' });
    fireEvent.click(button);
    expect(focused()).toBe('How we know');
    press('ArrowDown');
    expect(focused()).toMatch(/^File and line/);
    press('ArrowUp');
    press('ArrowUp');
    expect(focused()).toBe('Copy row');
    press('Escape');
    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole('menuitem')).toBeNull();
  });
});

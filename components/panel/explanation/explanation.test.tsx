// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { explain } from '../../../lib/evals/checks/explain.ts';
import { dismissalKey, withDismissed } from '../../../lib/evals/dismissal.ts';
import type { Report } from '../../../lib/evals/report.ts';
import { anEntry, aPullRequest, aReport, gptOss20b } from '../../../test/fixtures/reports.ts';
import type { PanelProps } from '../panel.tsx';
import { renderPanel } from '../render-panel.tsx';

/** Draws the panel with a background that explains as the real one does. */
function show(report: Report, given: Partial<PanelProps> = {}) {
  const onExplain: PanelProps['onExplain'] = async (name) => {
    const group = report.groups.find(({ scores }) => scores.some(({ id }) => id === name.a));
    const verdict = group?.verdicts.find(({ a, b, code }) => a === name.a && b === name.b && code === name.code);
    return group && verdict && explain(group.scores, verdict, { repo: report.repo });
  };
  return renderPanel({ report, onExplain, ...given });
}

const group = (name: RegExp) => screen.getByRole('region', { name });
const open = (name: RegExp) => {
  fireEvent.click(within(group(name)).getByRole('button', { name: /^(why|details)/ }));
  return within(within(group(name)).getByRole('region', { name: 'why' }));
};

// openai/gpt-oss-20b, HLE: 10.9 and 17.3, pull requests 239 and 240.
const hle = /Last Exam|hle/;

describe('the explanation of a pair', () => {
  it('of the group’s line is open at once: sides with lines and words, causes, chance, all values', async () => {
    show(gptOss20b());
    const why = open(hle);
    const pair = why.getByRole('button', { name: 'Why do 10.9 and 17.3 differ?' });
    expect(pair.getAttribute('aria-expanded')).toBe('true');
    expect(why.getByRole('link', { name: 'hle_high_with_tools.yaml:1' }).getAttribute('href')).toMatch(
      /\/blob\/\w{40}\/\.eval_results\/hle_high_with_tools\.yaml#L1$/,
    );
    await why.findByText('Noise explains 1.9 points or less');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['With tools']);
    expect(why.getByText(/^Setup/).textContent).toBe('Setup · tools: – / With tools');
    expect(why.getByText(/after all \d+ comparisons on this page \(Holm\)/)).toBeTruthy();
    expect(why.getByText(/^Same number elsewhere: none found/)).toBeTruthy();
    expect(why.getByText(/About this benchmark/).querySelector('a')?.textContent).toContain('arxiv.org');
    expect(why.getByText('A verdict is a hint, made from what these files say.')).toBeTruthy();
  });

  it('shows the formula with its numbers and where it and the number of questions are from', async () => {
    show(gptOss20b());
    const why = open(hle);
    fireEvent.click(await why.findByRole('button', { name: 'formula and source' }));
    expect(why.getByText('z = |10.9 − 17.3| / √(14.1·85.9/2500 · (1/1 + 1/1)) = 6.5')).toBeTruthy();
    expect(why.getByRole('link', { name: /The formula’s source/ }).getAttribute('href')).toContain('arxiv.org');
    expect(why.getByRole('link', { name: /counted from/ }).getAttribute('href')).toContain('huggingface.co');
  });

  it('draws every value, says the same as a table, and marks the two by form', async () => {
    show(gptOss20b());
    const why = open(hle);
    const table = within(await why.findByRole('table', { name: 'Values' }));
    expect(table.getByRole('img').getAttribute('aria-label')).toBe(
      'All 6 values of this group on a line from 0 to 20; the two in question are 10.9 and 17.3.',
    );
    expect(table.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
      '4.2',
      '6.3',
      '7',
      '8.8',
      '10.9',
      '17.3',
    ]);
    // Wilson by hand, p = 0.109, n = 2500: (0.10977 ± 1.96·0.006245) / 1.001537.
    expect(table.getByText('9.7 – 12.2')).toBeTruthy();
    const forms = [...document.querySelectorAll('.cc-strip svg path')].map((path) => path.getAttribute('d'));
    expect(new Set(forms).size).toBe(2);
    expect(document.querySelectorAll('.cc-strip svg circle')).toHaveLength(4);
  });

  it('looks at a source when the reader asks, and says what stands there', async () => {
    const states = {
      kind: 'other',
      row: 'HLE',
      column: 'gpt-oss-20b',
      valueText: '10.9',
      line: 9,
      quote: 'HLE | 10.9',
    };
    const onCheckSource = vi.fn<PanelProps['onCheckSource']>(async () => states as never);
    show(gptOss20b(), { onCheckSource });
    const why = open(hle);
    const [button] = await why.findAllByRole('button', { name: /^check the source, / });
    fireEvent.click(button!);
    expect(
      await why.findByText(/^The source gives 10\.9, not (10\.9|17\.3): row “HLE”, column “gpt-oss-20b”$/),
    ).toBeTruthy();
    expect(why.getByText('HLE | 10.9')).toBeTruthy();
    expect(onCheckSource).toHaveBeenCalledOnce();
    onCheckSource.mockResolvedValueOnce({ kind: 'unread', why: { key: 'sourceElsewhere', args: ['arxiv.org'] } });
    fireEvent.click(button!);
    expect(await why.findByText(/^The source is on arxiv\.org\. Crosscheck asks no site but the Hub/)).toBeTruthy();
  });

  it('of another pair opens where the pair stands', async () => {
    show(gptOss20b());
    const why = open(hle);
    const other = why.getByRole('button', { name: /^17\.3 and 4\.2/ });
    fireEvent.click(other);
    expect(other.getAttribute('aria-expanded')).toBe('true');
    expect(await why.findAllByRole('table', { name: 'Values' })).toHaveLength(2);
  });

  it('says who else gives one of the two numbers', async () => {
    const at = (value: string, pullRequest: number, notes: string) =>
      anEntry({ value, pullRequest, line: 1, notes, path: `.eval_results/${pullRequest}.yaml` });
    show(
      aReport({
        entries: [at('71.5', 1, 'high'), at('52.1', 2, ''), at('71.5', 3, 'temperature 1')],
        pullRequests: [aPullRequest(1), aPullRequest(2), aPullRequest(3)],
      }),
    );
    const why = open(/GPQA/);
    const elsewhere = await why.findByText('Same number elsewhere:');
    expect(elsewhere.parentElement?.textContent).toMatch(/71\.5.*community #[13]/);
  });

  it('still has its sides and its sentence when the background does not answer', async () => {
    show(gptOss20b(), { onExplain: () => Promise.reject(new Error('gone')) });
    const why = open(hle);
    expect(await why.findByText(/could not be had just now/)).toBeTruthy();
    expect(why.getByRole('link', { name: 'hle_high.yaml:1' })).toBeTruthy();
  });

  it('closes by Escape from anywhere in it, and gives the focus back', async () => {
    show(gptOss20b());
    const why = open(hle);
    const formula = await why.findByRole('button', { name: 'formula and source' });
    formula.focus();
    fireEvent.keyDown(formula, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'why' })).toBeNull();
    expect(document.activeElement?.textContent).toContain('why');
  });
});

describe('a verdict that is put away', () => {
  const report = gptOss20b();
  const verdicts = report.groups.find(({ dataset }) => dataset === 'cais/hle')!.verdicts;
  const without = (count: number) =>
    withDismissed(report, new Set(verdicts.slice(0, count).map((verdict) => dismissalKey(report.repo, verdict))));

  it('is named to the background, and said', async () => {
    const { onDismiss } = show(report);
    const why = open(hle);
    fireEvent.click(why.getByRole('button', { name: 'hide for this pair' }));
    const quoted = verdicts.find(({ message }) => message === report.groups[1]!.summary)!;
    expect(onDismiss).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ a: quoted.a, b: quoted.b })]);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('hidden until a value changes'));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'why' }));
  });

  it('is counted and can be had back', () => {
    const { onRestore } = show(without(2));
    const why = open(hle);
    fireEvent.click(why.getByRole('button', { name: '2 hidden · show' }));
    const [first] = why.getAllByRole('button', { name: 'show again' });
    fireEvent.click(first!);
    expect(onRestore).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ code: verdicts[0]!.code })]);
  });

  it('with all others of its group leaves no word of agreement, there or in the line at the top', () => {
    show(without(verdicts.length));
    expect(group(hle).textContent).toContain(`${verdicts.length} hints hidden by you`);
    expect(group(hle).textContent).not.toContain('agree');
    expect(screen.getByText('1 hidden by you')).toBeTruthy();
    expect(within(group(hle)).getByRole('button', { name: /^details/ })).toBeTruthy();
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { readCard } from '../../lib/card/read-card.ts';
import { buildReport } from '../../lib/evals/build.ts';
import { parseResultsFile } from '../../lib/evals/parse.ts';
import type { Evidence } from '../../lib/evals/report.ts';
import { cardEvidence } from '../../lib/loaders/card-evidence.ts';
import { now } from '../../test/fixtures/reports.ts';
import { renderPanel } from './render-panel.tsx';

const repo = 'MiniMaxAI/MiniMax-M2.5';

// Figures of https://huggingface.co/MiniMaxAI/MiniMax-M2.5 (2026-10-01); the words are ours.
const card = `# MiniMax-M2.5

## Evaluation

| Benchmark | MiniMax-M2.5 | MiniMax-M2.1 |
|---|---:|---:|
| SWE-bench Verified | 80.2 | 74.0 |
| GPQA Diamond | 85.2 | 83.0 |
| HLE (no tools)[^1] | 19.4 | 22.2 |
| GPQA | 85.2 | 83.0 |

[^1]: Text-only subset.
`;
const file = (value: string, dataset = 'SWE-bench/SWE-bench_Verified', task = '"swe_bench_%_resolved"') =>
  `- dataset:\n    id: ${dataset}\n    task_id: ${task}\n  value: ${value}\n  source:\n    url: https://huggingface.co/${repo}\n`;

const nothing: Evidence = { entries: [], findings: [], gaps: [], pullRequests: [] };

function report(text?: string) {
  const main = text ? parseResultsFile(text, { path: '.eval_results/x.yaml', loader: 'main-files' }) : nothing;
  const ok = 'ok' as const;
  return buildReport(
    repo,
    {
      'main-files': { ...nothing, ...main },
      'model-card': cardEvidence(readCard(card, { model: repo }), 'model-card'),
    },
    { 'eval-results': ok, 'main-files': ok, 'pull-requests': ok, 'model-card': ok, 'model-index': ok },
    now,
  );
}

const section = () => within(screen.getByRole('region', { name: 'Not reported yet' }));
const unfold = () => fireEvent.click(section().getByRole('button', { name: /^Not reported yet/ }));

describe('a model whose results stand on its card alone', () => {
  it('is one sentence, with everything else behind a fold', () => {
    renderPanel({ report: report() });
    expect(
      screen.getByText(
        'No results yet: neither main nor an open pull request reports a score. The card states 3 scores that no file reports.',
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByRole('group', { name: 'Filter by badge' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '3 benchmarks' }));
    expect(screen.getAllByRole('grid')).toHaveLength(3);
  });
});

describe('what is not reported', () => {
  it('names figures of the card and official benchmarks once it is opened', () => {
    renderPanel({ report: report(file('80.2')) });
    expect(section().getByRole('button', { name: /^Not reported yet/ }).textContent).toMatch(
      /2 in the card · \d+ official benchmarks/,
    );
    expect(section().queryAllByRole('listitem')).toEqual([]);
    unfold();
    const items = section()
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(items.slice(0, 2)).toEqual([
      expect.stringMatching(/^GPQA diamond 85\.2/),
      expect.stringMatching(/^Humanity's Last Exam hle 19\.4 no tools, Text-only subset/),
    ]);
    expect(items).toContainEqual(expect.stringContaining('GSM8K'));
    expect(items.join()).not.toContain('SWE-bench Verified');
  });

  it('starts a draft with the cell as its evidence, in the card’s own words', () => {
    const { onStartDraft } = renderPanel({ report: report(file('80.2')) });
    unfold();
    fireEvent.click(section().getByRole('button', { name: /^Start a draft: Humanity's Last Exam hle 19\.4/ }));
    expect(onStartDraft).toHaveBeenLastCalledWith([
      {
        dataset: 'cais/hle',
        task: 'hle',
        valueText: '19.4',
        notes: expect.stringContaining('no tools'),
        source: { url: `https://huggingface.co/${repo}`, name: 'Model Card' },
        evidence: {
          kind: 'card',
          quote: 'HLE (no tools) | 19.4 | 22.2',
          line: 9,
          table: 1,
          row: 'HLE (no tools)',
          column: 'MiniMax-M2.5',
          section: ['MiniMax-M2.5', 'Evaluation'],
          footnotes: ['Text-only subset.'],
        },
      },
    ]);
  });

  it('starts one of a benchmark that nobody reports, and an empty one', () => {
    const { onStartDraft } = renderPanel({ report: report(file('80.2')) });
    fireEvent.click(section().getByRole('button', { name: 'Add a score' }));
    expect(onStartDraft).toHaveBeenLastCalledWith([]);
    unfold();
    fireEvent.click(section().getByRole('button', { name: 'Start a draft: GSM8K' }));
    expect(onStartDraft).toHaveBeenLastCalledWith([
      { dataset: 'openai/gsm8k', task: 'gsm8k', evidence: { kind: 'typed' } },
    ]);
  });

  it('says so when no draft could be begun', async () => {
    renderPanel({ report: report(), onStartDraft: () => Promise.reject(new Error('refused')) });
    fireEvent.click(section().getByRole('button', { name: 'Add a score' }));
    expect(await screen.findAllByText(/The draft could not be started/)).not.toEqual([]);
  });

  it('shows where it stands in the card, and says so where the page has no such cell', async () => {
    const onShowInCard = vi.fn(() => false);
    renderPanel({ report: report(file('80.2')), onShowInCard });
    unfold();
    fireEvent.click(section().getByRole('button', { name: 'Show in card: GPQA diamond' }));
    expect(onShowInCard).toHaveBeenCalledOnce();
    expect(await screen.findAllByText('The card on this page has no such cell.')).not.toEqual([]);
  });

  it('always has a way to add a score, and no list where there is nothing to list', () => {
    renderPanel({ report: buildReport(repo, {}, report().loaders, now) });
    expect(section().getAllByRole('button')).toHaveLength(1);
  });
});

describe('a row of the card', () => {
  const open = () => {
    renderPanel({ report: report(file('80.2')) });
    fireEvent.click(screen.getByRole('button', { name: '2 more benchmarks' }));
    return within(screen.getByRole('region', { name: /Humanity's Last Exam/ }));
  };

  it('has the badge, the line of the card, and its setup once', () => {
    const [, row] = open().getAllByRole('row');
    expect(row?.textContent).toContain('19.4no tools, Text-only subset');
    expect(within(row as HTMLElement).getByText('card')).toBeTruthy();
    expect(
      within(row as HTMLElement)
        .getByRole('link', { name: 'README.md, line 9' })
        .getAttribute('href'),
    ).toBe(`https://huggingface.co/${repo}/blob/main/README.md?code=true#L9`);
  });

  it('quotes row, column and footnote', () => {
    const group = open();
    fireEvent.click(group.getByRole('button', { name: '19.4: how we know' }));
    for (const words of [
      'HLE (no tools) | 19.4 | 22.2',
      'MiniMax-M2.5',
      'number 1 in the card › MiniMax-M2.5 › Evaluation',
      'HLE (no tools)',
      'Text-only subset.',
      'a table of the model card',
    ])
      expect(group.getByText(words)).toBeTruthy();
  });

  it('can be shown in the card and taken for a draft from its menu', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'More about 19.4' }));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(
      expect.arrayContaining(['Show in card', 'Start a draft']),
    );
  });
});

it('a file that says what the card says agrees with it', () => {
  renderPanel({ report: report(file('80.2')) });
  expect(screen.getByText('80.2 agrees with the card')).toBeTruthy();
  expect(screen.getByText(/4 scores · 3 benchmarks · main, the card/)).toBeTruthy();
});

it('figures that the card leaves open are one line until they are asked for', () => {
  renderPanel({ report: report(file('80.2')) });
  const title = screen.getByRole('heading', { name: '1 figure of the card is left open' });
  const list = within(title.closest('section') as HTMLElement);
  expect(list.queryByText(/without its subset/)).toBeNull();
  fireEvent.click(list.getByRole('button', { name: 'details' }));
  expect(list.getByText(/GPQA without its subset/)).toBeTruthy();
});

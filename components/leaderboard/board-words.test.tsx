// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildBoard } from '../../lib/evals/board/build-board.ts';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { SayProvider } from '../ui/say.tsx';
import { BoardGaps, Ties } from './board-facts.tsx';
import { RowDetails } from './row-details.tsx';

afterEach(cleanup);

const words = (element: React.ReactNode) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SayProvider say={createSay(catalogueLookup(english), 'en')}>{element}</SayProvider>
    </QueryClientProvider>,
  ).container.textContent ?? '';

describe('what is said of ties', () => {
  it('claims nothing of one row alone', () => {
    const text = words(<Ties direction="higher" ranged={1} first={1} left={0} />);
    expect(text).toBe('Only one row has a range, so there is nothing to hold it against.');
  });

  it('counts the rows that it says nothing of', () => {
    const text = words(<Ties direction="higher" ranged={9} first={1} left={5} />);
    expect(text).toContain('Only 1 model may be the best: each of the others is behind another one');
    expect(text).toContain('5 rows without a range are not counted in this.');
    cleanup();
    expect(words(<Ties direction="higher" ranged={9} first={2} left={0} />)).not.toContain('not counted');
  });
});

describe('the details of a row without a range', () => {
  const details = (value: number, task?: string) => {
    const parts = { dataset: 'Idavidrein/gpqa', task, at: 0, unreadable: 0, reports: [] };
    const { rows, direction } = buildBoard({
      ...parts,
      rows: [{ rank: 1, modelId: 'a/b', value, valueText: `${value}`, verified: false, filename: 'x.yaml' }],
    });
    const [row] = rows;
    if (!row) throw new Error('there is no row');
    return words(
      <RowDetails
        {...parts}
        row={row}
        range={undefined}
        direction={direction}
        now={0}
        pinned={false}
        onPin={() => {}}
        onClose={() => {}}
      />,
    );
  };

  it('says that a filter has left it out, where its interval is known', () => {
    expect(details(74.2, 'diamond')).toContain('not among the rows that the filters leave');
    expect(details(74.2, 'diamond')).toContain('n = 198');
  });

  it('says that its items or its scale are not known, where they are not', () => {
    expect(details(0.742, 'diamond')).toContain('no range: the items or the scale are not known');
    expect(details(74.2, 'nobody-knows')).toContain('no range: the items or the scale are not known');
  });
});

it('says once what the Hub answers to every question', () => {
  const message = { key: 'gapBoardGated' as const };
  const gaps = (['eval-yaml', 'official-benchmarks', 'leaderboard'] as const).map((loader) => ({
    loader,
    reason: 'gated' as const,
    message,
  }));
  expect(words(<BoardGaps gaps={gaps} onRetry={() => {}} />).match(/Try again/g)).toHaveLength(1);
});

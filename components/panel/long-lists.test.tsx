// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anEntry, aReport } from '../../test/fixtures/reports.ts';
import { renderPanel } from './render-panel.tsx';

const some = <T,>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('more than a panel can draw at once', () => {
  const rows = () => screen.getAllByRole('button', { name: /how we know/ }).length;
  const unfold = () => fireEvent.click(screen.getByRole('button', { name: /^\d+ more$/ }));

  it('of scores comes a part at a time, and folds up again when all are there', () => {
    renderPanel({ report: aReport({ entries: some(100, (i) => anEntry({ value: `${i}`, pullRequest: i + 1 })) }) });
    const folded = rows();
    expect(folded).toBeLessThan(20);
    unfold();
    expect(rows()).toBe(folded + 40);
    for (let left = 100 - rows(); left > 0; left = 100 - rows()) unfold();
    expect(rows()).toBe(100);
    fireEvent.click(screen.getByRole('button', { name: /fewer/i }));
    expect(rows()).toBe(folded);
  });

  it('of benchmarks comes a part at a time', () => {
    const entries = some(200, (i) => anEntry({ dataset: `a/b${i}`, task: 't', value: '1', pullRequest: 1 }));
    renderPanel({ report: aReport({ entries }) });
    const groups = () => screen.getAllByRole('grid').length;
    const before = screen.queryAllByRole('grid').length;
    expect(before).toBeLessThan(20);
    fireEvent.click(screen.getByRole('button', { name: `${200 - before} more benchmarks` }));
    expect(groups()).toBe(before + 40);
    fireEvent.click(screen.getByRole('button', { name: `${160 - before} more benchmarks` }));
    expect(groups()).toBe(before + 80);
  });

  it('of a text is its beginning in the row, and more of it in its evidence', () => {
    const long = `with ${'x'.repeat(100_000)}`;
    const source = { url: `javascript:${long}`, name: long };
    const { container } = renderPanel({
      report: aReport({
        entries: [anEntry({ dataset: long, task: long, value: '1', notes: long, date: long, source })],
      }),
    });
    expect(container.textContent?.length).toBeLessThan(3000);
    fireEvent.click(screen.getByRole('button', { name: /how we know/ }));
    expect(container.textContent).toContain(long.slice(0, 1900));
    expect(container.textContent?.length).toBeLessThan(30_000);
  });

  it('shows what turns the direction wherever a text stands', () => {
    const trap = 'tools \u202e5.17';
    const source = { url: trap, name: trap, user: trap, org: trap };
    const entry = anEntry({ dataset: trap, task: trap, value: '1', notes: trap, date: trap, revision: trap, source });
    const { container } = renderPanel({ report: aReport({ entries: [entry] }) });
    fireEvent.click(screen.getByRole('button', { name: /how we know/ }));
    expect(container.textContent).not.toContain('\u202e');
    expect(container.textContent).toContain('[U+202E]5.17');
  });
});

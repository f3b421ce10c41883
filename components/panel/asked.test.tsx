// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { gptOss20b } from '../../test/fixtures/reports.ts';
import { renderPanel } from './render-panel.tsx';

const report = gptOss20b();
const idOf = (valueText: string) =>
  report.groups.flatMap(({ scores }) => scores).find((score) => score.valueText === valueText)?.id ?? '';
const group = (name: RegExp) => within(screen.getByRole('region', { name }));

describe('a score that the reader chose in the card', () => {
  it('has what is said of it opened and focused, that about itself first', () => {
    const { update } = renderPanel({ report });
    expect(screen.queryByRole('region', { name: 'why' })).toBeNull();
    update({ asked: { score: idOf('67.1'), turn: 1 } });
    const why = group(/GPQA/).getByRole('region', { name: /why/i });
    expect(document.activeElement).toBe(why);
    const [first] = within(why).getAllByRole('button', { expanded: true });
    expect(first?.textContent).toContain('67.1');
    // Asked for another one, the same place speaks of that.
    update({ asked: { score: idOf('56.8'), turn: 2 } });
    const again = group(/GPQA/).getByRole('region', { name: /why/i });
    expect(within(again).getAllByRole('button', { expanded: true })[0]?.textContent).toContain('56.8');
  });

  it('has its row opened where nothing is said of it', () => {
    const groups = report.groups.map((one) => (one.scores.length === 1 ? { ...one, verdicts: [] } : one));
    const { update } = renderPanel({ report: { ...report, groups } });
    const [lone] = groups.filter(({ verdicts }) => verdicts.length === 0).flatMap(({ scores }) => scores);
    if (!lone) throw new Error('the fixture has no group of one score');
    update({ asked: { score: lone.id, turn: 1 } });
    const value = screen.getByRole('button', { name: `${lone.valueText}: how we know` });
    expect(value.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(value);
  });

  it('is shown though a filter left it out, and asked for once', () => {
    const { update } = renderPanel({ report });
    fireEvent.click(screen.getByRole('button', { name: /^Merged/ }));
    expect(screen.queryByRole('region', { name: /GPQA/ })).toBeNull();
    update({ asked: { score: idOf('67.1'), turn: 1 } });
    fireEvent.keyDown(group(/GPQA/).getByRole('region', { name: /why/i }), { key: 'Escape' });
    expect(group(/GPQA/).queryByRole('region', { name: /why/i })).toBeNull();
    update({ asked: { score: idOf('67.1'), turn: 1 }, loading: true });
    expect(group(/GPQA/).queryByRole('region', { name: /why/i })).toBeNull();
  });
});

describe("the panel's menu", () => {
  it('hides the marks in the card and shows them again, where there are any', () => {
    const setShown = vi.fn();
    const marks = vi.fn(() => ({ shown: true, count: 7, setShown }));
    renderPanel({ report, marks });
    const open = () => fireEvent.click(screen.getByRole('button', { name: 'More' }));
    open();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Hide marks in the card' }));
    expect(setShown).toHaveBeenLastCalledWith(false);
    marks.mockReturnValue({ shown: false, count: 7, setShown });
    open();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Show marks in the card' }));
    expect(setShown).toHaveBeenLastCalledWith(true);
    marks.mockReturnValue({ shown: true, count: 0, setShown });
    open();
    expect(screen.queryByRole('menuitem', { name: /marks in the card/ })).toBeNull();
  });
});

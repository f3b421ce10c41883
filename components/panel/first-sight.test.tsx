// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { gptOss20b } from '../../test/fixtures/reports.ts';
import type { PanelProps } from './panel.tsx';
import { englishSay, renderPanel } from './render-panel.tsx';

const report = gptOss20b();
const names = report.groups.map(({ benchmark, dataset }) => benchmark?.name ?? dataset);

/** What stood in the panel after each drawing: the groups' names, and whether it said that there is more to come. */
function drawings(given: Partial<PanelProps>) {
  const seen: { groups: string[]; busy: string | null }[] = [];
  const note = () => {
    const panel = document.querySelector('.cc-panel');
    const groups = [...(panel?.querySelectorAll('.cc-group-name') ?? [])].map(({ textContent }) => textContent ?? '');
    seen.push({ groups, busy: panel?.getAttribute('data-busy') ?? null });
  };
  const view = renderPanel(given, englishSay, note);
  return { seen, ...view };
}

describe('the first drawing of a report', () => {
  it('has the groups that can be in sight, in their places, and the next one all of them', () => {
    const { seen } = drawings({ report, room: () => 100 });
    const [first, last] = [seen[0], seen.at(-1)];
    expect(first?.groups.length).toBeGreaterThan(0);
    expect(first?.groups.length).toBeLessThan(names.length);
    expect(first?.groups).toEqual(names.slice(0, first?.groups.length));
    expect(first?.busy).toBe('true');
    expect(last).toEqual({ groups: names, busy: 'false' });
  });

  it('has all where they fit into the window, or where nobody says how much room there is', () => {
    for (const room of [() => 10_000, undefined]) {
      const { seen, unmount } = drawings({ report, room });
      expect(seen[0]?.groups).toEqual(names);
      unmount();
    }
  });

  it('asks for the room when there is something to draw, and once', () => {
    const room = vi.fn(() => 100);
    const { seen, update } = drawings({ report: undefined, loading: true, room });
    expect(room).not.toHaveBeenCalled();
    update({ report, loading: true });
    update({ report: { ...report, at: report.at + 1 }, loading: false });
    expect(room).toHaveBeenCalledTimes(1);
    expect(seen.at(-1)).toEqual({ groups: names, busy: 'false' });
  });
});

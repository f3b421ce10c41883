import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../lib/draft/check/index.ts';
import { emptyEntry, fromForm, toForm } from './draft-form.ts';
import { worthShowing } from './worth-showing.ts';

const form = {
  ...toForm({ kind: 'scores', repo: 'openai/gpt-oss-20b', entries: [], answers: { accepted: [] }, asDraft: false }),
  entries: [{ ...emptyEntry('a'), valueText: '71,5' }],
};
const problems = checkDraft(fromForm(form), { now: Date.UTC(2026, 9, 2) });
const fields = (seen: Partial<Parameters<typeof worthShowing>[2]> = {}, shown = form) =>
  worthShowing(problems, shown, {
    revealed: false,
    reading: false,
    isTouched: () => false,
    valueOf: (path) => (path.endsWith('valueText') ? '71,5' : ''),
    ...seen,
  })
    .filter(({ entry }) => entry)
    .map(({ field }) => field);

describe('problems beside the fields', () => {
  it('leaves alone what is still empty, and shows what is typed and wrong', () => {
    expect(fields()).toEqual(['valueText']);
  });

  it('speaks of a field that was left empty', () => {
    expect(fields({ isTouched: (path) => path === 'entries.0.dataset' })).toEqual(['dataset', 'valueText']);
  });

  it('shows all when asked what is in the way', () => {
    expect(fields({ revealed: true })).toEqual(['dataset', 'valueText', 'source.url', 'date']);
  });

  it('shows all of a score that began with evidence: what it lacks is news', () => {
    const [entry] = form.entries;
    const card = { ...form, entries: [{ ...entry!, evidence: { kind: 'card' as const } }] };
    expect(fields({}, card)).toEqual(['dataset', 'valueText', 'source.url', 'date']);
  });

  it('waits with what is being read just now, unless asked', () => {
    const checks = (seen: { reading: boolean; revealed?: boolean }) =>
      worthShowing(problems, form, { revealed: false, isTouched: () => false, valueOf: () => '', ...seen }).map(
        ({ check }) => check,
      );
    expect(checks({ reading: false })).toContain('unchecked');
    expect(checks({ reading: true })).not.toContain('unchecked');
    expect(checks({ reading: true, revealed: true })).toContain('unchecked');
  });
});

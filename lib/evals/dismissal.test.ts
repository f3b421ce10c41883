import { describe, expect, it } from 'vitest';
import { aReport, gptOss20b, gptOssEntries } from '../../test/fixtures/reports.ts';
import { words } from '../cli/words.ts';
import { dismissalKey, withDismissed } from './dismissal.ts';
import type { Group, Report, Verdict } from './report.ts';
import { filterGroups } from './view/filter.ts';

// HLE of openai/gpt-oss-20b: 10.9 and 17.3, pull requests 239 and 240; GPQA Diamond, pull requests 233 to 238 and 256.
const report = gptOss20b();
const hle = (seen: Report) => seen.groups.find(({ dataset }) => dataset === 'cais/hle')!;
const dismiss = (verdicts: readonly Verdict[], seen = report) =>
  withDismissed(seen, new Set(verdicts.map((verdict) => dismissalKey(seen.repo, verdict))));

const quiet = (verdict: Verdict) => verdict.severity === 'none';
const open = ({ verdicts }: Group) => verdicts.filter(({ dismissed }) => !dismissed);

describe('dismissed verdicts', () => {
  it('are marked, and the next one speaks for the group', () => {
    const quoted = hle(report).verdicts.find(({ message }) => message === hle(report).summary)!;
    const seen = hle(dismiss([quoted]));
    expect(seen.verdicts).toContainEqual({ ...quoted, dismissed: true });
    expect(seen.summary).not.toEqual(hle(report).summary);
    expect(open(seen)).toHaveLength(seen.verdicts.length - 1);
  });

  it('that are all a group had to say do not make its scores agree', () => {
    const loud = hle(report).verdicts.filter((verdict) => !quiet(verdict));
    const seen = dismiss(loud);
    expect(hle(seen).standing).toBe('dismissed');
    expect(words(hle(seen).summary)).toBe(`${loud.length} hints hidden by you`);
    expect(filterGroups(seen.groups, { name: 'differing' }).map(({ dataset }) => dataset)).not.toContain('cais/hle');
  });

  it('come back when one of the two says another value, and stay when only another score changes', () => {
    const [loudest] = hle(report).verdicts;
    const key = dismissalKey(report.repo, loudest!);
    const value = hle(report).scores.find(({ id }) => id === loudest!.a)!.valueText;
    const changed = (from: string, to: string) =>
      withDismissed(
        aReport({
          entries: gptOssEntries().map((entry) =>
            entry.dataset === 'cais/hle' && entry.valueText === from
              ? { ...entry, value: Number(to), valueText: to }
              : entry,
          ),
        }),
        new Set([key]),
      );
    // Without its pull requests' dates, which have words of their own.
    const all = hle(aReport({ entries: gptOssEntries() })).verdicts.length;
    expect(open(hle(changed(value, '18.1'))).length).toBe(all);
    expect(open(hle(changed('73.6', '74'))).length).toBe(all - 1);
  });

  it('are of one repository, whatever its case, and of a pair in either order', () => {
    const verdict = { a: 'x', b: 'y', code: 'N1' } as const;
    const key = dismissalKey('openai/gpt-oss-20b', verdict);
    expect(dismissalKey('OpenAI/GPT-OSS-20b', { ...verdict, a: 'y', b: 'x' })).toBe(key);
    expect(dismissalKey('openai/gpt-oss-120b', verdict)).not.toBe(key);
    expect(dismissalKey('openai/gpt-oss-20b', { ...verdict, code: 'N2' })).not.toBe(key);
  });

  it('leave a report without any as it is', () => {
    expect(withDismissed(report, new Set())).toBe(report);
    expect(withDismissed(report, new Set(['other'])).groups).toEqual(report.groups);
  });
});

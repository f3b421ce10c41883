import { describe, expect, it } from 'vitest';
import { parseResultsFile } from '../evals/parse.ts';
import type { Evidence } from '../evals/report.ts';
import { withinBounds } from './within-bounds.ts';

const entries = (pullRequest: number, texts: readonly string[]) =>
  parseResultsFile(texts.map((notes) => `- {dataset: {id: a/b, task_id: t}, value: 1, notes: ${notes}}\n`).join(''), {
    path: '.eval_results/x.yaml',
    pullRequest,
    loader: 'pull-requests',
  }).entries;
const some = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, i) => make(i));
const evidence = (part: Partial<Evidence>): Evidence => ({
  entries: [],
  findings: [],
  gaps: [],
  pullRequests: [],
  ...part,
});
const bounded = (part: Partial<Evidence>) => withinBounds('pull-requests', evidence(part));

describe('withinBounds', () => {
  it('leaves what a page can hold as it is', () => {
    // Far more than the fullest repository seen (70 entries).
    const part = evidence({
      entries: entries(
        1,
        some(500, (i) => `n${i} ${'x'.repeat(200)}`),
      ),
    });
    expect(withinBounds('pull-requests', part)).toEqual(part);
  });

  it('takes from the file that says most, from its end, and says how many', () => {
    const honest = entries(2, ['With tools', 'No tools']);
    const flood = entries(
      3,
      some(3000, (i) => `n${i}`),
    );
    const { entries: kept, gaps } = bounded({ entries: [...flood, ...honest] });
    expect(kept).toEqual(expect.arrayContaining(honest));
    expect(kept.slice(0, -2)).toEqual(flood.slice(0, kept.length - 2));
    expect(kept.length).toBeLessThan(2000);
    expect(gaps).toMatchObject([
      { loader: 'pull-requests', reason: 'too-large', message: { key: 'gapMoreEntries', args: [3002 - kept.length] } },
    ]);
  });

  it('lets no long text push out short ones', () => {
    const long = () => entries(1, [`${'x'.repeat(200_000)}`]);
    const honest = entries(
      9,
      some(50, (i) => `n${i}`),
    );
    const { entries: kept } = bounded({ entries: [...long(), ...long(), ...long(), ...honest] });
    expect(kept).toEqual([...long(), ...long(), ...honest]);
  });

  it('bounds what is told of pull requests and of the repository', () => {
    const { pullRequests, unlistedPullRequests, facts } = bounded({
      pullRequests: Array.from({ length: 10_000 }, (_, i) => ({
        number: i + 1,
        title: 'x'.repeat(5000),
        status: 'open',
        looked: 'unread',
      })),
      unlistedPullRequests: 5,
      facts: {
        id: 'a/b',
        gated: false,
        private: false,
        disabled: false,
        tags: some(9000, String),
        baseModels: some(9000, String),
      },
    });
    expect(pullRequests.length + (unlistedPullRequests ?? 0)).toBe(10_005);
    expect(JSON.stringify([pullRequests, facts]).length).toBeLessThan(500_000);
  });

  it('bounds findings, and says how many are left out', () => {
    const { findings } = parseResultsFile('- x\n'.repeat(60), { path: 'a.yaml', loader: 'main-files' });
    const many = some(200, (i) => `${i}.yaml`).flatMap((path) => findings.map((finding) => ({ ...finding, path })));
    const kept = bounded({ findings: many });
    expect(JSON.stringify(kept.findings).length).toBeLessThan(1_000_000);
    expect(kept.gaps).toMatchObject([
      { message: { key: 'gapMoreFindings', args: [many.length - kept.findings.length] } },
    ]);
    // Every file is still named.
    expect(new Set(kept.findings.map(({ path }) => path)).size).toBe(200);
  });
});

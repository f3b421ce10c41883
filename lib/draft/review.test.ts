import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { anEntry, aPullRequest, aReport, now } from '../../test/fixtures/reports.ts';
import { catalogueLookup, createSay } from '../evals/say.ts';
import { namedBenchmarks, reviewPullRequest, reviewText } from './review.ts';

const say = createSay(catalogueLookup(english), 'en');
const source = { url: 'https://huggingface.co/openai/gpt-oss-20b', name: 'Model Card' };
const nothing = { benchmarks: [], boards: [] };

// Values and numbers as recorded of openai/gpt-oss-20b; #300 is our own.
const report = aReport({
  entries: [
    anEntry({ value: '71.5', notes: 'Reasoning: high', source, date: '2025-08-05' }),
    anEntry({
      value: '71.5',
      notes: 'Reasoning: high',
      source,
      date: '2025-08-05',
      pullRequest: 300,
      path: '.eval_results/again.yaml',
      line: 1,
    }),
    anEntry({
      value: '0.693',
      notes: 'Reasoning: high',
      date: '2025-08-05',
      pullRequest: 300,
      path: '.eval_results/again.yaml',
      line: 9,
    }),
    anEntry({ value: '66.0', notes: 'Reasoning: medium', source, date: '2025-08-05', pullRequest: 182 }),
  ],
  pullRequests: [aPullRequest(300, { title: 'Add GPQA' }), aPullRequest(182)],
});
const codes = (number: number) =>
  reviewPullRequest(report, number, nothing, now)?.scores.map(({ score, problems }) => [
    score.valueText,
    problems.map(({ check, level }) => `${level} ${check}`),
  ]);

describe('a pull request, reviewed', () => {
  it('is checked like a draft against all that stands elsewhere', () => {
    const found = Object.fromEntries(codes(300) ?? []);
    expect(found['71.5']).toContain('error duplicates');
    expect(found['0.693']).toEqual(
      expect.arrayContaining(['error source', expect.stringMatching(/(warning|error) scale/)]),
    );
    expect(Object.fromEntries(codes(182) ?? [])['66.0']).not.toContainEqual(expect.stringContaining('duplicates'));
  });

  it('is none when nothing of the report stands in it', () => {
    expect(reviewPullRequest(report, 7, nothing, now)).toBeUndefined();
  });

  it('with a file that cannot be read is that finding', () => {
    const broken = aReport({
      findings: [
        {
          path: '.eval_results/x.yaml',
          pullRequest: 9,
          line: 3,
          code: 'S1',
          severity: 'error',
          rule: 'schema/required',
          message: { key: 'findingMissing', args: ['[0].dataset.task_id'] },
          seenBy: 'pull-requests',
        },
      ],
    });
    const review = reviewPullRequest(broken, 9, nothing, now);
    expect(review).toMatchObject({ scores: [], findings: [{ line: 3 }] });
    expect(reviewText(review!, say)).toContain('`.eval_results/x.yaml:3`: `[0].dataset.task_id');
  });

  it('names the benchmarks that have to be known', () => {
    expect(namedBenchmarks(report, 300)).toEqual([{ dataset: 'Idavidrein/gpqa', task: 'diamond' }]);
  });

  it('gives a comment in which nothing that it quotes is Markdown or a name', () => {
    const hostile = aReport({
      entries: [
        anEntry({
          value: '71.5',
          notes: '</b>` @mira [x](javascript:1)',
          source: { url: 'javascript:alert(1)' },
          pullRequest: 5,
        }),
      ],
    });
    const text = reviewText(reviewPullRequest(hostile, 5, nothing, now)!, say);
    const outside = text.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(outside).not.toMatch(/@mira|javascript|<\/b>/);
  });
});

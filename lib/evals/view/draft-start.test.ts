import { describe, expect, it } from 'vitest';
import { gptOss20b } from '../../../test/fixtures/reports.ts';
import { aCardScore, aScore, on } from '../../../test/fixtures/scores.ts';
import { evidenceSchema } from '../../store/draft-schema.ts';
import { draftStart } from './draft-start.ts';

const repo = 'openai/gpt-oss-20b';
const sha = 'c'.repeat(40);

describe('a draft that begins with a row of the panel', () => {
  const row = aScore({ ...on.gpqa, value: '71.50', notes: 'Reasoning: high', date: '2025-08-05T00:00:00.000Z' });

  it('has what the file says, and where it stands', () => {
    const origins = [
      { kind: 'main' as const, path: '.eval_results/gpqa.yaml', line: 3, seenBy: ['main-files' as const] },
    ];
    expect(draftStart({ ...row, origins }, repo, sha)).toEqual({
      dataset: 'Idavidrein/gpqa',
      task: 'diamond',
      valueText: '71.50',
      notes: 'Reasoning: high',
      date: '2025-08-05',
      source: row.source,
      evidence: { kind: 'report', file: '.eval_results/gpqa.yaml', line: 3, commit: sha },
    });
  });

  it('of a pull request names it, and no commit of main', () => {
    const origin = { kind: 'pull-request' as const, pullRequest: 180, path: 'a.yaml', line: 1, quote: 'value: 71.50' };
    const score = { ...row, origins: [{ ...origin, seenBy: ['pull-requests' as const] }] };
    expect(draftStart(score, repo, sha).evidence).toEqual({
      kind: 'report',
      file: 'a.yaml',
      line: 1,
      quote: 'value: 71.50',
      stated: [['pull request', 'https://huggingface.co/openai/gpt-oss-20b/discussions/180']],
    });
  });

  it('names no source where the row names none: the file that it stands in is no evidence for itself', () => {
    const { source: _, ...sourceless } = row;
    expect(draftStart(sourceless, repo, sha)).not.toHaveProperty('source');
  });

  it('does not take the day of a commit for the day of a measurement', () => {
    expect(draftStart({ ...row, dateIsDefault: true }, repo, sha)).not.toHaveProperty('date');
  });
});

describe('a draft that begins with a figure of the card', () => {
  it('has its cell as evidence and the card as source', () => {
    const score = aCardScore({ value: '71.5', row: 'GPQA Diamond' });
    expect(draftStart(score, repo, sha)).toMatchObject({
      source: { url: 'https://huggingface.co/openai/gpt-oss-20b', name: 'Model Card' },
      evidence: { kind: 'card', table: 1, row: 'GPQA Diamond', column: 'model', line: 9, commit: sha },
    });
    expect(draftStart(score, repo, undefined).evidence).not.toHaveProperty('commit');
  });

  it('keeps as much of long texts as a draft may hold, the nearest headings, and no half of a character', () => {
    const score = aCardScore({ value: '71.5', notes: '😀'.repeat(3000) });
    const [origin] = score.origins;
    const long = 'x'.repeat(6000);
    const cell = {
      ...origin!.cell!,
      row: `x${'😀'.repeat(3000)}`,
      column: long,
      section: Array.from({ length: 30 }, (_, n) => `${n} ${long}`),
      footnotes: Array.from({ length: 80 }, () => long),
    };
    const start = draftStart({ ...score, origins: [{ ...origin!, quote: long, cell }] }, repo, sha);
    expect(evidenceSchema.safeParse(start.evidence).success).toBe(true);
    expect(start.notes?.length).toBeLessThanOrEqual(4000);
    for (const text of [start.notes, start.evidence.row]) expect(text?.isWellFormed()).toBe(true);
    expect(start.evidence.section?.at(-1)).toMatch(/^29 /);
  });
});

it('every row of a report begins a draft that can be kept', () => {
  for (const { scores } of gptOss20b().groups)
    for (const score of scores)
      expect(evidenceSchema.safeParse(draftStart(score, repo, sha).evidence), score.id).toMatchObject({
        success: true,
      });
});

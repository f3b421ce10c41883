import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeGroup } from './index.ts';
import { judgeTwo } from './two.ts';

const said = (value: string, url: string, date?: string) =>
  aScore({ ...on.gpqa, value, source: { url }, ...(date === undefined ? {} : { date }) });

describe('one number said twice', () => {
  it('is one measurement when the source is the same page', () => {
    const verdict = judgeTwo(
      said('84.3', 'https://huggingface.co/google/gemma-4-31B-it'),
      said('84.3', 'http://www.huggingface.co/google/gemma-4-31B-it/#evaluation'),
    );
    expect(verdict).toMatchObject({ code: 'P3', severity: 'notice' });
    expect(verdict.secondary).toContain('R1');
  });

  it('is probably one when three sources repeat it', () => {
    const verdicts = judgeGroup([
      said('62.0', 'https://a.example/x', '2026-03-25'),
      said('62.0', 'https://b.example/x', '2026-01-27'),
      said('62.0', 'https://c.example/x'),
      said('54.8', 'https://d.example/x'),
    ]);
    const copies = verdicts.filter(({ code }) => code === 'P3');
    expect(copies).toHaveLength(3);
    expect(copies.map(({ message }) => words(message)).join()).toContain('first on 2026-01-27');
  });

  it('is told with the order in which it came up, where every day is known', () => {
    const sentences = (...scores: ReturnType<typeof said>[]) => [
      ...new Set(
        judgeGroup(scores)
          .filter(({ code }) => code === 'P3')
          .map(({ message }) => words(message)),
      ),
    ];
    const [a, b, c] = [
      said('62.0', 'https://a.example/x', '2026-03-25'),
      said('62.0', 'https://b.example/x', '2026-01-27T10:00:00.000Z'),
      said('62.0', 'https://c.example/x', '2026-02-02'),
    ];
    expect(sentences(a, b, c)).toEqual([
      '3 scores give the same number, 62.0, probably copied from one origin, in this order: 2026-01-27 b.example → 2026-02-02 c.example → 2026-03-25 a.example',
    ]);
    const [more] = sentences(a, b, c, said('62.0', 'https://d.example/x', '2026-05-01'));
    expect(more).toMatch(/→ 2026-03-25 a\.example → …$/);
    // One whose day is not known may have been the first, and days that are the same are no order.
    expect(sentences(a, b, said('62.0', 'https://d.example/x')).join()).toMatch(/^[^,]+, 62\.0, first on 2026-01-27: /);
    const sameDay = ['a', 'b', 'c'].map((host) => said('62.0', `https://${host}.example/x`, '2026-01-27'));
    expect(sentences(...sameDay).join()).toMatch(/^[^,]+, 62\.0, first on 2026-01-27: /);
  });

  it('is agreement when two different sources say it', () => {
    expect(judgeTwo(said('62.0', 'https://a.example/x'), said('62.0', 'https://b.example/x')).code).toBe('R1');
    expect(judgeTwo(said('62.0', 'https://a.example/x'), said('62.00001', 'https://a.example/x')).code).toBe('R1');
  });

  it('is read at once also where the links are slashes or signs of a fragment alone', () => {
    for (const trap of ['/', '#']) {
      const url = `https://a.example${trap.repeat(100_000)}\nx`;
      expect(judgeTwo(said('62.0', url), said('62.0', `${url}y`)).code).toBe(trap === '#' ? 'P3' : 'R1');
    }
  });

  it('is said with names of a readable length', () => {
    const long = { ...on.gpqa, source: { url: 'https://a.example/x', name: 'x'.repeat(50_000) } };
    const verdicts = judgeGroup([aScore({ ...long, value: '62.0' }), aScore({ ...long, value: '62.00' })]);
    expect(verdicts[0]?.code).toBe('P3');
    expect(JSON.stringify(verdicts).length).toBeLessThan(2000);
  });

  it('sees a source that leads back to the score: its own file, its own pull request, the board made of such files', () => {
    const repo = 'zai-org/GLM-5';
    const codes = (url: string, pullRequest?: number) => {
      const score = aScore({ ...on.hle, value: '30.5', source: { url } });
      if (pullRequest) score.origins = [{ kind: 'pull-request', pullRequest, seenBy: ['pull-requests'] }];
      return judgeGroup([score], { repo }).map(({ code }) => code);
    };
    expect(codes('https://huggingface.co/zai-org/GLM-5/blob/main/.eval_results/hle.yaml')).toContain('P3');
    expect(codes('https://huggingface.co/zai-org/GLM-5/discussions/12', 12)).toContain('P3');
    expect(codes('https://huggingface.co/zai-org/GLM-5/discussions/12', 13)).not.toContain('P3');
    expect(codes('https://huggingface.co/datasets/cais/hle')).toContain('P3');
    expect(codes('https://huggingface.co/datasets/cais/hle/blob/main/README.md')).not.toContain('P3');
    expect(codes('https://huggingface.co/zai-org/GLM-5')).not.toContain('P3');
  });
});

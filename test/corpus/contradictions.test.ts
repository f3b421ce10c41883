import { describe, expect, it } from 'vitest';
import { words } from '../../lib/cli/words.ts';
import { beyondNoise, judgeContradictions, rightCodes } from '../bench/contradictions.ts';
import { corpusDir } from '../bench/real-scores.ts';

const corpus = corpusDir();

describe.skipIf(!corpus)('documented contradictions of the corpus', () => {
  const pairs = corpus ? judgeContradictions(corpus) : [];
  const line = ({ id, a, b, verdict }: (typeof pairs)[number]) =>
    `${id} ${a.value} ${a.condition ?? '–'} | ${b.value} ${b.condition ?? '–'}: ${verdict.code} ${words(verdict.message)}`;

  it('are there', () => expect(pairs.length).toBeGreaterThan(100));

  it('never read as agreement when the gap is beyond the noise of n, or the scales differ', () => {
    const apart = pairs.filter(({ a, b, n }) => a.unit !== b.unit || beyondNoise(a, b, n));
    expect(apart.length).toBeGreaterThan(50);
    expect(apart.filter(({ verdict }) => ['R1', 'N0', 'P3'].includes(verdict.code)).map(line)).toEqual([]);
  });

  it('say so in items, without a warning, when they are within noise and nothing else stands between them', () => {
    const within = pairs.filter(
      ({ a, b, n, kind }) =>
        kind === 'contradiction' &&
        a.unit === 'percent' &&
        b.unit === 'percent' &&
        a.value !== b.value &&
        n > 0 &&
        !beyondNoise(a, b, n),
    );
    expect(within.length).toBeGreaterThan(8);
    for (const pair of within) {
      expect(['none', 'info', 'notice'], line(pair)).toContain(pair.verdict.severity);
      expect(pair.verdict.deltaItems, line(pair)).not.toBeNull();
      expect(words(pair.verdict.message), line(pair)).toMatch(/≈ [\d.,]+ of [\d,]+ (questions|tasks)/);
    }
  });

  it('are led by the right kind of cause where the corpus knows it: at least 90 %', () => {
    const known = pairs.flatMap((pair) => {
      const right = rightCodes(pair);
      return right ? [{ pair, right: right.includes(pair.verdict.code) }] : [];
    });
    const missed = known.filter(({ right }) => !right).map(({ pair }) => line(pair));
    expect(known.length).toBeGreaterThan(60);
    expect(missed.length / known.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('have words of their own for every verdict, and never the forbidden ones', () => {
    for (const pair of pairs) {
      const text = words(pair.verdict.message);
      expect(text).not.toMatch(/\$\d|undefined|NaN|wrong|fake|cheat/i);
      expect(text.length).toBeGreaterThan(5);
    }
  });
});

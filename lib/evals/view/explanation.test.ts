import { describe, expect, it } from 'vitest';
import { gptOss20b } from '../../../test/fixtures/reports.ts';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { explain } from '../checks/explain.ts';
import { judgeGroup } from '../checks/index.ts';
import type { Explanation } from '../explanation.ts';
import type { Verdict } from '../report.ts';
import type { Score } from '../score.ts';
import { causeWords, isNoise, leadingVerdict, markRead, noiseWords, probability, questionOf } from './explanation.ts';

/** The verdict on two scores alone, and all that is behind it. */
function asked(a: Score, b: Score, repo = 'openai/gpt-oss-20b'): { verdict: Verdict; explanation: Explanation } {
  const verdict = judgeGroup([a, b], { repo }).find((each) => each.a !== each.b)!;
  return { verdict, explanation: explain([a, b], verdict, { repo })! };
}

// openai/gpt-oss-20b: GPQA Diamond in pull requests 233 and 234, HLE in 239 and 240.
const gpqa = asked(
  aScore({ value: '71.5', notes: 'Reasoning: high' }),
  aScore({ value: '74.2', notes: 'Reasoning: high, With tools' }),
);
const hle = asked(
  aScore({ ...on.hle, value: '10.9', notes: 'Reasoning: high' }),
  aScore({ ...on.hle, value: '17.3', notes: 'Reasoning: high, With tools' }),
);
// MiniMaxAI/MiniMax-M2.5 on SWE-bench Verified: the leaderboard's 75.80 and the card's 80.2.
const minimax = asked(
  aScore({ ...on.verified, value: '75.80', notes: 'mini-swe-agent' }),
  aScore({ ...on.verified, value: '80.2' }),
  'MiniMaxAI/MiniMax-M2.5',
);

const spoken = ({ explanation, verdict }: typeof gpqa) =>
  explanation.causes.map((cause, index) => {
    const { title, difference, sentence, reason } = causeWords(cause, index === 0 && cause.code === verdict.code);
    return [title, difference, sentence, reason].map((part) => (part ? words({ ...part }) : ''));
  });

describe('the causes in words', () => {
  it('name the setup that differs, and why that matters', () => {
    for (const pair of [gpqa, hle]) {
      const [title, difference, sentence, reason] = spoken(pair)[0]!;
      expect(title).toBe('Setup');
      expect(difference).toMatch(/^tools: .*With tools/);
      expect(sentence).toBe('');
      expect(reason).toContain('change what is measured');
    }
    expect(spoken(minimax)[0]!.join(' ')).toContain('mini-swe-agent');
  });

  it('repeat no sentence that the verdict has said already, and say the others whole', () => {
    const plain = asked(aScore({ value: '71.5' }), aScore({ value: '74.2' }));
    expect(plain.verdict.code).toBe('N0');
    expect(spoken(plain)[0]![2]).toBe('');
    const secondary = spoken(plain).slice(1);
    expect(secondary.length).toBeGreaterThan(0);
    for (const [title, difference, sentence] of secondary) expect(title && (difference || sentence)).toBeTruthy();
  });

  it('have a name for every code that a check can give', () => {
    const codes = ['S4', 'I1', 'I2', 'V0', 'V1', 'V2', 'V3', 'V4', 'R1', 'D0', 'L1', 'L2'] as const;
    const more = ['N0', 'N1', 'N2', 'P1', 'P3', 'P5', 'P6', 'B1'] as const;
    for (const code of [...codes, ...more]) {
      expect(causeWords({ code, message: { key: 'groupSingle' } }, true).title.key, code).not.toBe('causeOther');
    }
    expect([...codes, ...more].filter((code) => isNoise({ code }))).toEqual(['D0', 'N0', 'N1', 'N2']);
  });
});

describe('chance in words', () => {
  const lines = ({ explanation }: typeof gpqa) => {
    const { title, gap, adjusted, counted } = noiseWords(explanation.noise!);
    return [title, gap, adjusted, counted].map((line) => (line ? words(line) : ''));
  };

  it('gives the gap in points and items, z and p, and what chance explains', () => {
    // By hand, formula 3: p̄ = 0.141, sqrt(0.141·0.859/2500·2) = 0.984 %; 6.4/0.984 = 6.50; 1.96·0.984 = 1.9.
    const [title, gap, , counted] = lines(hle);
    expect(title).toBe('Noise explains 1.9 points or less');
    expect(gap).toBe('The gap is 6.4 points (≈ 160 of 2,500 questions); z = 6.5, p < 0.0001');
    expect(counted).toBe('2,500 questions, one run each, 95 of 100 cases');
  });

  it('says over how many comparisons, and how many runs were counted', () => {
    const noise = { ...hle.explanation.noise!, adjusted: { p: 0.0312, comparisons: 25 } };
    expect(words(noiseWords(noise).adjusted!)).toBe('p = 0.031 after all 25 comparisons on this page (Holm)');
    const counted = noiseWords({ ...noise, runs: [4, 1], about: true }).counted;
    expect(words(counted)).toBe('about 2,500 questions, averages of 4 and 1 runs, 95 of 100 cases');
  });

  it('writes a probability with the digits that mean something', () => {
    expect([0.5, 0.0312, 0.00012, 0.00001, 0].map(probability)).toEqual([
      '= 0.5',
      '= 0.031',
      '= 0.00012',
      '< 0.0001',
      '< 0.0001',
    ]);
  });
});

describe('the words that were read', () => {
  it('are marked where they stand', () => {
    expect(markRead('Reasoning: high, With tools', ['With tools'])).toEqual([
      { text: 'Reasoning: high, ', at: 0, read: false },
      { text: 'With tools', at: 17, read: true },
    ]);
  });

  it('may overlap, may be missing, and lose no character', () => {
    const text = '5-shot CoT, maj@32 (internal)';
    for (const quotes of [['5-shot CoT', 'CoT, maj@32'], ['shot', '5-shot'], ['elsewhere'], [''], []]) {
      expect(
        markRead(text, quotes)
          .map((piece) => piece.text)
          .join(''),
        String(quotes),
      ).toBe(text);
    }
  });
});

describe('the verdict that a group quotes', () => {
  it('is found by its sentence, also after a message has copied the report', () => {
    for (const group of structuredClone(gptOss20b()).groups.filter(({ standing }) => standing !== 'single')) {
      const lead = leadingVerdict(group);
      if (group.standing !== 'agree') expect(words(lead!.message)).toBe(words(group.summary));
    }
  });

  it('is put as a question about its two values', () => {
    const [a, b] = [aScore({ value: '75.80' }), aScore({ value: '80.2' })];
    const verdict = { ...minimax.verdict, a: a.id, b: b.id };
    expect(words(questionOf(verdict, [a, b]))).toBe('Why do 75.80 and 80.2 differ?');
    expect(words(questionOf({ ...verdict, code: 'R1' }, [a, b]))).toBe('Why do 75.80 and 80.2 count as the same?');
    expect(words(questionOf({ ...verdict, b: a.id }, [a, b]))).toBe('What about 75.80?');
  });
});

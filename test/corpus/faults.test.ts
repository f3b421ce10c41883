import { describe, expect, it } from 'vitest';
import { judgeGroup } from '../../lib/evals/checks/index.ts';
import { judgeTwo } from '../../lib/evals/checks/two.ts';
import { faultRecall } from '../bench/faults.ts';
import { realScores } from '../bench/real-scores.ts';
import { aScore } from '../fixtures/scores.ts';

describe('faults put into real scores', () => {
  it.each(faultRecall(2))('$name: at least 95 % are led by the right code', ({ seeded, right, missed }) => {
    expect(seeded).toBeGreaterThan(10);
    expect(right / seeded, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});

describe('real scores as they are', () => {
  it('are not flagged when another source gives them with fewer digits', () => {
    // A score that names another model's page as its source is a question of its own.
    const reals = realScores().filter(
      ({ repo, score }) =>
        /\.\d/.test(score.valueText) &&
        !judgeGroup([score], { repo }).some(({ code }) => code === 'I1' || code === 'I2'),
    );
    expect(reals.length).toBeGreaterThan(20);
    for (const { repo, score } of reals) {
      const { dataset, task, valueText, notes } = score;
      const fewer = score.value.toFixed((valueText.split('.')[1]?.length ?? 1) - 1);
      const words = notes === undefined ? {} : { notes };
      const elsewhere = aScore({ dataset, task, value: fewer, source: { url: 'https://example.org/board' }, ...words });
      expect(judgeTwo(score, elsewhere, { repo }), valueText).toMatchObject({ code: 'R1', severity: 'none' });
    }
  });
});

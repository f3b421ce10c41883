import { type Check, gap, RANK } from './pair.ts';
import { points } from './words.ts';

/** P6: a score that the Hub verified and one that nobody did differ by more than noise. */
export const verified: Check = {
  codes: ['P6'],
  pair(pair) {
    const { a, b, level, differences } = pair;
    if (a.score.verified === b.score.verified || !level || differences.some(({ stated }) => stated)) return undefined;
    const [yes, no] = a.score.verified ? [a, b] : [b, a];
    return {
      code: 'P6',
      severity: level === 2 ? 'error' : 'warning',
      comparable: true,
      rank: RANK.verified,
      message: () => ({ key: 'verdictVerified', args: [yes.score.valueText, no.score.valueText, points(gap(pair))] }),
    };
  },
};

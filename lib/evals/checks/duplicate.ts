import { type Check, RANK } from './pair.ts';

/** P5: the same benchmark, task and setup is reported twice with the same number; the earlier report would do. */
export const duplicate: Check = {
  codes: ['P5'],
  pair({ a, b, equal, differences }) {
    // A file that says what the card says is what a results file is for.
    if (!equal || differences.length > 0 || a.score.id === b.score.id || a.fromCard || b.fromCard) return undefined;
    return {
      code: 'P5',
      severity: 'notice',
      comparable: true,
      rank: RANK.provenance + 1,
      message: () => ({ key: 'verdictDuplicate', args: [a.score.valueText, b.score.valueText] }),
    };
  },
};

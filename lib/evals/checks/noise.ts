import { type Check, gap, gapItems, RANK } from './pair.ts';
import { items, points } from './words.ts';

/**
 * N0, N1, N2: whether chance alone explains the gap (formula 3, with Holm over the page), and D0 where the number of
 * items is not known and so nothing can be said.
 */
export const noise: Check = {
  codes: ['N0', 'N1', 'N2', 'D0'],
  pair(pair) {
    if (pair.equal || pair.otherScale) return undefined;
    const { a, b, level, noise: facts, thresholds, adjusted, family } = pair;
    const base = { comparable: true, rank: RANK.noise };
    const texts = [a.score.valueText, b.score.valueText, points(gap(pair))];
    const count = gapItems(pair);
    if (thresholds.rule === 'points') {
      const beyond = gap(pair) > thresholds.fixedPoints;
      return {
        ...base,
        code: beyond ? 'N1' : 'N0',
        severity: beyond ? 'notice' : 'none',
        message: () => ({
          key: beyond ? 'verdictBeyondPoints' : 'verdictWithinPoints',
          args: [...texts, thresholds.fixedPoints],
        }),
      };
    }
    if (!facts || count === undefined || level === null) {
      return { ...base, code: 'D0', severity: 'notice', message: () => ({ key: 'verdictDiffers', args: texts }) };
    }
    const inItems = items(count, facts.items);
    const within = Number(facts.within.toFixed(facts.within < 1 ? 2 : 1));
    if (level === 0) {
      const alone = facts.p >= thresholds.noticeP || adjusted === undefined;
      return {
        ...base,
        code: 'N0',
        severity: 'none',
        message: () =>
          alone
            ? { key: 'verdictWithinNoise', args: [...texts, inItems, within] }
            : { key: 'verdictWithinFamily', args: [...texts, inItems, family] },
      };
    }
    return {
      ...base,
      code: level === 2 ? 'N2' : 'N1',
      severity: level === 2 ? 'warning' : 'notice',
      message: () => ({ key: level === 2 ? 'verdictFarBeyond' : 'verdictBeyond', args: [...texts, inItems, within] }),
    };
  },
};

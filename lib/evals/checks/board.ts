import { logit, theilSen } from '../stats/theil-sen.ts';
import { type Check, RANK } from './pair.ts';

/** Fewer models than this make no line. */
const FEWEST = 12;
const UNUSUAL = 3.5;

/**
 * B1: far from where the other models' scores would put it, by the most correlated benchmark that they report too
 * (formula 12). Unusual, which is all that it says.
 */
export const board: Check = {
  codes: ['B1'],
  single({ score, value, items }, { peers }) {
    if (!peers || peers.others.length < FEWEST) return undefined;
    const point = (there: number, here: number) => [logit(there / 100), logit(here / 100, items?.n)] as const;
    const line = theilSen(peers.others.map(([there, here]) => point(there, here)));
    if (!line) return undefined;
    const [x, y] = point(peers.mine, value);
    const away = line.spread > 0 ? (y - line.slope * x - line.intercept) / line.spread : 0;
    if (Math.abs(away) <= UNUSUAL) return undefined;
    return {
      code: 'B1',
      severity: 'notice',
      comparable: true,
      rank: RANK.board,
      message: () => ({
        key: 'verdictUnusual',
        args: [score.valueText, Number(Math.abs(away).toFixed(1)), peers.others.length],
      }),
    };
  },
};

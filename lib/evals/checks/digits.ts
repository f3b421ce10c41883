import { lattice } from '../stats/lattice.ts';
import { type Check, type Hit, RANK } from './pair.ts';
import type { Side } from './side.ts';

function hit(side: Side): Hit | undefined {
  const { impliedRuns, declaredRuns, items, score, unit, value } = side;
  if (impliedRuns === undefined || !items || (impliedRuns !== null && impliedRuns <= (declaredRuns ?? 1)))
    return undefined;
  const nearest =
    lattice(value, unit, items.n)
      ?.nearest.map((possible) => possible.toFixed(2))
      .join(', ') ?? '';
  return impliedRuns === null
    ? {
        code: 'L2',
        severity: 'notice',
        comparable: true,
        rank: RANK.lattice,
        message: () => ({ key: 'verdictImpossible', args: [score.valueText, items.n, nearest] }),
      }
    : {
        code: 'L1',
        severity: 'info',
        comparable: true,
        rank: RANK.lattice,
        message: () => ({ key: 'verdictImpliesRuns', args: [score.valueText, items.n, impliedRuns, nearest] }),
      };
}

/** L1, L2: which values n items make possible (formula 8). Never leads; it sharpens the noise of the pair. */
export const digits: Check = {
  codes: ['L1', 'L2'],
  pair: ({ a, b }) => {
    const [x, y] = [hit(a), hit(b)];
    return x?.code === 'L2' ? x : (y ?? x);
  },
  single: (side) => {
    const found = hit(side);
    return found?.code === 'L2' ? found : undefined;
  },
};

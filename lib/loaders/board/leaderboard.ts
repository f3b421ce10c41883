import { type LeaderboardAnswer, readLeaderboard } from '../../hub/leaderboard.ts';
import type { BoardLoader } from './board-loader.ts';

/** The Hub's leaderboard of one task: one request for all of its rows, derivatives included unless told. */
export const leaderboard: BoardLoader<LeaderboardAnswer> = {
  name: 'leaderboard',
  load: ({ hub, signal, dataset, task, onlyBases = false }) =>
    readLeaderboard(hub, { dataset, task, onlyBases }, { signal }),
};

import { seeded } from '../../../lib/evals/stats/random.ts';
import { authorOf } from '../model/discussion.ts';
import type { LeaderboardRow } from './leaderboard.ts';

/** A leaderboard longer than anybody would build repositories for. */
export interface GeneratedBoard {
  dataset: string;
  rows: number;
  /** Values are errors then, and each row says so. */
  lowerIsBetter?: boolean | undefined;
}

const NOTES = ['no tools', 'with tools', 'reasoning: high', 'reasoning: low, no tools', '5-shot', undefined, undefined];
const ORGANIZATIONS = ['made-up-lab', 'made-up-works', 'another-made-up-group', 'somebody'];

/**
 * Rows of models that do not exist, the same for the same size: values from 20 to 92 in tenths, one in a hundred a
 * fraction of 1, one in thirty verified, two in three in a pull request, one in ten without a size.
 */
export function generatedRows({ rows, lowerIsBetter }: GeneratedBoard): Omit<LeaderboardRow, 'rank'>[] {
  const random = seeded(rows);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: rows }, (_, index) => {
    const organization = pick(ORGANIZATIONS);
    const percent = Math.round(10 * (20 + 72 * random())) / 10;
    const value = random() < 0.01 ? Math.round(10 * percent) / 1000 : percent;
    const notes = pick(NOTES);
    return {
      modelId: `${organization}/Model-${index + 1}`,
      author: authorOf(organization, 'org'),
      value,
      verified: random() < 1 / 30,
      source: {
        url: `https://huggingface.co/${organization}/Model-${index + 1}`,
        name: 'Model Card',
        isExternal: false,
      },
      ...(random() < 2 / 3 && { pullRequest: 1 + Math.floor(300 * random()) }),
      filename: `.eval_results/file-${index % 7}.yaml`,
      ...(notes !== undefined && { notes }),
      ...(lowerIsBetter !== undefined && { lower_is_better: lowerIsBetter }),
      ...(random() < 0.9 && { num_parameters: Math.round(10 ** (8 + 4 * random())) }),
    };
  });
}

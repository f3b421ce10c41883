import { cut } from '../evals/finding.ts';
import type { DraftEvidence } from './draft.ts';

/** What files state beside a value; the words are those of the pull request's text. */
export type StatedName =
  | 'model'
  | 'model revision'
  | 'task'
  | 'metric'
  | 'samples'
  | 'standard error'
  | 'shots'
  | 'epochs'
  | 'tools'
  | 'harness'
  | 'task version'
  | 'dataset revision'
  | 'limit'
  | 'status'
  | 'settings'
  | 'evaluator';

export type Stated = NonNullable<DraftEvidence['stated']>;

/** What a file states under a name. */
export const statedOf = ({ stated }: DraftEvidence, name: StatedName): string | undefined =>
  stated?.find(([other]) => other === name)?.[1];

/** Pairs of what is stated; what is not is left out, and long words are cut. */
export function statedPairs(pairs: readonly (readonly [StatedName, string | number | undefined | null])[]): Stated {
  return pairs.flatMap(([name, value]): Stated => {
    const text = value === undefined || value === null ? '' : String(value).trim();
    return text ? [[name, cut(text, 500)]] : [];
  });
}

import { type Check, type Hit, RANK } from './pair.ts';
import type { Side } from './side.ts';

function hit({ score, sourceless }: Side): Hit | undefined {
  if (!sourceless) return undefined;
  return {
    code: 'P1',
    severity: 'notice',
    comparable: true,
    rank: RANK.provenance,
    message: () =>
      sourceless === 'home'
        ? { key: 'verdictHomePage', args: [score.valueText, score.source?.url.trim() ?? ''] }
        : { key: 'verdictNoSource', args: [score.valueText] },
  };
}

/** P1: no source, or only somebody's home page, where nobody can look the number up. */
export const source: Check = { codes: ['P1'], pair: ({ a, b }) => hit(a) ?? hit(b), single: hit };

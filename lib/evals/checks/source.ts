import { type Check, type Hit, RANK } from './pair.ts';
import type { Side } from './side.ts';

function hit({ score }: Side): Hit | undefined {
  const url = score.source?.url.trim();
  const home = url !== undefined && /^https?:\/\/[^/?#]+\/?$/i.test(url);
  if (url && !home) return undefined;
  return {
    code: 'P1',
    severity: 'notice',
    comparable: true,
    rank: RANK.provenance,
    message: url
      ? { key: 'verdictHomePage', args: [score.valueText, url] }
      : { key: 'verdictNoSource', args: [score.valueText] },
  };
}

/** P1: no source, or only somebody's home page, where nobody can look the number up. */
export const source: Check = { codes: ['P1'], pair: ({ a, b }) => hit(a) ?? hit(b), single: hit };

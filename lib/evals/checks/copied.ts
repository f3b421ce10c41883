import { cut } from '../finding.ts';
import type { Message } from '../message.ts';
import { type Check, RANK } from './pair.ts';
import type { Side } from './side.ts';

/**
 * A link without what does not change where it leads. Whoever wrote it may have made it of slashes alone, so nothing
 * here looks twice at a character.
 */
function place({ score }: Side): string | undefined {
  const [page = ''] = score.source?.url.trim().toLowerCase().split('#', 1) ?? [];
  let end = page.length;
  while (page[end - 1] === '/') end--;
  return score.source && page.slice(0, end).replace(/^https?:\/\/(www\.)?/, '');
}

/** The source is the file that the number stands in, the pull request that brings it, or the board that is made of such files. */
function circular({ score, fromCard }: Side, repo: string | undefined): boolean {
  const link = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([^?#]*)/i.exec(score.source?.url.trim() ?? '')?.[1];
  if (fromCard || !link) return false;
  const [first, ...rest] = link.replace(/\/+$/, '').split('/');
  const whole = [first, ...rest].join('/').toLowerCase();
  if (whole === `datasets/${score.dataset.toLowerCase()}`) return true;
  if (repo === undefined || !whole.startsWith(`${repo.toLowerCase()}/`)) return false;
  const inside = whole.slice(repo.length + 1);
  return (
    /^(?:blob|resolve|raw)\/[^/]+\/\.eval_results\//.test(inside) ||
    score.origins.some(({ pullRequest }) => pullRequest !== undefined && inside === `discussions/${pullRequest}`)
  );
}

/** So many of the first fit into a sentence. */
const NAMED = 3;

/** Where the number came from first: the whole order where every day is known and they differ, else the first day. */
function inOrder(copies: readonly Side[], value: string): Message {
  const days = copies.flatMap(({ score }) => score.date?.slice(0, 10) ?? []).sort();
  if (days.length < copies.length || days[0] === days.at(-1))
    return { key: 'verdictCopies', args: [copies.length, value, days[0] ?? '–'] };
  const places = copies.map((side) => {
    const { date, source } = side.score;
    return `${date?.slice(0, 10)} ${cut(source?.name || place(side)?.split('/', 1)[0] || '–', 24)}`;
  });
  const order = [...new Set(places.sort())];
  const told = [...order.slice(0, NAMED), ...(order.length > NAMED ? ['…'] : [])].join(' → ');
  return { key: 'verdictCopiesOrder', args: [copies.length, value, told] };
}

/** P3: not two measurements but one number said twice: the same source stands under both, or every score of the group repeats it. */
export const copied: Check = {
  codes: ['P3'],
  single(side, { repo }) {
    if (!circular(side, repo)) return undefined;
    return {
      code: 'P3',
      severity: 'notice',
      comparable: true,
      rank: RANK.copied,
      message: () => ({ key: 'verdictCircular', args: [side.score.valueText] }),
    };
  },
  pair({ a, b, copies }) {
    // A card is where numbers are copied from, not a copy.
    if (a.value !== b.value || a.score.id === b.score.id || a.fromCard || b.fromCard) return undefined;
    const source = place(a);
    const shared = source !== undefined && source !== '' && source === place(b);
    if (!shared && copies.length < 3) return undefined;
    return {
      code: 'P3',
      severity: 'notice',
      comparable: true,
      rank: RANK.copied,
      message: () =>
        shared
          ? { key: 'verdictCopied', args: [a.score.valueText, a.score.source?.name || (source ?? '')] }
          : inOrder(copies, a.score.valueText),
    };
  },
};

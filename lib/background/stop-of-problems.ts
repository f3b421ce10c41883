import type { Draft } from '../draft/draft.ts';
import type { AnyGround } from '../draft/ground.ts';
import { blocking, type Problem } from '../draft/problem.ts';
import type { Stop } from '../draft/submit.ts';

/** What fresh ground says against sending a draft of either kind: that it was not read in full, or that it stands there already. */
export function stopOfProblems(
  problems: readonly Problem[],
  draft: Pick<Draft, 'answers'>,
  { complete, missing }: AnyGround,
): Stop | undefined {
  const inTheWay = blocking(problems, draft);
  const says = (name: string) => inTheWay.find(({ check }) => check === name)?.message.key;
  const unread = says('unchecked');
  if (!complete || unread) return { reason: 'unchecked', detail: missing[0]?.key ?? unread ?? '' };
  const already = says('duplicates') ?? says('declined');
  return already && { reason: 'duplicate', detail: already };
}

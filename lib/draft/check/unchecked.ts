import type { Message } from '../../evals/message.ts';
import type { AnyGround, DraftGround } from '../ground.ts';
import type { DraftCheck, ProblemFacts } from './check.ts';

/**
 * What is in the repository must be known in full, main and every open pull request, or nothing is sent: a draft that
 * cannot be checked for duplicates may be one.
 */
export const unchecked: DraftCheck = {
  name: 'unchecked',
  check({ draft, ground, account }): ProblemFacts[] {
    if (!draft.repo.trim()) return [];
    if (!ground || draft.updates === undefined) return groundProblems(ground, ground?.files);
    const updating = ground.updating?.number === draft.updates ? ground.updating : undefined;
    const problems = groundProblems({ ...ground, head: updating?.head }, ground.files);
    // Another account may have signed in since it was chosen.
    if (updating && account !== undefined && authorOf(draft.updates, ground) !== account)
      problems.push({ ...error({ key: 'problemNotOwn', args: [`#${draft.updates}`, account] }), field: 'updates' });
    return problems;
  },
};

const error = (message: ProblemFacts['message']): ProblemFacts => ({ field: 'draft', level: 'error', message });

/** The same gap of several requests is said once. */
const onlyOnce = (messages: readonly Message[]): Message[] => [
  ...new Map(messages.map((message) => [JSON.stringify(message), message])).values(),
];

/** What is missing of a ground: without it nothing is sent. `files` must all have been read. */
export function groundProblems(
  ground: (Omit<AnyGround, 'head'> & { head?: string | undefined }) | undefined,
  files: DraftGround['files'] = [],
): ProblemFacts[] {
  if (!ground) return [error({ key: 'problemUnread' })];
  return [
    ...(!ground.complete || files.some(({ text }) => text === undefined)
      ? onlyOnce([{ key: 'problemUnchecked' }, ...ground.missing]).map(error)
      : []),
    ...(ground.head === undefined ? [error({ key: 'problemHeadUnknown' })] : []),
  ];
}

const authorOf = (number: number, { pullRequests }: DraftGround) =>
  pullRequests.find((one) => one.number === number)?.author;

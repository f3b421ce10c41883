import type { DraftGround } from '../ground.ts';
import type { DraftCheck, ProblemFacts } from './check.ts';

/**
 * What is in the repository must be known in full, main and every open pull request, or nothing is sent: a draft that
 * cannot be checked for duplicates may be one.
 */
export const unchecked: DraftCheck = {
  name: 'unchecked',
  check({ draft, ground, account }): ProblemFacts[] {
    const error = (message: ProblemFacts['message']): ProblemFacts => ({ field: 'draft', level: 'error', message });
    if (!draft.repo.trim()) return [];
    if (!ground) return [error({ key: 'problemUnread' })];
    const problems: ProblemFacts[] = [];
    if (!ground.complete || ground.files.some(({ text }) => text === undefined))
      problems.push(error({ key: 'problemUnchecked' }), ...ground.missing.map(error));
    if (draft.updates === undefined ? ground.head === undefined : ground.updating?.number !== draft.updates)
      problems.push(error({ key: 'problemHeadUnknown' }));
    // Another account may have signed in since it was chosen.
    else if (draft.updates !== undefined && account !== undefined && authorOf(draft.updates, ground) !== account)
      problems.push({ ...error({ key: 'problemNotOwn', args: [`#${draft.updates}`, account] }), field: 'updates' });
    return problems;
  },
};

const authorOf = (number: number, { pullRequests }: DraftGround) =>
  pullRequests.find((one) => one.number === number)?.author;

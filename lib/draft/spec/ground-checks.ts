import { named, type ProblemFacts } from '../check/check.ts';
import { groundProblems } from '../check/unchecked.ts';
import type { SpecDraft } from '../draft.ts';
import type { SpecGround } from '../ground.ts';
import type { Problem } from '../problem.ts';

/** Where a dataset's specification stands. */
export const SPEC_PATH = 'eval.yaml';

/** All of a drafted `eval.yaml` that is checked. */
export type SpecContent = Pick<SpecDraft, 'repo' | 'text' | 'answers'>;

export interface SpecQuestion {
  draft: SpecContent;
  /** Absent while it was not read, or when it is another dataset's: then nothing may be sent. */
  ground?: SpecGround | undefined;
  /** Name of the account that would open the pull request. */
  account?: string | undefined;
}

export interface SpecCheck {
  name: string;
  check(question: SpecQuestion): ProblemFacts[];
}

const pull = (number: number) => ({ kind: 'pull-request' as const, number });

const unchecked: SpecCheck = {
  name: 'unchecked',
  check: ({ ground }) => groundProblems(ground),
};

/** What stands already, on main or in anybody's open pull request, is for its author and the dataset's owner to change. */
const duplicates: SpecCheck = {
  name: 'duplicates',
  check({ ground }) {
    if (!ground) return [];
    const error = (message: ProblemFacts['message'], links?: ProblemFacts['links']): ProblemFacts => ({
      field: 'draft',
      level: 'error',
      message,
      ...(links && { links }),
    });
    return [
      ...(ground.stands ? [error({ key: 'specProblemStands' })] : []),
      ...ground.pullRequests
        .filter(({ paths }) => paths.includes(SPEC_PATH))
        .map(({ number, author = '–' }) =>
          error({ key: 'specProblemOpen', args: [`#${number}`, author] }, [pull(number)]),
        ),
    ];
  },
};

/** Closing is an answer: the account that it was closed for does not send it again, others are told. */
const declined: SpecCheck = {
  name: 'declined',
  check({ ground, account }) {
    if (!ground) return [];
    if (!ground.closed) return [{ field: 'draft', level: 'notice', message: { key: 'specProblemClosedUnread' } }];
    return ground.closed.map(({ number, author, closedBy, closedAt }) => {
      const args = [closedBy ?? '–', `#${number}`, closedAt?.slice(0, 10) ?? '–'];
      const base = { field: 'draft' as const, links: [pull(number)] };
      if (closedBy !== undefined && closedBy === author)
        return { ...base, level: 'notice', message: { key: 'specProblemWithdrawn', args } };
      const own = account !== undefined && author === account;
      return own
        ? { ...base, level: 'error', message: { key: 'specProblemDeclinedOwn', args } }
        : { ...base, level: 'warning', message: { key: 'specProblemDeclined', args } };
    });
  },
};

/** The checks that depend on what others do meanwhile: they are asked again before anything is sent. */
export const groundChecks: readonly SpecCheck[] = [unchecked, duplicates, declined];

/** The text as it is sent: what was typed, with the end of its last line. */
export const specFile = (text: string): string => (text.trim() === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Whether a ground is the one of a draft's dataset; the Hub does not tell case apart. */
const isGroundOf = (ground: SpecGround | undefined, repo: string): ground is SpecGround =>
  ground !== undefined && ground.repo.toLowerCase() === repo.trim().toLowerCase();

/** What some checks say of a drafted `eval.yaml`. Never throws, whatever was typed. */
export function askChecks(checks: readonly SpecCheck[], { draft, ground, account }: SpecQuestion): Problem[] {
  const question = { draft, ground: isGroundOf(ground, draft.repo) ? ground : undefined, account };
  return checks.flatMap(({ name, check }) => check(question).map((facts) => named(name, facts)));
}

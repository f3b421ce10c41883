import { judgeGroup } from '../../evals/checks/index.ts';
import { pageFactsOf } from '../../evals/checks/page-facts.ts';
import type { Verdict } from '../../evals/report.ts';
import { boardOf } from './board-of.ts';
import { type DraftCheck, type DraftInQuestion, type EntryInQuestion, type ProblemFacts, scoreId } from './check.ts';
import { linksTo } from './duplicates.ts';
import { askedOfScale } from './scale.ts';

/** Pages with many scores of one benchmark have as many conflicts; the weightiest tell enough. */
const MOST = 5;

/** Every pair is work, and this is asked while somebody types; the panel compares as many. */
const MOST_COMPARED = 40;

/** Said elsewhere: duplicates, scale, source; or no conflict at all. */
const ELSEWHERE = new Set<Verdict['code']>(['P5', 'P3', 'R1', 'P1', 'L1', 'L2', 'N0']);

/**
 * How the entry stands to every score of its benchmark and task, the model card's included, by the checks of the
 * panel: what would be said of it beside the others.
 */
export const conflicts: DraftCheck = {
  name: 'conflicts',
  check: (question) => question.entries.flatMap((entry) => ofEntry(entry, question)),
};

function ofEntry(inQuestion: EntryInQuestion, question: DraftInQuestion): ProblemFacts[] {
  const { entry, fields, score } = inQuestion;
  const { draft, ground } = question;
  if (!score) return [];
  const group = ground?.report.groups.find(({ dataset, task }) => dataset === fields.dataset && task === fields.task);
  const others = (group?.scores ?? []).filter(
    ({ origins }) => !origins.every(({ pullRequest }) => pullRequest !== undefined && pullRequest === draft.updates),
  );
  const id = scoreId(entry.id);
  // A fraction is asked about once, not once more beside each percent that it stands with.
  const scaleAsked = askedOfScale(inQuestion, question).length > 0;
  const about = judgeGroup([...others.slice(0, MOST_COMPARED), score], {
    repo: draft.repo,
    board: boardOf(ground, fields),
    // What the model card says of the number, where the card is the entry's source.
    page: ground && pageFactsOf(ground.report),
  }).filter(
    ({ a, b, code, comparable, severity }) =>
      (a === id || b === id) &&
      !(code === 'S4' && (a === b || (scaleAsked && !comparable))) &&
      !ELSEWHERE.has(code) &&
      (severity === 'error' || severity === 'warning' || severity === 'notice'),
  );
  const problems = about.slice(0, MOST).map(({ a, b, code, comparable, severity, message }): ProblemFacts => {
    const other = others.find((one) => one.id === (a === id ? b : a));
    return {
      entry: entry.id,
      field: 'valueText',
      // Scores of setups that are told apart in words do not conflict: each may stand, in a file of its own.
      level: severity === 'notice' || (!comparable && code.startsWith('V')) ? 'notice' : 'warning',
      message,
      ...(other ? { links: [{ kind: 'score', id: other.id }, ...other.origins.flatMap(linksTo)] } : {}),
    };
  });
  if (about.length <= MOST) return problems;
  const message = { key: 'problemMoreConflicts' as const, args: [about.length - MOST] };
  return [...problems, { entry: entry.id, field: 'valueText', level: 'notice', message }];
}

import type { Message } from '../evals/message.ts';
import type { Finding, PullRequest, Report } from '../evals/report.ts';
import type { Say } from '../evals/say.ts';
import type { Score } from '../evals/score.ts';
import { checkClaims } from './check/index.ts';
import type { DraftEntry } from './draft.ts';
import type { DraftGround } from './ground.ts';
import { code, link } from './markdown.ts';
import type { Problem } from './problem.ts';

/** A score that a pull request claims, with what the checks of a draft say of it. */
export interface ReviewedScore {
  score: Score;
  problems: Problem[];
}

/** What an open pull request claims, held against everything else that is reported for its model. */
export interface Review {
  repo: string;
  pullRequest: Pick<PullRequest, 'number' | 'title' | 'author' | 'head' | 'status'>;
  scores: ReviewedScore[];
  /** What is wrong with its files. */
  findings: Finding[];
  /** What could not be read, so that the review is not of everything. */
  gaps: Message[];
  /** Scores of the repository that its own were held against. */
  compared: number;
}

/**
 * Checks a pull request as a draft is checked: its own scores against those of main, of every other open pull request
 * and of the card.
 * @param ground what is known of the benchmarks and boards that it names
 * @returns undefined when nothing of the report stands in this pull request
 */
export function reviewPullRequest(
  report: Report,
  number: number,
  { benchmarks, boards }: Pick<DraftGround, 'benchmarks' | 'boards'>,
  now: number,
): Review | undefined {
  const own = ownScores(report, number);
  const findings = report.findings.filter(({ pullRequest }) => pullRequest === number);
  if (own.length + findings.length === 0) return undefined;
  const others = withoutPullRequest(report, number);
  const ground: DraftGround = {
    repo: report.repo,
    at: report.at,
    complete: true,
    missing: [],
    ...(report.facts?.sha !== undefined && { head: report.facts.sha }),
    report: others,
    files: [],
    pullRequests: [],
    benchmarks,
    boards,
  };
  const draft = { repo: report.repo, entries: own.map(toEntry), answers: { accepted: [] } };
  const problems = checkClaims(draft, { now, ground });
  const known = report.pullRequests.find((one) => one.number === number);
  return {
    repo: report.repo,
    pullRequest: known ?? { number, status: 'unknown' },
    scores: own.map((score) => ({ score, problems: problems.filter(({ entry }) => entry === score.id) })),
    findings,
    gaps: report.gaps
      .filter(({ pullRequest }) => pullRequest === undefined || pullRequest === number)
      .map(({ message }) => message),
    compared: others.groups.reduce((sum, { scores }) => sum + scores.length, 0),
  };
}

/** The benchmarks and tasks that a pull request's scores name. */
export function namedBenchmarks(report: Report, number: number): { dataset: string; task: string }[] {
  const named = new Map(
    ownScores(report, number).map(({ dataset, task }) => [`${dataset} ${task}`, { dataset, task }]),
  );
  return [...named.values()];
}

const isOf =
  (number: number) =>
  ({ pullRequest }: { pullRequest?: number }) =>
    pullRequest === number;

const ownScores = ({ groups }: Report, number: number): Score[] =>
  groups.flatMap(({ scores }) => scores.filter(({ origins }) => origins.some(isOf(number))));

/** The report as it would be without the pull request; a score that stands elsewhere too keeps its other places. */
function withoutPullRequest(report: Report, number: number): Report {
  const groups = report.groups.map((group) => ({
    ...group,
    scores: group.scores.flatMap((score) => {
      const origins = score.origins.filter((origin) => !isOf(number)(origin));
      return origins.length > 0 ? [{ ...score, origins }] : [];
    }),
    verdicts: [],
  }));
  return { ...report, groups: groups.filter(({ scores }) => scores.length > 0) };
}

function toEntry(score: Score): DraftEntry {
  const { id, dataset, task, revision, valueText, notes, date, dateIsDefault, source } = score;
  return {
    id,
    dataset,
    task,
    ...(revision !== undefined && { revision }),
    valueText,
    ...(notes !== undefined && { notes }),
    ...(date !== undefined && !dateIsDefault && { date }),
    ...(source && { source }),
    evidence: { kind: 'file' },
  };
}

/**
 * A comment for the pull request, in Markdown, for the reviewer to read, change and post. Nothing in what it quotes
 * can be read as Markdown, HTML or somebody's name.
 */
export function reviewText({ scores, findings, gaps, compared }: Review, say: Say): string {
  const ofScore = ({ score, problems }: ReviewedScore) => {
    const { dataset, task, valueText, notes, source } = score;
    const claim = [`**${code(valueText)}**`, `${code(dataset)} ${code(task)}`, ...(notes ? [code(notes)] : [])];
    const lines = problems.map(({ message }) => `  - ${code(say(message))}`);
    const from = source ? ` · ${link(source.url)}` : '';
    return [`- ${claim.join(' · ')}${from}`, ...(lines.length > 0 ? lines : [`  - ${say('reviewNothing')}`])].join(
      '\n',
    );
  };
  const ofFinding = ({ path, line, message }: Finding) =>
    `- ${code(line === null ? path : `${path}:${line}`)}: ${code(say(message))}`;
  return [
    say('reviewCompared', compared),
    scores.map(ofScore).join('\n'),
    findings.map(ofFinding).join('\n'),
    ...(gaps.length > 0 ? [say('reviewIncomplete'), gaps.map((gap) => `- ${code(say(gap))}`).join('\n')] : []),
    say('reviewHint'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

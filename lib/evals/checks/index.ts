import { benchmarkName } from '../benchmarks/index.ts';
import { cut } from '../finding.ts';
import { run } from '../in-slices.ts';
import type { Message } from '../message.ts';
import type { CheckCode, Verdict } from '../report.ts';
import type { CardLine, Score } from '../score.ts';
import { aggregation } from './aggregation.ts';
import { board } from './board.ts';
import { cardLinesOf, cardWord } from './card-word.ts';
import { copied } from './copied.ts';
import { digits } from './digits.ts';
import { duplicate } from './duplicate.ts';
import { harness } from './harness.ts';
import { identity } from './identity.ts';
import { noise } from './noise.ts';
import { notes } from './notes.ts';
import { ownCard } from './own-card.ts';
import type { PageFacts } from './page-facts.ts';
import { type Check, type GroupFacts, gapItems, type Hit, type Pair } from './pair.ts';
import { preparePairs } from './prepare.ts';
import { rounding } from './rounding.ts';
import { scale } from './scale.ts';
import { makeSide, type Side } from './side.ts';
import { source } from './source.ts';
import { stale } from './stale.ts';
import { subset } from './subset.ts';
import { defaultThresholds, type Thresholds } from './thresholds.ts';
import { tools } from './tools.ts';
import { verified } from './verified.ts';

/**
 * Every check, in the order of discrepancies.md 3.6. Syntax, schema, task and bounds (S1–S3) are findings of the
 * parser; other models' values (B1's peers) come with the loaders that bring them. B2 is a line of the benchmark, not of
 * a pair: `caveats` in the table.
 */
export const checks: readonly Check[] = [
  scale,
  identity,
  tools,
  subset,
  aggregation,
  harness,
  copied,
  rounding,
  notes,
  verified,
  noise,
  ownCard,
  digits,
  source,
  duplicate,
  stale,
  board,
];

/** One score's group as the checks take it. */
export interface GroupToJudge {
  scores: readonly Score[];
  /** Values of other models on the same board, in its own unit. */
  board?: readonly number[] | undefined;
  peers?: GroupFacts['peers'];
  /** Lines of the model card on this task; those of the scores unless given. */
  card?: readonly CardLine[] | undefined;
}

export interface JudgeContext {
  /** The repository that the scores are filed under. */
  repo?: string | undefined;
  /** Models that single scores name for themselves, by score id. */
  models?: ReadonlyMap<string, string> | undefined;
  thresholds?: Partial<Thresholds> | undefined;
  /** What the whole report knows: dates, the model's parents, how far its card was read. */
  page?: PageFacts | undefined;
}

/**
 * Judges all groups of a page at once, because every comparison of the page counts when chance is judged (Holm).
 * @returns for each group its verdicts: one for each pair, and one with `a === b` for each score that is in question by
 *   itself (its scale, its model, its digits, its source); the highest severity first. What a file's score is told
 *   quietly is not told again of the card's figure that it agrees with. Pauses (`yield`) every millisecond or so.
 */
export function* judgePage(
  groups: readonly GroupToJudge[],
  context: JudgeContext = {},
): Generator<undefined, Verdict[][]> {
  const thresholds = { ...defaultThresholds, ...context.thresholds };
  const sides: Side[][] = [];
  for (const group of groups) {
    sides.push(sidesOf(group, context));
    yield;
  }
  const pairs = yield* preparePairs(sides, context.repo, thresholds, context.page);
  const verdicts: Verdict[][] = [];
  for (const [index, { scores, board, peers }] of groups.entries()) {
    const dataset = scores[0]?.dataset ?? '';
    const facts: GroupFacts = {
      repo: context.repo,
      benchmark: benchmarkName(dataset),
      page: context.page,
      board,
      peers,
    };
    const said: Verdict[] = [];
    for (const side of sides[index] ?? []) {
      said.push(...judgeSide(side, facts));
      yield;
    }
    for (const pair of pairs[index] ?? []) {
      const verdict = judgePair(pair);
      if (pair.echo !== 'twin' || WEIGHT[verdict.severity] >= WEIGHT.notice) said.push(verdict);
      yield;
    }
    verdicts.push(said.sort(bySeverity));
  }
  return verdicts;
}

/** The scores of a group made ready for comparing, each with what the card says of it. */
export function sidesOf({ scores, card = cardLinesOf(scores) }: GroupToJudge, context: JudgeContext): Side[] {
  return scores.map((score) => {
    const side = makeSide(score, context.models?.get(score.id), context.repo);
    return { ...side, card: cardWord(side, card, context.page) };
  });
}

/** {@link judgePage} for a page of one group. */
export function judgeGroup(
  scores: readonly Score[],
  context: JudgeContext & Omit<GroupToJudge, 'scores'> = {},
): Verdict[] {
  return run(judgePage([{ scores, board: context.board, peers: context.peers }], context))[0] ?? [];
}

const WEIGHT = { none: 0, info: 1, notice: 2, warning: 3, error: 4 } as const;
/** The graver first; of equals the wider gap. */
const bySeverity = (a: Verdict, b: Verdict) =>
  WEIGHT[b.severity] - WEIGHT[a.severity] || (b.deltaPoints ?? 0) - (a.deltaPoints ?? 0);

/** What all checks say of a pair, the leading one first. */
export function hitsOf(pair: Pair): Hit[] {
  const hits: Hit[] = [];
  for (const check of checks) {
    const hit = check.pair?.(pair);
    if (hit) hits.push(hit);
  }
  return hits.sort((x, y) => x.rank - y.rank);
}

function judgePair(pair: Pair): Verdict {
  const [lead, ...others] = hitsOf(pair);
  if (!lead) throw new Error('No check had a word for a pair, though the noise check speaks of every one.');
  const { noise, adjusted, family, a, b } = pair;
  const compared = lead.noGap ? undefined : noise;
  const items = lead.noGap ? undefined : gapItems(pair);
  return {
    a: a.score.id,
    b: b.score.id,
    code: lead.code,
    // Setups that one card tells apart are its author's own distinction.
    severity: pair.echo && !lead.comparable && !lead.noGap ? 'info' : lead.severity,
    comparable: lead.comparable,
    deltaPoints: lead.noGap ? null : pair.delta,
    deltaItems: items === undefined ? null : Number(items.toFixed(2)),
    n: compared?.items.n ?? null,
    z: compared?.z ?? null,
    p: compared?.p ?? null,
    ...(compared ? { runs: compared.runs } : {}),
    ...(compared && adjusted !== undefined ? { adjustedP: adjusted, comparisons: family } : {}),
    secondary: codesOf(others, lead.code),
    message: brief(lead.message()),
  };
}

function judgeSide(side: Side, facts: GroupFacts): Verdict[] {
  return checks.flatMap((check) => {
    const hit = check.single?.(side, facts);
    if (!hit) return [];
    const { id } = side.score;
    const { code, severity, comparable, message } = hit;
    const nothing = { deltaPoints: null, deltaItems: null, n: side.items?.n ?? null, z: null, p: null };
    return [{ a: id, b: id, code, severity, comparable, ...nothing, secondary: [], message: brief(message()) }];
  });
}

/** A sentence quotes names and links only so far: they stand whole in their score, and a page has hundreds of sentences. */
export function brief(message: Message): Message {
  const args = message.args?.map((arg) => (typeof arg === 'string' ? cut(arg, 120) : arg));
  return { ...message, ...(args && { args }) };
}

function codesOf(hits: readonly Hit[], lead: CheckCode): CheckCode[] {
  return [...new Set(hits.map(({ code }) => code))].filter((code) => code !== lead);
}

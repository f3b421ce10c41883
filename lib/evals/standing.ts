import type { Message } from './message.ts';
import type { Group, Severity, Verdict } from './report.ts';
import type { Score } from './score.ts';
import { isFromCard } from './view/from-card.ts';

const WEIGHT: Record<Severity, number> = { none: 0, info: 1, notice: 2, warning: 3, error: 4 };

/** What a group's scores say of one another, and the line that says so. */
export interface Standing {
  standing: Group['standing'];
  summary: Message;
}

/**
 * The group's one line: the verdict with the highest severity, or that its scores agree. A word about one score alone
 * (its source, its digits) does not make a group differ; a scale in question does, because then nothing can be
 * compared.
 */
export function standingOf(all: readonly Compared[], said: readonly Verdict[]): Standing {
  const scores = all.length;
  const verdicts = withoutTwins(all, said);
  const scale = worst(verdicts.filter(({ code }) => code === 'S4'));
  if (scale) return { standing: 'scale', summary: scale.message };
  const alone = worst(verdicts.filter(({ a, b, severity }) => a === b && WEIGHT[severity] >= WEIGHT.warning));
  if (scores < 2) return { standing: 'single', summary: alone?.message ?? { key: 'groupSingle' } };
  const pairs = verdicts.filter(({ a, b }) => a !== b);
  const pair = worst(pairs.filter((verdict) => !agrees(verdict)));
  if (pair) {
    const loudest = worst(alone ? [pair, alone] : [pair]) ?? pair;
    return { standing: pair.comparable ? 'differs' : 'not-comparable', summary: loudest.message };
  }
  // Two scores that agree say how: equal after rounding, within noise, notes that differ. More say only that they do.
  const [how, ...others] = pairs;
  const summary = how && others.length === 0 ? how.message : { key: 'groupAgree' as const, args: [scores] };
  return { standing: 'agree', summary: alone?.message ?? summary };
}

type Compared = Pick<Score, 'id' | 'origins'>;

/**
 * What is said beside the card's figures that some file reports too: those only repeat what the file is told. Where
 * nothing else is compared, that the two agree is what there is to say.
 */
function withoutTwins(scores: readonly Compared[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const cards = new Set(scores.filter(isFromCard).map(({ id }) => id));
  const equal = verdicts.filter(({ a, b, code }) => code === 'R1' && cards.has(a) !== cards.has(b));
  const twins = new Set(equal.map(({ a, b }) => (cards.has(a) ? a : b)));
  if (twins.size === 0 || scores.length - twins.size < 2) return verdicts;
  return verdicts.filter(({ a, b }) => !twins.has(a) && !twins.has(b));
}

/** The one with the highest severity; of equals one that compares its two scores, then the first. */
export function worst(verdicts: readonly Verdict[]): Verdict | undefined {
  const weight = ({ severity, comparable }: Verdict) => 2 * WEIGHT[severity] + Number(comparable);
  return verdicts.reduce<Verdict | undefined>((a, b) => (a && weight(a) >= weight(b) ? a : b), undefined);
}

/** Verdicts that find no difference worth a word: equal after rounding, inside noise, a repeat, a copy. */
export function agrees({ code, severity, comparable }: Verdict): boolean {
  const quiet = severity === 'none' || (severity === 'info' && comparable);
  return quiet || code === 'R1' || code === 'P3' || code === 'P5';
}

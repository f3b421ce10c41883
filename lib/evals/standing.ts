import type { Message } from './message.ts';
import type { Group, Severity, Verdict } from './report.ts';

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
export function standingOf(scores: number, verdicts: readonly Verdict[]): Standing {
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

import type { Message } from './message.ts';
import type { Group, Severity, Verdict } from './report.ts';

const WEIGHT: Record<Severity, number> = { none: 0, info: 1, notice: 2, warning: 3, error: 4 };

/** Sorts the verdicts with the highest severity first; of equal ones, those that compare two scores before the others. */
export function bySeverity(a: Verdict, b: Verdict): number {
  return WEIGHT[b.severity] - WEIGHT[a.severity] || Number(b.comparable) - Number(a.comparable);
}

/** What a group's scores say of one another, in the four meanings of the interface. */
export function standingOf(scores: number, verdicts: readonly Verdict[]): Group['standing'] {
  if (scores < 2) return 'single';
  const [worst] = verdicts.toSorted(bySeverity);
  if (!worst || agrees(worst)) return 'agree';
  if (worst.code === 'S4') return 'scale';
  return worst.comparable ? 'differs' : 'not-comparable';
}

/** The group's one line: the verdict with the highest severity, or that its scores agree. */
export function summaryOf(scores: number, verdicts: readonly Verdict[]): Message {
  if (scores < 2) return { key: 'groupSingle' };
  const [worst] = verdicts.toSorted(bySeverity);
  return worst && !agrees(worst) ? worst.message : { key: 'groupAgree', args: [scores] };
}

/** Verdicts that find no difference: equal after rounding, inside noise, a repeat. */
function agrees({ code, severity }: Verdict): boolean {
  return severity === 'none' || code === 'R1' || code === 'N0' || code === 'P5';
}

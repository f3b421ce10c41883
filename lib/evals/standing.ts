import type { Message } from './message.ts';
import type { Group, Severity, Verdict } from './report.ts';

const WEIGHT: Record<Severity, number> = { none: 0, info: 1, notice: 2, warning: 3, error: 4 };

/** Sorts the verdicts with the highest severity first; of equal ones, those that compare two scores before the others. */
export function bySeverity(a: Verdict, b: Verdict): number {
  return WEIGHT[b.severity] - WEIGHT[a.severity] || Number(b.comparable) - Number(a.comparable);
}

/** What a group's scores say of one another, in the four meanings of the interface. */
export function standingOf(scores: number, verdicts: readonly Verdict[]): Group['standing'] {
  const worst = leading(verdicts);
  if (worst?.code === 'S4') return 'scale';
  if (scores < 2) return 'single';
  if (!worst) return 'agree';
  return worst.comparable ? 'differs' : 'not-comparable';
}

/** The group's one line: the verdict with the highest severity, or that its scores agree. */
export function summaryOf(scores: number, verdicts: readonly Verdict[]): Message {
  const worst = leading(verdicts);
  if (worst) return worst.message;
  return scores < 2 ? { key: 'groupSingle' } : { key: 'groupAgree', args: [scores] };
}

/** The gravest verdict about the values themselves. */
function leading(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.filter((verdict) => !agrees(verdict) && !aside(verdict)).toSorted(bySeverity)[0];
}

/** Verdicts that find no difference: equal after rounding, copied, inside noise whatever the notes leave open. */
function agrees({ code, severity, comparable }: Verdict): boolean {
  return severity === 'none' || ['R1', 'N0', 'P3', 'P5'].includes(code) || (severity === 'info' && comparable);
}

/** A remark about one score's source or digits, which is no disagreement. */
function aside({ a, b, code }: Verdict): boolean {
  return a === b && code !== 'S4';
}

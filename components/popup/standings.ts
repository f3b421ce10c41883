import type { MessageKey } from '../../lib/evals/message.ts';
import type { Group, Report } from '../../lib/evals/report.ts';

type Standing = Group['standing'];

/** The word for so many groups of one standing, in the order that they are told in. */
const words: [Standing, MessageKey][] = [
  ['agree', 'panelAgree'],
  ['differs', 'panelDiffer'],
  ['scale', 'panelScale'],
  ['not-comparable', 'panelNotComparable'],
  ['single', 'panelSingle'],
];

/** How many groups stand how; standings without a group are left out. */
export function countStandings(report: Report): { standing: Standing; word: MessageKey; count: number }[] {
  return words
    .map(([standing, word]) => ({
      standing,
      word,
      count: report.groups.filter((group) => group.standing === standing).length,
    }))
    .filter(({ count }) => count > 0);
}

const worthALine: Standing[] = ['differs', 'scale', 'not-comparable'];

/** The groups that have something to say, what differs before what cannot be compared; else in the report's order. */
export function groupsThatDiffer(report: Report): Group[] {
  return worthALine.flatMap((standing) => report.groups.filter((group) => group.standing === standing));
}

import type { Group } from '../../lib/evals/report.ts';
import type { ReportCounts } from '../../lib/evals/view/counts.ts';
import { useSay } from '../ui/say.tsx';
import { StandingIcon, standings } from './standing.tsx';

/** In the order of what a reader should know first. */
const order = [
  ['differs', 'panelDiffer'],
  ['scale', 'panelScale'],
  ['not-comparable', 'panelNotComparable'],
  ['agree', 'panelAgree'],
  ['single', 'panelSingle'],
  ['dismissed', 'panelDismissed'],
] as const satisfies [Group['standing'], string][];

/** How many groups stand how: icon, number and word (read out only, where there is one line for all of it). */
export function Standings({ counts, short }: { counts: ReportCounts; short?: boolean }) {
  const say = useSay();
  const numbers = new Intl.NumberFormat(say.locale);
  return (
    <ul className="cc-standings">
      {order
        .filter(([standing]) => counts.groups[standing] > 0)
        .map(([standing, key]) => (
          <li
            key={standing}
            className={standings[standing].tone}
            title={short ? say(key, counts.groups[standing]) : undefined}
          >
            <StandingIcon standing={standing} />
            {short && <span aria-hidden="true">{numbers.format(counts.groups[standing])}</span>}
            <bdi className={short ? 'cc-hidden' : ''}>{say(key, counts.groups[standing])}</bdi>
          </li>
        ))}
    </ul>
  );
}

/** "20 scores · 6 benchmarks · main, 16 pull requests". */
export function Totals({ counts, short }: { counts: ReportCounts; short?: boolean }) {
  const say = useSay();
  const from = [
    counts.onMain > 0 && say('panelFromMain'),
    counts.pullRequests > 0 && say('panelFromPullRequests', counts.pullRequests),
    counts.onCard > 0 && say('panelFromCard'),
  ].filter((text) => text !== false);
  const words = [say('panelScores', counts.scores)];
  if (!short) words.push(say('panelBenchmarks', counts.benchmarks), from.join(', '));
  return <bdi className="cc-totals">{words.filter(Boolean).join(' · ')}</bdi>;
}

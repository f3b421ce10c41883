import type { CardChip, CardScores } from '../../lib/evals/list/list.ts';
import type { Say } from '../../lib/evals/say.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import type { DrawnCard, DrawnChip } from '../../lib/page/chips/chip-host.ts';

/** More of a benchmark's name than a chip shows, and more of a value than anybody writes. */
const MOST = { name: 60, value: 16 };

/** A model's chips in the reader's words. */
export function drawnCard({ repo, chips, scores }: CardScores, pinned: boolean, say: Say): DrawnCard {
  return {
    label: say('chipsLabel', scores, repo),
    chips: chips.map((chip) => drawnChip(chip, say)),
    pin: { label: say(pinned ? 'chipsUnpin' : 'chipsPin', repo), pressed: pinned },
  };
}

const marks = {
  differs: { icon: 'differs', key: 'compareDiffer' },
  scale: { icon: 'scale', key: 'compareScale' },
  'not-comparable': { icon: 'apart', key: 'compareNotComparable' },
} as const;

function drawnChip({ name, values, standing, reports, summary }: CardChip, say: Say): DrawnChip {
  const [low, high] = values.map((value) => visibleText(value, MOST.value));
  const value = high === undefined ? (low ?? '') : `${low} – ${high}`;
  const mark = marks[standing as keyof typeof marks];
  const shown = visibleText(name, MOST.name);
  const full = [
    `${shown}: ${value}`,
    say('compareReports', reports),
    reports > 1 ? visibleText(say(summary), 300) : '',
  ];
  return {
    name: shown,
    value,
    // Different setups are no conflict: the spread says enough, and the sentence the rest.
    ...(mark && mark.icon !== 'apart' && { mark: { icon: mark.icon, word: say(mark.key) } }),
    full: full.filter(Boolean).join('. '),
  };
}

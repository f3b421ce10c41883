import { useId } from 'react';
import type { FilterName, SortName } from '../../lib/evals/view/filter.ts';
import { useSay } from '../ui/say.tsx';
import type { View } from './use-view.ts';

const filterWords = {
  all: 'panelFilterAll',
  merged: 'panelFilterMerged',
  community: 'panelFilterCommunity',
  verified: 'panelFilterVerified',
  card: 'panelFilterCard',
  differing: 'panelFilterDiffering',
} as const satisfies Record<FilterName, string>;

const sortWords = {
  found: 'panelSortFound',
  value: 'panelSortValue',
  date: 'panelSortDate',
  badge: 'panelSortBadge',
} as const satisfies Record<SortName, string>;

interface ToolbarProps {
  view: View;
  /** How many scores each filter would show; a filter of 0 that is in `hideWhenEmpty` is left out. */
  counts: Record<FilterName, number>;
  withText: boolean;
  onView: (change: Partial<View>) => void;
}

const hideWhenEmpty: readonly FilterName[] = ['verified', 'card'];

/** Filter by badge, sort, and above twelve groups a box to filter by words. */
export function Toolbar({ view, counts, withText, onView }: ToolbarProps) {
  const say = useSay();
  const [sortId, textId] = [useId(), useId()];
  const names = (Object.keys(filterWords) as FilterName[]).filter(
    (name) => counts[name] > 0 || !hideWhenEmpty.includes(name),
  );
  return (
    <div className="cc-toolbar">
      <fieldset className="cc-chips">
        <legend className="cc-hidden">{say('panelFilterLabel')}</legend>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="cc-chip"
            aria-pressed={view.filter === name}
            onClick={() => onView({ filter: name })}
          >
            {say(filterWords[name])} <span className="cc-count">{counts[name]}</span>
          </button>
        ))}
      </fieldset>
      <label className="cc-sort" htmlFor={sortId}>
        {say('panelSort')}
        <select id={sortId} value={view.sort} onChange={(event) => onView({ sort: event.target.value as SortName })}>
          {(Object.keys(sortWords) as SortName[]).map((name) => (
            <option key={name} value={name}>
              {say(sortWords[name])}
            </option>
          ))}
        </select>
      </label>
      {withText && (
        <input
          id={textId}
          className="cc-text-filter"
          type="search"
          value={view.text}
          placeholder={say('panelTextFilter')}
          aria-label={say('panelTextFilter')}
          onChange={(event) => onView({ text: event.target.value })}
        />
      )}
    </div>
  );
}

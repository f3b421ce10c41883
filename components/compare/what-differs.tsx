import { useId } from 'react';
import type { Outcome, TwoModels } from '../../lib/evals/compare/compare.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import type { CompareProps } from './compare-state.ts';

const marks: Record<Outcome, { icon: IconName; tone: string }> = {
  higher: { icon: 'differs', tone: 'cc-differs' },
  lower: { icon: 'differs', tone: 'cc-differs' },
  within: { icon: 'agree', tone: 'cc-agree' },
  equal: { icon: 'agree', tone: 'cc-agree' },
  unknown: { icon: 'info', tone: 'cc-meta' },
  'not-comparable': { icon: 'not-comparable', tone: 'cc-apart' },
};

/** What differs most comes first; what cannot be compared, last. */
const ORDER: Outcome[] = ['higher', 'lower', 'within', 'equal', 'unknown', 'not-comparable'];

type DiffersProps = Pick<CompareProps, 'columns' | 'differing' | 'onPair'> & { pair: readonly [number, number] };

/** Two models that the reader chooses, row by row: beyond chance, within it, or not comparable; and how that was told. */
export function WhatDiffers({ columns, pair: [first, second], differing, onPair }: DiffersProps) {
  const say = useSay();
  const id = useId();
  const [a, b] = [columns[first]?.id ?? '', columns[second]?.id ?? ''];
  const choose = (label: string, value: number, change: (index: number) => void) => (
    <select aria-label={label} value={value} onChange={(event) => change(Number(event.currentTarget.value))}>
      {columns.map((column, index) => (
        <option key={column.id} value={index}>
          {column.id}
        </option>
      ))}
    </select>
  );
  const sorted = differing.toSorted(
    (x, y) => ORDER.indexOf(x.outcome) - ORDER.indexOf(y.outcome) || (y.z ?? 0) - (x.z ?? 0),
  );
  return (
    <section className="cc-differing" aria-labelledby={id}>
      <h2 id={id}>{say('compareDiffers')}</h2>
      <p>
        {choose(say('compareFirst'), first, (index) => onPair([index, index === second ? first : second]))}{' '}
        {choose(say('compareSecond'), second, (index) => onPair([index === first ? second : first, index]))}
      </p>
      {sorted.length === 0 ? <p>{say('compareNothingShared')}</p> : <p className="cc-meta">{say('compareCaveat')}</p>}
      <ul>
        {sorted.map((two) => (
          <Line key={two.row.key} two={two} a={a} b={b} />
        ))}
      </ul>
    </section>
  );
}

function Line({ two, a, b }: { two: TwoModels; a: string; b: string }) {
  const say = useSay();
  const { row, outcome, message, oneSided, pairs } = two;
  const { icon, tone } = marks[outcome];
  const name = [row.name, row.task, row.setup].filter(Boolean).join(' · ');
  const higher = outcome === 'higher' ? a : outcome === 'lower' ? b : undefined;
  return (
    <li>
      <span className={`cc-mark ${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <strong>
          <Foreign text={name} most={ROW_NAME} />
        </strong>{' '}
        {higher && <span>{say(row.lowerIsBetter ? 'compareHigherLower' : 'compareHigher', higher)} </span>}
        <Foreign text={say(message)} />
        <span className="cc-meta">
          {[
            pairs > 1 ? say('compareClosest', pairs) : undefined,
            ...oneSided.map((phrase) => say('compareOneSided', say(phrase))),
          ]
            .filter((text) => text !== undefined)
            .map((text) => ` ${text}`)}
        </span>
      </div>
    </li>
  );
}

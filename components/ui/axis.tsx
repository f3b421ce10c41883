import type { Dot } from '../../lib/evals/explanation.ts';
import { axisOf } from '../../lib/evals/view/axis.ts';
import { useSay } from './say.tsx';

/** The axis of a picture of values, with its numbers in the reader's language; none where nothing is a number. */
export function useAxis(dots: readonly Dot[]) {
  const { locale } = useSay();
  const axis = axisOf(dots);
  if (!axis) return undefined;
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value);
  return { at: axis.at, number, ends: [number(axis.low), number(axis.high)] as const };
}

/** The last row of a table whose second column is the picture: what its two edges stand for. */
export function AxisRow({ ends: [low, high] }: { ends: readonly [string, string] }) {
  return (
    <tr className="cc-axis">
      <td />
      <td>
        <span>{low}</span>
        <span>{high}</span>
      </td>
      <td />
    </tr>
  );
}

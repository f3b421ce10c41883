import type { Dot, Explanation } from '../../../lib/evals/explanation.ts';
import { intervalText } from '../../../lib/evals/view/axis.ts';
import { AxisRow, useAxis } from '../../ui/axis.tsx';
import { useSay } from '../../ui/say.tsx';
import { Foreign } from '../../ui/text.tsx';
import { Shape, type ShapeName } from './shape.tsx';

/** px; one line of the table and of the drawing beside it. */
const line = 20;
/** More values than this stand on one line together, beside the two in question. */
const most = 8;

interface Line {
  name: string;
  dots: readonly Dot[];
}

/**
 * Every value of the group on one line, with the interval that its number of items leaves: one drawing beside a table
 * that says the same in figures.
 */
export function DotStrip({ explanation }: { explanation: Pick<Explanation, 'a' | 'b' | 'dots'> }) {
  const say = useSay();
  const { a, b, dots } = explanation;
  const axis = useAxis(dots);
  if (!axis || dots.length < 2) return null;
  const { at, number, ends } = axis;
  const shapeOf = ({ score }: Dot): ShapeName => (score === a ? 'first' : score === b ? 'second' : 'other');
  const others = dots.filter(({ asked }) => !asked);
  const single = (dot: Dot): Line => ({ name: dot.valueText, dots: [dot] });
  const lines: Line[] =
    dots.length <= most
      ? dots.map(single)
      : [...dots.filter(({ asked }) => asked).map(single), { name: say('explainOthers', others.length), dots: others }];
  const asked = [a, ...(a === b ? [] : [b])].map((id) => dots.find(({ score }) => score === id)?.valueText ?? '');
  const sentence = say(a === b ? 'explainStripOne' : 'explainStrip', dots.length, ...ends, ...asked);
  const height = lines.length * line;
  return (
    <table className="cc-strip" dir="ltr" aria-label={say('explainValues')}>
      <thead>
        <tr className="cc-hidden">
          <th scope="col">{say('explainValue')}</th>
          <th scope="col">{say('explainPicture')}</th>
          <th scope="col">{say('explainInterval')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, dots: [dot] = [], dots: together }, index) => (
          <tr key={dot?.score ?? name} data-asked={(together.length === 1 && dot?.asked) || undefined}>
            <th scope="row">
              <Foreign text={name} most={24} />
            </th>
            {index === 0 && (
              <td rowSpan={lines.length} className="cc-strip-picture">
                <svg role="img" aria-label={sentence} height={height} width="100%">
                  <line className="cc-strip-edge" x1="0" x2="0" y1="2" y2={height} />
                  <line className="cc-strip-edge" x1="100%" x2="100%" y1="2" y2={height} />
                  <line className="cc-strip-edge" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
                  {lines.map((row, place) => (
                    <g key={row.name} data-asked={(row.dots.length === 1 && row.dots[0]?.asked) || undefined}>
                      {row.dots
                        .filter(({ value }) => Number.isFinite(value))
                        .map((one) => (
                          <g key={one.score} style={{ transform: `translateY(${(place + 0.5) * line}px)` }}>
                            {one.interval && row.dots.length === 1 && (
                              <line x1={at(one.interval[0])} x2={at(one.interval[1])} className="cc-strip-interval" />
                            )}
                            <g style={{ transform: `translateX(${at(one.value)})` }}>
                              <Shape name={shapeOf(one)} />
                            </g>
                          </g>
                        ))}
                    </g>
                  ))}
                </svg>
              </td>
            )}
            <td>{rangeOf(together, say.locale, number)}</td>
          </tr>
        ))}
        <AxisRow ends={ends} />
      </tbody>
    </table>
  );
}

/** The interval of one value, or from where to where several reach. */
function rangeOf(dots: readonly Dot[], locale: string, number: (value: number) => string): string {
  const [first] = dots;
  const last = dots.at(-1);
  if (!first || !last) return '';
  if (dots.length > 1) return `${number(first.value)} – ${number(last.value)}`;
  return first.interval ? intervalText(first.interval, locale) : '–';
}

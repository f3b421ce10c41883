import { visibleText } from '../../lib/evals/view/visible-text.ts';

/** Characters that a column of values keeps before and after the decimal point. */
export interface Alignment {
  before: number;
  after: number;
}

/** Beyond this many decimals a value runs into its own row's setup instead of widening the column for all rows. */
const widest: Alignment = { before: 6, after: 4 };

function parts(text: string): [before: string, after: string] {
  const point = text.search(/[.eE]/);
  return point < 0 ? [text, ''] : [text.slice(0, point), text.slice(point)];
}

/** The column that holds these values with their points below one another; never narrower than `88.88`. */
export function alignmentOf(texts: readonly string[]): Alignment {
  const size = { before: 2, after: 3 };
  for (const [before, after] of texts.map(parts)) {
    if (before.length <= widest.before) size.before = Math.max(size.before, before.length);
    if (after.length <= widest.after + 1) size.after = Math.max(size.after, after.length);
  }
  return size;
}

/** A value as written, padded to its column in units of one digit. */
export function Value({ text, alignment }: { text: string; alignment: Alignment }) {
  const [before, after] = parts(text);
  const lead = Math.max(0, alignment.before - before.length);
  const trail = Math.max(0, alignment.after - after.length);
  return (
    <span className="cc-value" dir="ltr" style={{ paddingLeft: `${lead}ch`, paddingRight: `${trail}ch` }}>
      {visibleText(text)}
    </span>
  );
}

/** One line of a change. */
export interface DiffLine {
  sign: '+' | '-' | ' ';
  text: string;
}

/** The change as it is shown; `kept` lines before the first one shown are the same on both sides. */
export interface LineDiff {
  kept: number;
  lines: DiffLine[];
  added: number;
  removed: number;
}

const linesOf = (text: string): string[] => {
  const lines = text.split('\n');
  // The end of the last line begins no line of its own.
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

/**
 * A change from one text to another, line by line: what both begin and end with is kept, all between is taken away and
 * added. Exact, if not always the smallest. At most `context` of the kept lines are shown on either side.
 */
export function lineDiff(before: string, after: string, context = 3): LineDiff {
  const old = linesOf(before);
  const now = linesOf(after);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const kept = Math.max(0, head - context);
  const as = (sign: DiffLine['sign'], lines: string[]): DiffLine[] => lines.map((text) => ({ sign, text }));
  const removed = old.slice(head, old.length - tail);
  const added = now.slice(head, now.length - tail);
  const below = now.slice(now.length - tail, now.length - tail + context);
  return {
    kept,
    lines: [...as(' ', now.slice(kept, head)), ...as('-', removed), ...as('+', added), ...as(' ', below)],
    added: added.length,
    removed: removed.length,
  };
}

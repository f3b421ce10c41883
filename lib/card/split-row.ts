/**
 * The cells of one row of a GFM table: a pipe ends a cell unless a backslash stands before it, and the outermost pipes
 * may be missing (https://github.github.com/gfm/#tables-extension-). The row alone is read here, because the library
 * that reads all of markdown takes seconds for two megabytes; a test holds this to that library.
 */
export function splitRow(line: string): string[] {
  const cells: string[] = [];
  let from = 0;
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) {
    let slashes = 0;
    while (line[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 1) continue;
    cells.push(line.slice(from, at));
    from = at + 1;
  }
  cells.push(line.slice(from));
  if (cells[0]?.trim() === '' && cells.length > 1) cells.shift();
  if (cells.at(-1)?.trim() === '' && cells.length > 1) cells.pop();
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The number of columns that a delimiter row (`|---|:--:|`) sets up, or 0 when the line is none. */
export function delimiterColumns(line: string): number {
  const text = line.trim();
  if (!text.includes('-') || !/^[|:\-\s]+$/.test(text) || text.length > 20_000) return 0;
  const cells = splitRow(text);
  if (cells.some((cell) => !/^:?-+:?$/.test(cell))) return 0;
  return text.includes('|') ? cells.length : 0;
}

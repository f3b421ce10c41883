const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

type Cell = string | number | boolean | undefined;

/** A table as CSV (RFC 4180) under the names of its columns. */
export function toCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, Cell>[],
): string {
  return [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

/**
 * A cell. Text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets hide; numbers
 * stay numbers: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function cell(value: Cell): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

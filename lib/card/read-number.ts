/** A number as a cell gives it. */
export interface NumberReading {
  value: number;
  /** The digits as written, thousands unparted, decimals after a point. */
  text: string;
  percent: boolean;
  /** Words in brackets behind it. */
  remark: string;
}

/** What a cell says as a number. */
export type Reading =
  /** Empty, a dash, `N/A`: no value. */
  | { kind: 'none' }
  | ({ kind: 'number' } & NumberReading)
  /** `53.9 / 65.8` */
  | { kind: 'several'; parts: readonly NumberReading[] }
  /** Numbers that are no single value: a range, a bound, `4/30`. */
  | { kind: 'unclear' }
  /** Words. */
  | { kind: 'text' };

const nothing = /^(?:[-–—−‐‑_./\\~×✗✘❌xX?]+|n\.?\/?a\.?|na|nan|none|null|tbd|tba|todo|missing|oom|coming soon)?$/i;
const number = '[-−]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?|\\.\\d+)';
const spread = '(?:(?:±|\\+\\/?-|\\\\pm)\\s*(?:\\d+(?:\\.\\d+)?|\\?)\\s*%?)';
const delta = '(?:[↑↓▲▼⬆⬇🔺🔻]\\s*\\d*(?:\\.\\d+)?%?)';
const bracket = '(?:\\((?:[^()]{0,60})\\)|\\[(?:[^[\\]]{0,60})\\])';
const one = new RegExp(
  `^(?:[↑↓▲▼⬆⬇]\\s*)?(${number})\\s*(%|percent|pts?|points?)?\\s*(?:_?\\{?${spread}\\}?)?\\s*(?:${delta})?\\s*(${bracket})?\\s*%?$`,
  'u',
);
const decoration = /[*_`$†‡§¶#^{}★☆]|\p{Extended_Pictographic}|\p{Variation_Selector}/gu;

// Tables look at the same cells several times, and cards repeat the same few figures.
const memory = new Map<string, Reading>();
const MEMORY = 5000;

/** Reads a value cell's text. Marks, bold and margins of error are no part of the value; it is never rescaled. */
export function readNumber(written: string): Reading {
  if (written.length > 200) return { kind: 'text' };
  let reading = memory.get(written);
  if (!reading) {
    reading = read(written);
    if (memory.size >= MEMORY) memory.clear();
    memory.set(written, reading);
  }
  return reading;
}

function read(written: string): Reading {
  const text = written
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, '')
    .replace(/\\pm/g, '±')
    .replace(decoration, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (nothing.test(text)) return { kind: 'none' };
  const whole = readOne(text);
  if (whole) return whole.kind === 'number' && bounds(whole.remark) ? { kind: 'unclear' } : whole;
  if (!/\d/.test(text)) return { kind: 'text' };
  const parts = text.split(/\s*[/|;]\s*/);
  const readings = parts.map(readOne).filter((reading) => reading !== undefined);
  // `4/30` is a count out of a total, `53.9 / 65.8` two values.
  const count = parts.length === 2 && parts.every((part) => /^\d+$/.test(part)) && !/\s\/\s/.test(text);
  if (parts.length > 1 && !count && readings.length === parts.length) return { kind: 'several', parts: readings };
  return /^[~≈<>≤≥]?\s*[-−]?[\d.]/.test(text) ? { kind: 'unclear' } : { kind: 'text' };
}

function readOne(text: string): (Reading & { kind: 'number' }) | undefined {
  const match = one.exec(text);
  const digits = match?.[1];
  if (!match || !digits) return undefined;
  // A comma with three digits behind it parts thousands, else it is a decimal comma.
  const plain = /,\d{3}(?:\D|$)/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
  const value = Number(plain.replace('−', '-'));
  if (!Number.isFinite(value)) return undefined;
  const remark = (match[3] ?? '').slice(1, -1).trim();
  return {
    kind: 'number',
    value,
    text: plain.replace('−', '-'),
    percent: match[2] === '%' || match[2] === 'percent' || text.endsWith('%'),
    remark,
  };
}

/** A bracket that holds a number of its own is a second value, unless it is a change, a margin or an interval. */
function bounds(remark: string): boolean {
  return /^\d/.test(remark) && !/[a-z]/i.test(remark) && !/^\d+(?:\.\d+)?\s*[,–-]\s*\d/.test(remark);
}

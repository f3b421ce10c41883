import { parse, stringify } from 'yaml';

/** A number with the digits that its JSON had (`0.10`, `58.5858585859`), which a JavaScript number may not keep. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** JSON whose numbers are {@link ExactNumber}s. */
export function parseExact(json: string): unknown {
  // The third argument is "JSON.parse source text access", in Node since 21.
  const revive = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' ? new ExactNumber(context?.source ?? String(value)) : value;
  return JSON.parse(json, revive as Parameters<typeof JSON.parse>[1]);
}

/** The same value with plain JavaScript numbers. */
export function plain(value: unknown): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

const texts = new Map<string, string>();

/** One line of YAML for a string: plain where that reads back the same, else double-quoted with escapes. */
function stringText(value: string): string {
  const text = texts.get(value) ?? newStringText(value);
  texts.set(value, text);
  return text;
}

function newStringText(value: string): string {
  if (!/\p{C}|[\u2028\u2029]/u.test(value)) {
    const text = stringify(value, { lineWidth: 0, blockQuote: false, version: '1.1', compat: 'core' }).trimEnd();
    if (!text.includes('\n') && parse(text) === value) return text;
  }
  return JSON.stringify(value).replace(/[\p{C}\u2028\u2029]/gu, (c) =>
    [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}

function scalarText(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  return typeof value === 'string' ? stringText(value) : String(value);
}

/** Block YAML of a value at an indentation; the caller has written `key:` or `-` before it. */
function blockText(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return ` ${scalarText(value)}\n`;
  const pairs = Object.entries(value);
  if (pairs.length === 0) return Array.isArray(value) ? ' []\n' : ' {}\n';
  const lines = pairs.map(([key, inner]) =>
    Array.isArray(value)
      ? `${indent}- ${blockText(inner, `${indent}  `).trimStart()}`
      : `${indent}${stringText(key)}:${blockText(inner, `${indent}  `)}`,
  );
  return `\n${lines.join('')}`;
}

/** A `.eval_results` file from entries; keys in the order given, numbers with all their digits. */
export function resultsText(entries: unknown[]): string {
  return blockText(entries, '').trimStart();
}

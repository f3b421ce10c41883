import { decodeReferences } from './references.ts';

/** A piece of inline markdown. */
export type Token =
  | { kind: 'text'; text: string }
  /** A tag, for the HTML parser. */
  | { kind: 'html'; text: string }
  | { kind: 'struck'; open: boolean }
  | Delimiter;

/** A run of asterisks or underscores; `left` of them are text once emphasis is matched. */
interface Delimiter {
  kind: 'delimiter';
  mark: string;
  length: number;
  left: number;
  opens: boolean;
  closes: boolean;
}

/** Links in links, and brackets that turn out to be none: each costs a walk to the end of the text. */
const MAX_DEPTH = 8;
const MAX_FAILED = 30;

const punctuation = /[\p{P}\p{S}]/u;
const escapable = /[!-/:-@[-`{-~]/;

/**
 * Takes inline markdown apart after the rules of https://spec.commonmark.org/0.31.2/#inlines and GFM's strikethrough,
 * as far as they change which words are shown: emphasis and links go, images go altogether. A test holds this to the
 * library that the tests use, which is too slow (0.3 MB a second) and too large (28 kB) for the background.
 */
export function inlineTokens(text: string, depth = 0): Token[] {
  const tokens: Token[] = [];
  let plain = '';
  let struck = false;
  let failed = 0;
  const flush = () => {
    if (plain !== '') tokens.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    let end = at + 1;
    if (char === '\\' && escapable.test(next)) {
      plain += next;
      end = at + 2;
    } else if (char === '`') {
      const code = codeAt(text, at);
      plain += code.text;
      end = code.end;
    } else if (char === '&') {
      const reference =
        /^&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]\w{1,31});/.exec(text.slice(at, at + 40))?.[0] ?? char;
      plain += decodeReferences(reference);
      end = at + reference.length;
    } else if (char === '<') {
      const html = tagAt(text, at);
      if (html?.startsWith('<http')) plain += html.slice(1, -1);
      else if (html) {
        flush();
        tokens.push({ kind: 'html', text: html });
      } else plain += char;
      end = at + (html?.length ?? 1);
    } else if ((char === '[' || (char === '!' && next === '[')) && depth < MAX_DEPTH && failed < MAX_FAILED) {
      const link = linkAt(text, char === '!' ? at + 1 : at);
      if (!link) {
        plain += char;
        failed++;
      }
      if (link && char === '[') {
        flush();
        tokens.push(...inlineTokens(link.label, depth + 1));
      }
      end = link?.end ?? at + 1;
    } else if (char === '~' && next === '~' && text.charAt(at + 2) !== '~') {
      flush();
      struck = !struck;
      tokens.push({ kind: 'struck', open: struck });
      end = at + 2;
    } else if (char === '*' || char === '_') {
      flush();
      while (text.charAt(end) === char) end++;
      tokens.push(delimiter(text, at, end));
    } else plain += char;
    at = end;
  }
  flush();
  matchEmphasis(tokens);
  return tokens;
}

function codeAt(text: string, at: number): { text: string; end: number } {
  let length = 1;
  while (text.charAt(at + length) === '`') length++;
  const fence = '`'.repeat(length);
  for (let end = text.indexOf(fence, at + length); end !== -1; end = text.indexOf(fence, end + 1)) {
    let run = length;
    while (text.charAt(end + run) === '`') run++;
    if (run === length) return { text: text.slice(at + length, end), end: end + length };
    end += run - 1;
  }
  return { text: fence, end: at + length };
}

/** A complete tag, comment or link in angle brackets; quoted attributes may hold `>`. */
function tagAt(text: string, at: number): string | undefined {
  if (!/[A-Za-z/!?]/.test(text.charAt(at + 1))) return undefined;
  let quote = '';
  for (let end = at + 1; end < text.length; end++) {
    const char = text.charAt(end);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if ((char === '"' || char === "'") && text.charAt(end - 1) === '=') quote = char;
    else if (char === '>') return text.slice(at, end + 1);
    else if (char === '<') return undefined;
  }
  return undefined;
}

/** `[label](destination)` and `[label][reference]`. */
function linkAt(text: string, at: number): { label: string; end: number } | undefined {
  const close = closing(text, at, '[', ']');
  const after = close === -1 ? '' : text.charAt(close + 1);
  if (after !== '(' && after !== '[') return undefined;
  const end = closing(text, close + 1, after, after === '(' ? ')' : ']');
  return end === -1 ? undefined : { label: text.slice(at + 1, close), end: end + 1 };
}

function closing(text: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '\\') end++;
    else if (char === open) depth++;
    else if (char === close && --depth === 0) return end;
  }
  return -1;
}

/** Whether a run may begin or end emphasis: https://spec.commonmark.org/0.31.2/#delimiter-run */
function delimiter(text: string, from: number, to: number): Delimiter {
  const mark = text.charAt(from);
  const before = from === 0 ? ' ' : text.charAt(from - 1);
  const after = text.charAt(to) || ' ';
  const [blankBefore, blankAfter] = [/\s/.test(before), /\s/.test(after)];
  const [signBefore, signAfter] = [punctuation.test(before), punctuation.test(after)];
  const leftFlanking = !blankAfter && (!signAfter || blankBefore || signBefore);
  const rightFlanking = !blankBefore && (!signBefore || blankAfter || signAfter);
  const inWord = mark === '_';
  return {
    kind: 'delimiter',
    mark,
    length: to - from,
    left: to - from,
    opens: leftFlanking && (!inWord || !rightFlanking || signBefore),
    closes: rightFlanking && (!inWord || !leftFlanking || signAfter),
  };
}

/** Pairs openers with closers; what remains unpaired is text. */
function matchEmphasis(tokens: readonly Token[]): void {
  const open: Delimiter[] = [];
  for (const token of tokens) {
    if (token.kind !== 'delimiter') continue;
    while (token.closes && token.left > 0) {
      const at = open.findLastIndex((opener) => opener.left > 0 && pairs(opener, token));
      const opener = open[at];
      if (!opener) break;
      const used = opener.left >= 2 && token.left >= 2 ? 2 : 1;
      opener.left -= used;
      token.left -= used;
      // What stood between the two can pair with nothing outside.
      open.length = at + 1;
    }
    if (token.opens && token.left > 0) open.push(token);
  }
}

function pairs(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.mark !== closer.mark) return false;
  const both = (opener.closes || closer.opens) && (opener.length + closer.length) % 3 === 0;
  return !both || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

import { safeLink } from '../evals/view/links.ts';
import { visibleText } from '../evals/view/visible-text.ts';

/** The longest run of backticks in a text. */
const longestTicks = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));

/** Somebody's words as a code span: nothing in them can be read as Markdown, as HTML or as somebody's name. */
export function code(text: string): string {
  const line = visibleText(text.replace(/\s+/g, ' ').trim(), 400) || '–';
  const ticks = '`'.repeat(longestTicks(line) + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** Somebody's lines as a code block, with a fence that they cannot close. */
export function fenced(text: string): string {
  const lines = visibleText(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'), 3000)
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
  const fence = '`'.repeat(Math.max(3, longestTicks(lines) + 1));
  return `${fence}text\n${lines}\n${fence}`;
}

/** An address as a link where it is one that can be opened, else as words. */
export function link(url: string): string {
  const safe = safeLink(url);
  // The Hub notifies whoever is named by an @, in a link's text too.
  const href = safe?.href.replaceAll('@', '%40') ?? '';
  return href && !/[<>\s`\\]/.test(href) ? `<${href}>` : code(url);
}

import { cut } from '../finding.ts';

/** Directional marks, embeddings, overrides and isolates; zero-width and other characters that draw nothing. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0]|[\u{e0000}-\u{e007f}]/gu;

/**
 * The first `most` characters of somebody else's text with its invisible and direction-turning characters spelled out (`[U+202E]`), so that what is
 * read is what is there. Tabs, line ends and the joiners that scripts and emoji need stay.
 */
export function visibleText(text: string, most = Number.POSITIVE_INFINITY): string {
  return cut(text, most).replace(
    invisible,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

import type { VariantTag } from '../score.ts';

type Field = VariantTag['from'];

/** One way that people write one thing about a setup. */
export interface Pattern {
  kind: VariantTag['kind'];
  find: RegExp;
  /** The normalised value; undefined leaves the words unread. */
  value: string | ((match: RegExpExecArray) => string | undefined);
  /** Fields that it is trusted in; everywhere but in paths and source names unless it says more. */
  fields?: readonly Field[];
}

/** Stands where words were read. Of Latin 1, as most notes are: the browser compiles each pattern anew for wider texts. */
export const READ = '\u0080';

export const everywhere: readonly Field[] = ['notes', 'path', 'source', 'row', 'header', 'footnote'];
export const inText: readonly Field[] = ['notes', 'source', 'row', 'header', 'footnote'];

// Letters and digits end a word here, underscores do not: pipeline and file names are made of underscores.
export const start = '(?<![a-z0-9])';
export const end = '(?![a-z0-9])';

/** Finds the words wherever they stand by themselves. */
export const words = (source: string): RegExp => new RegExp(start + source + end, 'gi');

/** Finds the words only where they are a whole remark: between commas, brackets or the ends of the text. */
export const remark = (source: string): RegExp =>
  new RegExp(`(?<=^\\s*|[;,(|]\\s*)(?:${source})(?=\\s*\\.?\\s*(?:$|[;,)|]))`, 'gi');

/** The text of one group, in lower case. */
export const group =
  (index: number) =>
  (match: RegExpExecArray): string | undefined =>
    match[index]?.toLowerCase();

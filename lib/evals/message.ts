import type messages from '../../public/_locales/en/messages.json';

type CatalogueKey = keyof typeof messages;
type PluralBase<K> = K extends `${infer Base}_other` ? Base : K extends `${string}_one` ? never : K;

/** A key of the message catalogue in `public/_locales`; `scores` stands for `scores_one` and `scores_other`. */
export type MessageKey = PluralBase<CatalogueKey>;

/**
 * A sentence that is not yet in any language: the core names it, the interface says it.
 * Numbers are formatted in the reader's locale, and the first number chooses the plural form; texts stand as they
 * are (values as written, names, paths).
 */
export interface Message {
  key: MessageKey;
  args?: readonly (string | number | Phrase)[];
}

/** A part of a sentence with words of its own, such as `tools: with / none`. */
export interface Phrase {
  key: MessageKey;
  args?: readonly (string | number)[];
}

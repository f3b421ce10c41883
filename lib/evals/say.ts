import type { Message, MessageKey } from './message.ts';

/** Finds a catalogue text and puts the substitutions in place of `$1` … `$9`; empty when there is no such key. */
export type Lookup = (key: string, substitutions: string[]) => string;

/** Says a {@link Message}, or a key with its arguments, in the reader's language. */
export interface Say {
  (message: Message): string;
  (key: MessageKey, ...args: (string | number)[]): string;
  /** BCP 47 tag that numbers and dates are formatted for. */
  locale: string;
}

/**
 * The one place where sentences get their words. The extension looks them up in `browser.i18n`, the command line and
 * the tests in the English catalogue ({@link catalogueLookup}).
 */
export function createSay(lookup: Lookup, locale: string): Say {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  const plurals = new Intl.PluralRules(locale);
  const say = (messageOrKey: Message | MessageKey, ...rest: (string | number)[]): string => {
    const { key, args = [] } = typeof messageOrKey === 'string' ? { key: messageOrKey, args: rest } : messageOrKey;
    const texts = args.map((arg) => {
      if (typeof arg === 'object') return say(arg);
      return typeof arg === 'number' ? numbers.format(arg) : arg;
    });
    const count = args.find((arg) => typeof arg === 'number');
    if (count !== undefined) {
      const plural = lookup(`${key}_${plurals.select(count)}`, texts) || lookup(`${key}_other`, texts);
      if (plural) return plural;
    }
    return lookup(key, texts) || key;
  };
  return Object.assign(say, { locale }) as Say;
}

/** A {@link Lookup} over a `messages.json`, for where there is no `browser.i18n`. */
export function catalogueLookup(catalogue: Record<string, { message: string }>): Lookup {
  return (key, substitutions) =>
    catalogue[key]?.message.replace(/\$([1-9])/g, (_, index) => substitutions[Number(index) - 1] ?? '') ?? '';
}

/**
 * A {@link Say} over `browser.i18n`. Where the browser's language has no catalogue, the words are English, and numbers,
 * dates and plurals follow the words: half a sentence in another language helps nobody.
 */
export function browserSay(lookup: Lookup, uiLanguage: string): Say {
  const words = lookup('languageTag', []) || 'en';
  const language = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();
  return createSay(lookup, language(words) === language(uiLanguage) ? uiLanguage.replace('_', '-') : words);
}

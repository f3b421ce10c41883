import { browser } from 'wxt/browser';
import { browserSay, type Say } from '../../lib/evals/say.ts';

/** Texts that stand for their own places, so that the browser gives a message back with its places open. */
const PLACES = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];

/**
 * The words of the browser's language. Each message is asked for once: a long report says some of them hundreds of
 * times, and every question leaves JavaScript.
 */
export function readersLanguage(): Say {
  const known = new Map<string, string>();
  const message = (key: string): string => {
    const text = known.get(key) ?? browser.i18n.getMessage(key as never, PLACES);
    known.set(key, text);
    return text;
  };
  return browserSay(
    (key, texts) => message(key).replace(/\$([1-9])/g, (_, place) => texts[Number(place) - 1] ?? ''),
    browser.i18n.getUILanguage(),
  );
}

import { stringify } from 'yaml';
import { wellFormed } from '../evals/view/well-formed.ts';

/** Characters that need no quotes wherever they stand in a line, as long as a letter comes first. */
const PLAIN = /^[A-Za-z][A-Za-z0-9 _./@+()%=~&?:,;-]*$/;
const PLAIN_OPTIONS = { compat: 'yaml-1.1', lineWidth: 0, blockQuote: false } as const;

/** Controls, line separators, marks of direction and others that cannot be seen, and what PyYAML refuses to read. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\ufff0-\uffff]|(?! )\p{Zs}/gu;

/** A text as one YAML scalar on one line, read back as the same text by readers of YAML 1.1 and 1.2. */
export function yamlText(text: string): string {
  const whole = wellFormed(text);
  if (PLAIN.test(whole) && stringify(whole, PLAIN_OPTIONS) === `${whole}\n`) return whole;
  return quoted(whole);
}

/** The same in double quotes whatever it is: dates, and what YAML 1.1 might take for something else. */
export const quoted = (text: string): string => escapeHidden(JSON.stringify(wellFormed(text)));

/** Hidden characters of a text that stands in double quotes, as escapes that every reader of YAML knows. */
export const escapeHidden = (text: string): string =>
  text.replace(HIDDEN, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });

/** How a key is compared: in one case, without separators, without a plural. */
const loosely = (key: string) =>
  key
    .toLowerCase()
    .replace(/[\s_-]/g, '')
    .replace(/s$/, '');

/**
 * The field that a key the Hub does not know almost is: `note` for `notes`, `taskId` for `task_id`. The Hub leaves
 * unknown keys out without a word, so a slip loses what was written; keys that are nothing of the kind are nobody's
 * business.
 */
export function meantField(key: string, known: readonly string[]): string | undefined {
  if (known.includes(key) || key.length > 30) return undefined;
  return known.find((name) => loosely(name) === loosely(key));
}

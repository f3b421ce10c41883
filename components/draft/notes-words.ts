/** The notes with a remark more, parted by a comma as on the boards. */
export function withWords(notes: string, words: string): string {
  const text = notes.trim().replace(/[,;]$/, '');
  return text ? `${text}, ${words}` : words;
}

/** The notes without some of their words, and without the comma that the words leave behind. */
export function withoutWords(notes: string, words: string): string {
  const at = notes.indexOf(words);
  if (at < 0) return notes;
  const before = notes.slice(0, at).replace(/[\s,;]+$/, '');
  const after = notes.slice(at + words.length).replace(/^[\s,;.]+/, '');
  return before && after ? `${before}, ${after}` : before || after;
}

/** A card's metadata and its body, with the lines that they begin on (1-based). */
export interface CardParts {
  /** Text between the `---` lines; empty when the card has none. */
  metadata: string;
  metadataLine: number;
  body: string;
  bodyLine: number;
  /** The metadata begins and never ends. */
  open: boolean;
}

/** Parts a card into YAML front matter and markdown. */
export function splitCard(card: string): CardParts {
  const text = card.replace(/^\uFEFF/, '');
  const whole = { metadata: '', metadataLine: 0, body: text, bodyLine: 1, open: false };
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(0, 200));
  if (!opening) return whole;
  const closing = /^---[ \t]*\r?$/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text);
  if (!end) return { ...whole, open: true };
  const metadata = text.slice(opening[0].length, end.index);
  const lines = countLines(metadata);
  return {
    metadata,
    metadataLine: 2,
    body: text.slice(end.index + end[0].length).replace(/^\n/, ''),
    bodyLine: lines + 3,
    open: false,
  };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * The named character references that are met in cards: blanks, dashes, marks, arrows, and the Greek of benchmark names.
 * All of HTML's 2,231 would be 13 kB of the background, for names that stand in no label and no figure.
 */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ast: '*',
  percnt: '%',
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ndash: '–',
  mdash: '—',
  minus: '−',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  times: '×',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  deg: '°',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  dagger: '†',
  Dagger: '‡',
  sect: '§',
  para: '¶',
  check: '✓',
  checkmark: '✓',
  reg: '®',
  trade: '™',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  alpha: 'α',
  beta: 'β',
  mu: 'μ',
  tau: 'τ',
  Tau: 'Τ',
};

/** Numbers, names, and the names that a browser reads without their semicolon too. */
const reference = /&(?:#(\d{1,7});?|#[xX]([\dA-Fa-f]{1,6});?|([A-Za-z]\w{1,31});|(nbsp|amp|lt|gt|quot))/g;

/** Text with its character references (`&nbsp;`, `&#8224;`) read; one that is not known stays as it is written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (written, decimal?: string, hex?: string, name?: string, bare?: string): string => {
    if (name !== undefined || bare !== undefined) {
      const known = name ?? bare ?? '';
      return Object.hasOwn(NAMED, known) ? (NAMED[known] ?? written) : written;
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}

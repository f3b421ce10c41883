/** A good entry on two lines. Every hostile file that has room for it holds it once before and once after the trap. */
export const goodEntry = '- dataset: {id: cais/hle, task_id: hle}\n  value: 8.80\n';

const KIB = 1024;
/** Just below the size limit, so that nothing is turned away for its size alone. */
const full = (text: string, bytes = 250 * KIB) => text.repeat(Math.floor(bytes / text.length));
const between = (trap: string) => `${goodEntry}${trap}\n${goodEntry}`;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Traps between two good entries, both of which must be found. */
export const survivable: Record<string, string> = {
  'an alias bomb': between(
    `- a: &a [x, x, x, x, x, x, x, x, x]\n${lines(7, (i) => `  ${'bcdefgh'[i]}: &${'bcdefgh'[i]} [${`*${'abcdefg'[i]},`.repeat(9)}]`)}`,
  ),
  'many aliases': between(full('- *a\n')),
  'merges in merges': between(
    `- &a {${lines(4000, (i) => `k${i}: 1,`)}}\n${lines(3, (i) => `- &${'bcd'[i]} {<<: [${`*${'abc'[i]},`.repeat(30)}]}`)}\n${full('- x\n', 100 * KIB)}`,
  ),
  'many anchors': between(full('- &a x\n')),
  'brackets without end': between(`- ${full('[', 200 * KIB)}`),
  'nested brackets': between(`- ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'nested braces': between(`- ${full('{a: ', 200 * KIB)}`),
  'nested dashes': between(full('- ')),
  'nested keys': between(`-\n${lines(700, (i) => `${' '.repeat(i + 2)}k:`)}`),
  'many keys': between(`- k: 1\n${lines(20_000, (i) => `  k${i}: 1`)}`),
  'many keys in braces': between(`- {${lines(14_000, (i) => `k${i}: 1,`)}}`),
  'the same key again and again': between(full('- {a: 1, a: 1}\n')),
  'empty items': between(full('-\n')),
  'texts for items': between(full('- a\n')),
  'open quotes': between(full('- "\n')),
  'one open quote': between(`- "${full('a\n  ')}`),
  'open brackets': between(full('- [\n')),
  'what cannot begin a text': between(full('- `\n')),
  'colons in texts': between(full('- a: b: c\n')),
  'unknown tags': between(full('- !a b\n')),
  'words between items': between(full('x\n')),
  'columns that waver': between(`-\n${full(' -\n-\n')}`),
  'blank lines': between(full('\n')),
  'blank lines in an entry': `${goodEntry}${full('  \n')}${goodEntry}`,
  comments: between(full('#\n')),
  'comments in an entry': between(full('  # x\n')),
  'long lines': between(`- "${full('x')}"`),
  'a long block': between(`- |\n${full('  a\n')}`),
  'escapes without end': between(`- "${full('\\u00e9')}"`),
  'a number without end': between(`- dataset: {id: a/b, task_id: t}\n  value: ${'9'.repeat(200_000)}`),
  'tabs for spaces': between(`- x\n${full('\t-\n')}`),
  'keys named __proto__': between('- __proto__: {dataset: 1}\n  constructor: {prototype: {value: 1}}'),
};

/** Files that hold nothing good, or are far too large. */
export const hopeless: Record<string, string> = {
  'commas in brackets': `[${full(',')}]`,
  'braces in brackets': `[${full('{},')}]`,
  'question marks': full('?\n'),
  'empty documents': full('---\n'),
  documents: full('a\n...\n'),
  directives: full('%A b\n'),
  'anchors alone': full('&a '),
  tags: `- ${full('!a ')}`,
  'zero bytes': full('\0'),
  'byte order marks': full('\uFEFF'),
  'carriage returns': full('\r'),
  'halves of characters': full('\ud800', 80 * KIB),
  spaces: full(' '),
  tabs: full('\t'),
  'a mapping with many keys': lines(25_000, (i) => `k${i}: 1`),
  '10 MB in one line': `- "${'x'.repeat(10_000_000)}"`,
};

/** More good entries than the size limit lets in. */
export const tooLarge = goodEntry.repeat(200_000);

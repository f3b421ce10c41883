import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CatFile, type GitObject } from './cat-file.ts';
import { type Commit, parseCommit, parseTree, type TreeItem } from './parse-objects.ts';

const run = promisify(execFile);

export interface TreeFile {
  path: string;
  oid: string;
}

/** Reads a bare git repository. Objects are cached for ever (they never change), refs never. */
export class BareRepository {
  readonly path: string;
  #cat: CatFile;
  #objects = new Map<string, Promise<GitObject | undefined>>();
  #commits = new Map<string, Commit>();
  #bases = new Map<string, string | undefined>();
  #diffs = new Map<string, Promise<string>>();

  constructor(path: string) {
    this.path = path;
    this.#cat = new CatFile(path);
  }

  close(): void {
    this.#cat.close();
  }

  object(oid: string): Promise<GitObject | undefined> {
    let known = this.#objects.get(oid);
    if (!known) {
      known = this.#cat.read(oid);
      this.#objects.set(oid, known);
      known.then((object) => object ?? this.#objects.delete(oid));
    }
    return known;
  }

  /** The commit that a branch, `refs/pr/N`, tag or 40-hex id stands for. */
  async resolve(revision: string): Promise<string | undefined> {
    if (/^[0-9a-f]{40}$/.test(revision)) return (await this.object(revision))?.type === 'commit' ? revision : undefined;
    const refs = revision.startsWith('refs/')
      ? [revision]
      : [`refs/heads/${revision === 'HEAD' ? 'main' : revision}`, `refs/tags/${revision}`];
    for (const ref of refs) {
      const found = await this.#cat.read(ref);
      if (found?.type === 'commit') {
        this.#objects.set(found.oid, Promise.resolve(found));
        return found.oid;
      }
    }
    return undefined;
  }

  async commit(oid: string): Promise<Commit> {
    const known = this.#commits.get(oid);
    if (known) return known;
    const object = await this.object(oid);
    if (object?.type !== 'commit') throw new Error(`${oid} is no commit of ${this.path}`);
    const commit = parseCommit(oid, object.content);
    this.#commits.set(oid, commit);
    return commit;
  }

  async tree(oid: string): Promise<TreeItem[]> {
    const object = await this.object(oid);
    if (object?.type !== 'tree') return [];
    return parseTree(object.content);
  }

  /** What stands at `path` (empty: the root) in a commit. */
  async entry(commit: string, path: string): Promise<TreeItem | undefined> {
    let here: TreeItem = { name: '', type: 'directory', oid: (await this.commit(commit)).tree };
    for (const name of path.split('/').filter(Boolean)) {
      if (here.type !== 'directory') return undefined;
      const next = (await this.tree(here.oid)).find((item) => item.name === name);
      if (!next) return undefined;
      here = next;
    }
    return here;
  }

  /** All files under a folder, in git's order. */
  async files(commit: string, folder = ''): Promise<TreeFile[]> {
    const root = await this.entry(commit, folder);
    return root?.type === 'directory' ? this.#walk(root.oid, folder) : [];
  }

  async #walk(tree: string, folder: string): Promise<TreeFile[]> {
    const found: TreeFile[] = [];
    for (const item of await this.tree(tree)) {
      const path = folder ? `${folder}/${item.name}` : item.name;
      if (item.type === 'directory') found.push(...(await this.#walk(item.oid, path)));
      else found.push({ path, oid: item.oid });
    }
    return found;
  }

  async blob(oid: string): Promise<Buffer> {
    const object = await this.object(oid);
    if (object?.type !== 'blob') throw new Error(`${oid} is no blob of ${this.path}`);
    return object.content;
  }

  /** Commits from `head` back along first parents, the youngest first. */
  async log(head: string): Promise<Commit[]> {
    const commits: Commit[] = [];
    for (let next: string | undefined = head; next; ) {
      const commit: Commit = await this.commit(next);
      commits.push(commit);
      next = commit.parents[0];
    }
    return commits;
  }

  /** The commit that gave `path` the content that it has at `head`. */
  async lastChange(head: string, path: string): Promise<Commit> {
    let commit = await this.commit(head);
    const now = (await this.entry(head, path))?.oid;
    for (let parent = commit.parents[0]; parent; parent = commit.parents[0]) {
      if ((await this.entry(parent, path))?.oid !== now) break;
      commit = await this.commit(parent);
    }
    return commit;
  }

  /** The youngest commit of `branch` that `head` grew from. */
  async mergeBase(branch: string, head: string): Promise<string | undefined> {
    const key = `${branch} ${head}`;
    if (this.#bases.has(key)) return this.#bases.get(key);
    const known = new Set((await this.log(branch)).map((commit) => commit.oid));
    let next: string | undefined = head;
    while (next && !known.has(next)) next = (await this.commit(next)).parents[0];
    this.#bases.set(key, next);
    return next;
  }

  /** Plain `git diff` between two commits. */
  diff(from: string, to: string): Promise<string> {
    const key = `${from}..${to}`;
    const known = this.#diffs.get(key);
    if (known) return known;
    const asked = run('git', ['--git-dir', this.path, 'diff', '--no-color', '--no-ext-diff', from, to], {
      maxBuffer: 64 * 1024 * 1024,
    }).then(({ stdout }) => stdout);
    this.#diffs.set(key, asked);
    return asked;
  }

  /** Every ref with its commit. */
  async refs(): Promise<{ ref: string; commit: string }[]> {
    const { stdout } = await run('git', ['--git-dir', this.path, 'for-each-ref', '--format=%(objectname) %(refname)']);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ commit: line.slice(0, 40), ref: line.slice(41) }));
  }
}

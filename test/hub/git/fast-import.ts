import { spawn } from 'node:child_process';
import type { CommitPlan } from '../load/plan.ts';

const AUTHOR_FALLBACK = 'community';

/** Seconds since the epoch, as git wants them. */
const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** C-style quoting of git: every path is written quoted, so that blanks, quotes and line ends survive. */
const quotePath = (path: string): string =>
  `"${path.replace(/["\\]/g, (c) => `\\${c}`).replace(/[\n\r\t]/g, (c) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c] ?? c)}"`;

const person = (name: string, at: string): string => {
  const clean = name.replace(/[<>\p{C}\u2028\u2029]/gu, ' ').trim() || AUTHOR_FALLBACK;
  return `${clean} <${encodeURIComponent(clean)}@users.noreply.huggingface.co> ${seconds(at)} +0000`;
};

/** A stream for `git fast-import`: commits on refs, each from a mark, a commit id, or nothing. */
export class FastImport {
  #parts: Buffer[] = [];
  #marks = 0;

  /** Adds a commit and returns its mark (`:3`), usable as the `from` of a later one. */
  commit(ref: string, plan: CommitPlan, from: string | undefined): string {
    const mark = `:${++this.#marks}`;
    const who = person(plan.author ?? AUTHOR_FALLBACK, plan.at);
    this.#line(`commit ${ref}`);
    this.#line(`mark ${mark}`);
    this.#line(`author ${who}`);
    this.#line(`committer ${who}`);
    this.#data(Buffer.from(plan.message));
    if (from !== undefined) this.#line(`from ${from}`);
    if (plan.merge !== undefined) this.#line(`merge ${plan.merge}`);
    for (const [path, content] of Object.entries(plan.files)) {
      if (content === null) {
        this.#line(`D ${quotePath(path)}`);
      } else {
        this.#line(`M 100644 inline ${quotePath(path)}`);
        this.#data(Buffer.from(content));
      }
    }
    return mark;
  }

  /** Points a ref at a mark or a commit without a new commit. */
  reset(ref: string, from: string): void {
    this.#line(`reset ${ref}`);
    this.#line(`from ${from}\n`);
  }

  /** Writes everything into the bare repository at `path`; rejects with git's own words. */
  run(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const git = spawn('git', ['--git-dir', path, 'fast-import', '--quiet', '--force', '--date-format=raw'], {
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let complaint = '';
      git.stderr.on('data', (chunk) => {
        complaint += chunk;
      });
      git.on('error', reject);
      git.stdin.on('error', () => {}); // the exit code says why
      git.on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`git fast-import into ${path} failed (${code}): ${complaint}`)),
      );
      git.stdin.end(Buffer.concat(this.#parts));
    });
  }

  #line(text: string): void {
    this.#parts.push(Buffer.from(`${text}\n`));
  }

  #data(bytes: Buffer): void {
    this.#line(`data ${bytes.length}`);
    this.#parts.push(bytes, Buffer.from('\n'));
  }
}

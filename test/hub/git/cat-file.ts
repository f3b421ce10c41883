import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** An object as `git cat-file --batch` gives it. */
export interface GitObject {
  oid: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  content: Buffer;
}

/** A running `git cat-file --batch`: one process a repository, questions in line, refs always as they are now. */
export class CatFile {
  #path: string;
  #process: ChildProcessWithoutNullStreams | undefined;
  #waiting: ((object: GitObject | undefined) => void)[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  #needed = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Reads a ref or an object id; undefined when there is none. */
  read(spec: string): Promise<GitObject | undefined> {
    if (/[\n\r\0]/.test(spec)) return Promise.resolve(undefined);
    const process = this.#start();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      process.stdin.write(`${spec}\n`);
    });
  }

  close(): void {
    this.#process?.stdin.end();
    this.#process?.kill();
    this.#process = undefined;
    for (const answer of this.#waiting.splice(0)) answer(undefined);
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#process) return this.#process;
    const started = spawn('git', ['--git-dir', this.#path, 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'pipe'] });
    started.stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      if (this.#length >= this.#needed) this.#drain();
    });
    started.stdin.on('error', () => {}); // close() answers those who wait
    started.on('error', () => this.close());
    started.unref();
    this.#process = started;
    return started;
  }

  #drain(): void {
    let bytes = Buffer.concat(this.#chunks);
    for (;;) {
      const end = bytes.indexOf(10);
      if (end < 0) break;
      const header = bytes.subarray(0, end).toString();
      const found = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header);
      if (!found) {
        bytes = bytes.subarray(end + 1);
        this.#waiting.shift()?.(undefined);
        continue;
      }
      const size = Number(found[3]);
      this.#needed = end + 1 + size + 1;
      if (bytes.length < this.#needed) break;
      const content = Buffer.from(bytes.subarray(end + 1, end + 1 + size));
      bytes = bytes.subarray(this.#needed);
      this.#needed = 0;
      this.#waiting.shift()?.({ oid: found[1] as string, type: found[2] as GitObject['type'], content });
    }
    this.#chunks = bytes.length ? [bytes] : [];
    this.#length = bytes.length;
  }
}

import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { type EvalResult, evalResults } from '../evals/eval-results.ts';
import { BareRepository } from '../git/bare-repository.ts';
import { FastImport } from '../git/fast-import.ts';
import type { RecordedItem, RepositoryPlan } from '../load/plan.ts';
import { createDiscussion, type Discussion, objectId } from './discussion.ts';

/** `gitBlobId('…')`: the id that git gives to content, `sha1("blob <len>\0" + bytes)`. */
export function gitBlobId(content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A repository of the local Hub: a bare git repository and what git does not know of it. */
export class HubRepository {
  readonly plan: RepositoryPlan;
  readonly git: BareRepository;
  readonly discussions = new Map<number, Discussion>();
  readonly resultsCache = new Map<string, EvalResult[]>();
  readonly #kept = new Map<string, RecordedItem[]>();
  readonly #verified = new Set<string>();
  /** Set by the first write: `reset` builds it anew. */
  written = false;

  constructor(plan: RepositoryPlan, path: string) {
    this.plan = plan;
    this.git = new BareRepository(path);
    for (const discussion of plan.discussions)
      this.discussions.set(discussion.num, createDiscussion(plan.id, discussion));
  }

  get id(): string {
    return this.plan.id;
  }

  /** `models` or `datasets`, as in API paths. */
  get collection(): string {
    return `${this.plan.type}s`;
  }

  /** Path of its page: `/org/name`, `/datasets/org/name`. */
  get page(): string {
    return this.plan.type === 'model' ? `/${this.id}` : `/datasets/${this.id}`;
  }

  get objectId(): string {
    return typeof this.plan.facts._id === 'string' ? this.plan.facts._id : objectId(this.collection, this.id);
  }

  get gated(): false | 'auto' | 'manual' {
    const { gated } = this.plan.facts;
    return gated === 'auto' || gated === 'manual' ? gated : false;
  }

  get isPrivate(): boolean {
    return this.plan.facts.private === true;
  }

  get isDisabled(): boolean {
    return this.plan.facts.disabled === true;
  }

  /** Head commit of main. */
  head(): Promise<string | undefined> {
    return this.git.resolve('main');
  }

  evalResults(): Promise<EvalResult[]> {
    return evalResults(this);
  }

  /** Text of a file on main; undefined when there is none. */
  async text(path: string): Promise<string | undefined> {
    const head = await this.head();
    const entry = head && (await this.git.entry(head, path));
    return entry && entry.type === 'file' ? (await this.git.blob(entry.oid)).toString('utf8') : undefined;
  }

  /** The front matter of README.md. */
  async cardData(): Promise<Record<string, unknown>> {
    const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec((await this.text('README.md')) ?? '');
    try {
      const data: unknown = front ? parse(front[1] ?? '') : {};
      return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  }

  /** How many files are answered from the recording because no honest text leads there. */
  get keptCount(): number {
    return this.#kept.size;
  }

  /** The recorded answer for a file whose text was not recorded; only as long as the file is untouched. */
  keptAnswer(path: string, pullRequest: number | undefined, oid: string): RecordedItem[] | undefined {
    return this.#kept.get(`${pullRequest ?? 'main'} ${oid} ${path}`);
  }

  isVerified(path: string, pullRequest: number | undefined, index: number, oid: string): boolean {
    return this.#verified.has(`${pullRequest ?? 'main'} ${oid} ${index} ${path}`);
  }

  /** Writes all commits of the plan into the (empty) bare repository. */
  async build(): Promise<void> {
    const stream = new FastImport();
    let main: string | undefined;
    for (const commit of this.plan.commits) main = stream.commit('refs/heads/main', commit, main);
    for (const { num, commits } of this.plan.discussions) {
      if (!commits) continue;
      let head = main;
      for (const commit of commits) head = stream.commit(`refs/pr/${num}`, commit, head);
      if (head && commits.length === 0) stream.reset(`refs/pr/${num}`, head);
    }
    await stream.run(this.git.path);
    for (const kept of this.plan.kept) {
      const oid = this.#plannedBlob(kept.path, kept.pullRequest);
      if (oid) this.#kept.set(`${kept.pullRequest ?? 'main'} ${oid} ${kept.path}`, kept.items);
    }
    for (const { path, pullRequest, index } of this.plan.verified) {
      const oid = this.#plannedBlob(path, pullRequest);
      if (oid) this.#verified.add(`${pullRequest ?? 'main'} ${oid} ${index} ${path}`);
    }
  }

  #plannedBlob(path: string, pullRequest: number | undefined): string | undefined {
    const commits =
      pullRequest === undefined
        ? this.plan.commits
        : (this.plan.discussions.find((discussion) => discussion.num === pullRequest)?.commits ?? []);
    const content = commits.findLast((commit) => commit.files[path] !== undefined)?.files[path];
    return content === undefined || content === null ? undefined : gitBlobId(content);
  }

  close(): void {
    this.git.close();
  }
}

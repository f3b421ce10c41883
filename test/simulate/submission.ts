import { readGround } from '../../lib/background/draft-ground.ts';
import { readSpecGround } from '../../lib/background/spec-ground.ts';
import { createSubmitRunner, type SubmitRunner } from '../../lib/background/submit-runner.ts';
import type { Draft, ScoresDraft, SpecDraft, SubmissionPlan } from '../../lib/draft/draft.ts';
import { planSubmission } from '../../lib/draft/plan.ts';
import { planSpec } from '../../lib/draft/spec/plan-spec.ts';
import { createHub } from '../../lib/hub/hub.ts';
import { createHubWriter } from '../../lib/hub/hub-writer.ts';
import { gather } from '../../lib/loaders/gather.ts';
import { createDrafts } from '../../lib/store/drafts.ts';
import { createSubmissions } from '../../lib/store/submissions.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { FAULTS, type Fault, faulty } from './faults.ts';
import { Clock, createArea, Life } from './mortal.ts';

const TOKEN = 'hf_localMiraWrite';
const ACCOUNT = 'mira';

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How one simulation goes: what becomes of each request by its place, and when workers die. */
export interface Weather {
  faults: Map<number, Fault>;
  /** The same for requests that write, counted by themselves. */
  writes: Map<number, Fault>;
  /** Half-calls of each worker until its death, one after the other; then they live. */
  lives: number[];
}

export function weatherOf(random: () => number): Weather {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const faults = new Map<number, Fault>();
  const writes = new Map<number, Fault>();
  // A submission makes some twenty requests, one to three of them to write.
  for (let count = Math.floor(random() * 3); count > 0; count--) faults.set(Math.floor(random() * 26), pick(FAULTS));
  for (let count = Math.floor(random() * 4); count > 0; count--) writes.set(Math.floor(random() * 4), pick(FAULTS));
  const lives = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(random() * 80));
  return { faults, writes, lives };
}

const fine = (): Weather => ({ faults: new Map(), writes: new Map(), lives: [] });

type World = Pick<Parameters<typeof gather>[1], 'base' | 'now' | 'sleep' | 'fetch'>;

/** One reader, one storage and many short-lived workers, at the local Hub. */
export class Simulation {
  readonly clock = new Clock();
  readonly area = createArea();
  /** What dead workers and cut lines still do. */
  readonly late: Promise<unknown>[] = [];
  readonly faced: Fault[] = [];
  deaths = 0;
  #hub: LocalHub;
  #weather: Weather;
  #requests = 0;
  #writes = 0;
  #revoked = false;
  #life = new Life(Number.POSITIVE_INFINITY);
  /** Who is signed in; nobody without one. */
  token: string | undefined = TOKEN;
  #runner: SubmitRunner | undefined;

  constructor(hub: LocalHub, weather: Weather = fine()) {
    this.#hub = hub;
    this.#weather = weather;
  }

  /** From now on the weather is fine. */
  calm(): void {
    this.#weather = fine();
    this.#revoked = false;
    this.#life.spare();
  }

  #fetch =
    (life: Life): typeof fetch =>
    (input, init) =>
      life.call(() => {
        const isOwn = new Headers(init?.headers).has('authorization');
        if (this.#revoked && isOwn) return faulty('revoked', fetchNothing, () => undefined);
        const { faults, writes } = this.#weather;
        const general = faults.get(this.#requests++);
        const fault = general ?? (init?.method === 'POST' ? writes.get(this.#writes++) : undefined);
        // What a dead worker has asked for is done all the same: its signal is not heard.
        const { signal: _, ...rest } = init ?? {};
        const request = () => fetch(input, rest);
        if (!fault || (fault === 'revoked' && !isOwn)) return request();
        this.faced.push(fault);
        if (fault === 'revoked') this.#revoked = true;
        return faulty(fault, request, (work) => this.late.push(work.catch(() => undefined)));
      });

  /** The runner of the worker that lives; the next one begins by going on with what is left. */
  runner(): SubmitRunner {
    if (this.#runner && !this.#life.isOver) return this.#runner;
    const isFirst = !this.#runner;
    if (!isFirst) this.deaths++;
    const life = new Life(this.#weather.lives.shift() ?? Number.POSITIVE_INFINITY);
    const base = this.#hub.url;
    const now = () => this.clock.now;
    const sleep = (ms: number) => life.call(() => this.clock.sleep(ms));
    const world = { base, now, sleep, fetch: this.#fetch(life) };
    const reader = createHub({ ...world, credentials: 'omit' });
    const area = life.area(this.area);
    const runner = createSubmitRunner({
      drafts: createDrafts(area),
      submissions: createSubmissions(area),
      now,
      sleep,
      reader,
      writer: async () => (this.token === undefined ? undefined : createHubWriter({ ...world, token: this.token })),
      ground: {
        scores: (draft) => this.#ground(world, draft),
        spec: (draft) => this.#specGround(world, draft),
      },
      tell: () => undefined,
      onOpened: () => undefined,
    });
    this.#life = life;
    this.#runner = runner;
    if (!isFirst) void runner.resume().catch(() => undefined);
    return runner;
  }

  #ground(world: World, draft: ScoresDraft) {
    const { repo, updates } = draft;
    const cache = { get: async () => undefined, set: async () => undefined };
    const parts = {
      report: (id: string, signal: AbortSignal) => gather(id, { ...world, cache, signal, everyPullRequest: true }),
      hub: createHub({ ...world, credentials: 'omit' }),
      benchmarks: async () => ({ benchmarks: [], boards: [] }),
      now: world.now,
    };
    const about = { repo, ...(updates !== undefined && { updates }) };
    return readGround(parts, about, new AbortController().signal);
  }

  #specGround(world: World, { repo }: SpecDraft) {
    const hub = createHub({ ...world, credentials: 'omit' });
    return readSpecGround({ hub, now: world.now }, repo, new AbortController().signal);
  }

  /** What the composer shows and the reader confirms, on a ground that is read in fine weather. */
  async plan(draft: Draft, key: string): Promise<SubmissionPlan | undefined> {
    const { now } = this.clock;
    const world = { base: this.#hub.url, now: () => now, fetch };
    const context = { now, account: ACCOUNT, key, version: '0' };
    return draft.kind === 'spec'
      ? planSpec(draft, { ...context, ground: await this.#specGround(world, draft) }).plan
      : planSubmission(draft, { ...context, ground: await this.#ground(world, draft) }).plan;
  }

  drafts = () => createDrafts(this.area);

  /** Asks the worker that lives; when it dies first, the page gets no answer. */
  async ask(act: (runner: SubmitRunner) => Promise<unknown>): Promise<void> {
    const runner = this.runner();
    await Promise.race([act(runner).catch(() => undefined), this.#life.death]);
    // Whatever the dead one has begun runs dry.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Workers come and go until nothing is under way any more. */
  async settle(id: string): Promise<Draft> {
    this.calm();
    for (let turn = 0; ; turn++) {
      await this.ask((runner) => runner.goOn(id));
      const draft = await this.drafts().read(id);
      if (!draft) throw new Error('the draft is lost');
      if (['stopped', 'opened', 'draft'].includes(draft.submission.step)) return draft;
      if (turn > 20) throw new Error(`never at rest: ${JSON.stringify(draft.submission)}`);
      this.clock.now += 60_000;
    }
  }
}

const fetchNothing = () => Promise.reject(new Error('nothing is asked'));

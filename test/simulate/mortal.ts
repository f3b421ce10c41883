import { setTimeout as wait } from 'node:timers/promises';
import type { Area } from '../../lib/store/drafts.ts';

/** A storage area that outlives the workers that use it. */
export function createArea(): Area {
  const kept = new Map<string, string>();
  const read = (key: string) => {
    const text = kept.get(key);
    return text === undefined ? [] : [[key, JSON.parse(text) as unknown] as const];
  };
  return {
    get: async (keys) =>
      Object.fromEntries((keys === null ? [...kept.keys()] : [keys].flat()).flatMap((key) => read(key))),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value));
    },
    remove: async (key) => void kept.delete(key),
    getKeys: async () => [...kept.keys()],
  };
}

/** Time of a simulation; a virtual second of sleep is a few real milliseconds, in which the Hub goes on. */
export class Clock {
  now = Date.UTC(2026, 9, 7, 12);
  async sleep(ms: number): Promise<void> {
    await wait(ms / 150);
    this.now += ms;
  }
}

/** A worker that may be killed at any call that it makes to the world: before the call is made, or before it answers. */
export class Life {
  #calls = 0;
  #endsAt: number;
  #dead = false;
  readonly death: Promise<void>;
  #die: () => void = () => undefined;

  /** @param endsAt half-calls until its death: an even number falls before a call, an odd one after it */
  constructor(endsAt: number) {
    this.#endsAt = endsAt;
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  get isOver(): boolean {
    return this.#dead;
  }

  /** It will not die any more. */
  spare(): void {
    this.#endsAt = Number.POSITIVE_INFINITY;
  }

  end(): void {
    this.#dead = true;
    this.#die();
  }

  /** Makes a call of this worker. To the dead nothing is ever answered, and nothing that they ask for is done. */
  async call<T>(act: () => Promise<T>): Promise<T> {
    if (this.#beat()) return new Promise(() => undefined);
    const answer = await act().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (this.#beat()) return new Promise(() => undefined);
    if ('error' in answer) throw answer.error;
    return answer.value;
  }

  #beat(): boolean {
    if (!this.#dead && this.#calls++ >= this.#endsAt) this.end();
    return this.#dead;
  }

  area(area: Area): Area {
    return {
      get: (keys) => this.call(() => area.get(keys)),
      set: (items) => this.call(() => area.set(items)),
      remove: (keys) => this.call(() => area.remove(keys)),
      getKeys: () => this.call(() => area.getKeys?.() ?? Promise.resolve([])),
    };
  }
}

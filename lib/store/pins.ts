import * as z from 'zod/mini';
import { keptItem } from './kept-item.ts';

/** More than anyone compares; the compare page takes {@link MOST_COMPARED} of them at a time. */
const MOST_PINS = 60;

/** Shape version of what is kept: ids of models, in the reader's order. */
const VERSION = 1;

/** `org/name`, or a legacy `name`: the Hub's characters, and its limit of 96 a part. */
const schema = z.array(z.string().check(z.regex(/^[\w.-]{1,96}(\/[\w.-]{1,96})?$/))).check(z.maxLength(MOST_PINS));

export interface PinStore {
  /** The pinned models, in the reader's order. */
  read(): Promise<string[]>;
  /** Pins a model, as the last one, or takes it off. A full list stays as it is. Answers what holds now. */
  set(repo: string, pinned: boolean): Promise<string[]>;
  /** Puts a whole list in the place of the one before; doubles are left out. */
  write(repos: readonly string[]): Promise<string[]>;
}

/** Ids are one whatever their case, as the Hub compares them. */
const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

/** Pins in `storage.local`. What cannot be read counts as none. */
export function createPins(): PinStore {
  const { read, change: changeAll } = keptItem('pins', {
    version: VERSION,
    parse: (kept) => schema.safeParse(kept).data ?? [],
  });
  const change = (changed: (repos: string[]) => string[]) => changeAll((repos) => changed(repos).slice(0, MOST_PINS));
  return {
    read,
    set: (repo, pinned) =>
      change((repos) => {
        if (pinned) return repos.some(same(repo)) ? repos : [...repos, repo];
        return repos.filter((one) => !same(repo)(one));
      }),
    write: (repos) => change(() => repos.filter((one, index) => repos.findIndex(same(one)) === index)),
  };
}

import type { Hub } from '../model/hub.ts';
import type { Reader } from './users.ts';

/** One request on its way through the handlers. */
export interface Context {
  hub: Hub;
  method: string;
  url: URL;
  /** Path segments, each decoded by itself: `refs%2Fpr%2F4` is one. */
  segments: string[];
  /** `https://huggingface.co` over TLS, else the loopback address: base of all absolute URLs in answers. */
  origin: string;
  headers: Record<string, string | undefined>;
  reader: Reader;
  body(): Promise<Buffer>;
}

export const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // the Hub's own links leave a bare `%` in task ids
  }
};

/** `expand`, `expand[]`, also comma-separated. */
export const listParam = (query: URLSearchParams, name: string): string[] =>
  [...query.getAll(name), ...query.getAll(`${name}[]`)].flatMap((value) => value.split(',')).filter(Boolean);

export const flagParam = (query: URLSearchParams, name: string): boolean =>
  ['1', 'true', ''].includes(query.get(name) ?? 'no');

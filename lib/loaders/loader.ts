import type { CardReading } from '../card/card.ts';
import type { Evidence, Gap } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import type { Hub } from '../hub/hub.ts';
import type { ModelInfo } from '../hub/model-info.ts';

/**
 * Where loaders keep what they read, by key (`pull-request:org/name:12`). The extension backs it with storage, the
 * command line with nothing. What is read back is `unknown` and goes through a schema again.
 */
export interface EvidenceCache {
  get(key: string): Promise<unknown>;
  /** `secret` marks what came from a private or gated repository: it must stay in memory. */
  set(key: string, value: unknown, privacy: 'public' | 'secret'): Promise<void>;
}

/** What the README on main says; undefined where there is none. */
export interface ModelCard {
  /** As it was the last time, before the Hub has said whether it still is. Never rejects. */
  kept: Promise<CardReading | undefined>;
  /** As it is. Rejects with a `HubError` when it could not be read. */
  now: Promise<CardReading | undefined>;
}

/** What a loader gets. Everything that touches the world is a parameter. */
export interface LoaderContext {
  repo: string;
  hub: Hub;
  signal: AbortSignal;
  cache: EvidenceCache;
  /** The API's answer, asked once for all loaders; rejects as the request did. */
  modelInfo(): Promise<ModelInfo>;
  /** The README on main, read and understood once for the loaders that speak of it. */
  modelCard(): ModelCard;
  /** Open pull requests and discussions as the page's header counts them; undefined when unknown. */
  openDiscussions: number | undefined;
  /** The reader asked to look into every open pull request. */
  everyPullRequest: boolean;
}

/** One place where scores come from. One file, one line in `index.ts`, one test. */
export interface Loader {
  name: LoaderName;
  /**
   * Reads its place. May `emit` partial evidence as it comes (each replaces the one before); returns the last word.
   * Throws a `HubError` when nothing at all could be read; what could be read in part is evidence with gaps.
   */
  load(context: LoaderContext, emit: (evidence: Evidence) => void): Promise<Evidence>;
}

/** Turns what a loader threw into the gap that the report shows. */
export type ToGap = (loader: LoaderName, thrown: unknown) => Gap;

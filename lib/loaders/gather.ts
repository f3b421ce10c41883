import { buildInSteps } from '../evals/build.ts';
import { inSlices } from '../evals/in-slices.ts';
import type { Evidence, LoaderState, Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import { createHub, type Hub, type HubOptions } from '../hub/hub.ts';
import { type ModelInfo, readModelInfo } from '../hub/model-info.ts';
import { inBursts } from './in-bursts.ts';
import { loaders } from './index.ts';
import type { EvidenceCache, Loader, LoaderContext, ModelCard } from './loader.ts';
import { readModelCard } from './read-model-card.ts';
import { toGap } from './to-gap.ts';
import { withinBounds } from './within-bounds.ts';

export interface GatherOptions extends Pick<HubOptions, 'fetch' | 'base' | 'now' | 'timeoutMs' | 'sleep'> {
  /** Ends all requests; `gather` then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** `omit` unless told. */
  credentials?: RequestCredentials;
  /** Loaders that the reader switched off. */
  off?: readonly LoaderName[];
  /** Look into every open pull request, on all pages of the list. */
  everyPullRequest?: boolean;
  /** As the page's header counts them; 0 saves the list. */
  openDiscussions?: number;
  cache: EvidenceCache;
  /** The report that the reader may be looking at: rows keep its places, and it stays when nothing answers. */
  stored?: Report;
  /** Hears of every complete snapshot but the last one, which is returned; about ten a second at most. */
  onSnapshot?(report: Report): void;
}

type States = Record<LoaderName, LoaderState>;

/**
 * Reads all that anyone reports for a repository. The loaders run side by side; one that fails is a gap and takes
 * nothing from the others. Runs wherever there is a `fetch`.
 */
export async function gather(repo: string, options: GatherOptions): Promise<Report> {
  const { now, off = [], stored } = options;
  const signal = options.signal ?? new AbortController().signal;
  const states = Object.fromEntries(
    loaders.map(({ name }) => [name, off.includes(name) ? 'off' : 'pending']),
  ) as States;
  const parts: Partial<Record<LoaderName, Evidence>> = {};
  const threw = new Set<string>();
  let last = stored;
  const assemble = async (): Promise<Report> => {
    const fresh = await inSlices(buildInSteps(repo, { ...parts }, { ...states }, now(), last));
    const unlisted = parts['pull-requests']?.unlistedPullRequests;
    // When not one loader got through, what was known before says more than an empty report.
    const silent = !Object.entries(parts).some(([name, part]) => !threw.has(name) && saysSomething(part));
    last =
      stored && silent
        ? { ...stored, stored: true, loaders: fresh.loaders, gaps: fresh.gaps }
        : { ...fresh, ...(unlisted !== undefined && { unlistedPullRequests: unlisted }) };
    return last;
  };
  const snapshots = inBursts(async () => {
    if (signal.aborted) return;
    const report = await assemble();
    if (!signal.aborted) options.onSnapshot?.(report);
  });
  // Before the API has answered a snapshot would hold less than the page itself, and put off the first one that counts.
  const grew = () => {
    if (states['eval-results'] !== 'pending') snapshots.ask();
  };
  const context = toContext(repo, options, signal);

  const run = async ({ name, load }: Loader) => {
    try {
      const evidence = await load(context, (sofar) => {
        parts[name] = withinBounds(name, sofar);
        grew();
      });
      parts[name] = withinBounds(name, evidence);
    } catch (error) {
      threw.add(name);
      const before = parts[name] ?? { entries: [], findings: [], gaps: [], pullRequests: [] };
      parts[name] = { ...before, gaps: [...before.gaps, toGap(name, error)] };
    }
    states[name] = parts[name].gaps.length > 0 ? 'gap' : 'ok';
    grew();
  };
  await Promise.all(loaders.filter(({ name }) => !off.includes(name)).map(run));
  await snapshots.stop();
  signal.throwIfAborted();
  return assemble();
}

function saysSomething({ entries, findings, pullRequests, facts }: Evidence): boolean {
  return facts !== undefined || entries.length + findings.length + pullRequests.length > 0;
}

function toContext(repo: string, options: GatherOptions, signal: AbortSignal): LoaderContext {
  const { credentials = 'omit', cache, openDiscussions, everyPullRequest = false } = options;
  const hub: Hub = createHub({ ...options, credentials });
  let asked: Promise<ModelInfo> | undefined;
  let card: ModelCard | undefined;
  const modelInfo = () => {
    asked ??= readModelInfo(hub, repo, { signal });
    return asked;
  };
  return {
    repo,
    hub,
    signal,
    cache,
    modelInfo,
    modelCard: () => {
      card ??= readModelCard({ repo, hub, signal, cache, modelInfo });
      return card;
    },
    openDiscussions,
    everyPullRequest,
  };
}

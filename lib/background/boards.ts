import { lookupBenchmark } from '../evals/benchmarks/index.ts';
import type { BenchmarkSpec, Board, OfficialBenchmark } from '../evals/board/board.ts';
import type { ListedModel } from '../evals/list/report-of-listed.ts';
import { readVariant } from '../evals/variant/index.ts';
import { topOf } from '../evals/view/board/top.ts';
import type { Hub } from '../hub/hub.ts';
import { officialBenchmarks } from '../loaders/board/official-benchmarks.ts';
import {
  type Aside,
  readBases,
  readBoard,
  readListedModels,
  readSpec,
  withAsides,
} from '../loaders/board/read-benchmark.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, type Sender, tabShowsDataset } from '../messaging/senders.ts';
import type { OfficialList } from '../store/official-list.ts';
import type { ReportStore } from '../store/reports.ts';
import type { Handlers } from './receive.ts';

export interface BoardParts {
  hub: Hub;
  official: OfficialList;
  store: Pick<ReportStore, 'all'>;
  /** Epoch milliseconds. */
  now(): number;
}

/** A board that was read within this time is answered again: a reader goes to and fro between tasks. */
const FRESH_MS = 60_000;

/** Boards of a thousand rows and more are not kept by the dozen. */
const MOST_KEPT = 8;

export type BoardHandlers = Pick<Handlers, 'readOfficialBenchmarks' | 'readBenchmark' | 'readBoard' | 'readBoardTop'>;

/** What the background answers about benchmarks. */
export function createBoardHandlers({ hub, official, store, now }: BoardParts): BoardHandlers {
  const world = { hub, signal: new AbortController().signal, now };
  const list = () => official.read(() => officialBenchmarks.load({ dataset: '', ...world }));
  const specs = createRecent<BenchmarkSpec>(now);
  const boards = createRecent<Board>(now);
  const bases = createRecent<Aside<string[]>>(now);
  const models = createRecent<Aside<ListedModel[]>>(now);

  const ready = new Set<string>();
  /**
   * Compiles the patterns that setups are read by while the Hub is still answering; a board would wait for it afterwards.
   * The browser compiles a pattern when it is first used, and to the fast form when it is used again.
   */
  const readyWords = (dataset: string) => {
    if (ready.has(dataset)) return;
    ready.add(dataset);
    setTimeout(() => {
      for (const [notes, sourceName] of [
        ['no tools', 'Model Card'],
        ['with tools, high effort', 'Technical Report'],
      ])
        readVariant({ notes, path: `.eval_results/${notes}.yaml`, sourceName, dataset });
    });
  };

  const mayAsk = (sender: Sender, dataset: string) => {
    if (isHubUrl(sender.url) && !tabShowsDataset(sender, dataset))
      throw new Refused(`${dataset} is asked for, which this tab does not show`);
  };

  const readBoardOf: BoardHandlers['readBoard'] = async (request, sender) => {
    const { dataset, task, refresh = false } = request;
    mayAsk(sender, dataset);
    const key = JSON.stringify([dataset.toLowerCase(), task]);
    const which = { dataset, ...(task !== undefined && { task }) };
    const board = boards.get(key, async () => readBoard(which, await store.all(), world), refresh);
    readyWords(dataset);
    if (refresh) {
      // What belongs to the board is asked for anew with it, when it is wanted.
      bases.forget(key);
      models.forget('');
    }
    if (!request.bases && !request.models) return board;
    const [own, listed] = await Promise.all([
      request.bases ? bases.get(key, () => readBases(which, world)) : undefined,
      request.models ? models.get('', () => readListedModels(world)) : undefined,
    ]);
    return withAsides(await board, own, listed, await store.all());
  };

  return {
    readOfficialBenchmarks: async () => (await list()).map(toOfficial),
    async readBenchmark(dataset, sender) {
      mayAsk(sender, dataset);
      return specs.get(dataset.toLowerCase(), async () => readSpec(dataset, list, await store.all(), world));
    },
    readBoard: readBoardOf,
    readBoardTop: async (request, sender) => topOf(await readBoardOf(request, sender)),
  };
}

/** Answers of the last minute; the same question meanwhile gets the same answer, unless it has gaps. */
function createRecent<T extends { gaps: readonly unknown[] }>(now: () => number) {
  const kept = new Map<string, { at: number; answer: Promise<T> }>();
  return {
    forget: (key: string) => kept.delete(key),
    get(key: string, ask: () => Promise<T>, refresh = false): Promise<T> {
      const known = kept.get(key);
      if (known && !refresh && now() - known.at < FRESH_MS) return known.answer;
      const answer = ask();
      kept.delete(key);
      kept.set(key, { at: now(), answer });
      const forget = () => {
        if (kept.get(key)?.answer === answer) kept.delete(key);
      };
      answer.then(({ gaps }) => gaps.length > 0 && forget(), forget);
      for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return answer;
    },
  };
}

const toOfficial = (dataset: string): OfficialBenchmark => ({
  dataset,
  name: lookupBenchmark(dataset)?.name ?? dataset.split('/')[1] ?? dataset,
});

import { lookupBenchmark } from '../evals/benchmarks/index.ts';
import type { Board, OfficialBenchmark } from '../evals/board/board.ts';
import type { Hub } from '../hub/hub.ts';
import { officialBenchmarks } from '../loaders/board/official-benchmarks.ts';
import { readBoard, readSpec } from '../loaders/board/read-benchmark.ts';
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

export type BoardHandlers = Pick<Handlers, 'readOfficialBenchmarks' | 'readBenchmark' | 'readBoard'>;

/** What the background answers about benchmarks. */
export function createBoardHandlers({ hub, official, store, now }: BoardParts): BoardHandlers {
  const signal = new AbortController().signal;
  const boards = new Map<string, { at: number; board: Promise<Board> }>();
  const list = () => official.read(() => officialBenchmarks.load({ dataset: '', hub, signal }));

  const mayAsk = (sender: Sender, dataset: string) => {
    if (isHubUrl(sender.url) && !tabShowsDataset(sender, dataset))
      throw new Refused(`${dataset} is asked for, which this tab does not show`);
  };

  return {
    readOfficialBenchmarks: async () => (await list()).map(toOfficial),
    async readBenchmark(dataset, sender) {
      mayAsk(sender, dataset);
      return readSpec(dataset, list, { hub, signal, now });
    },
    async readBoard(request, sender) {
      mayAsk(sender, request.dataset);
      const key = JSON.stringify([request.dataset.toLowerCase(), request.task, request.bases ?? false]);
      const known = boards.get(key);
      if (known && !request.refresh && now() - known.at < FRESH_MS) return known.board;
      const board = store.all().then((reports) => readBoard(request, reports, { hub, signal, now }));
      boards.delete(key);
      boards.set(key, { at: now(), board });
      const forget = () => boards.get(key)?.board === board && boards.delete(key);
      board.then(({ gaps }) => gaps.length > 0 && forget(), forget);
      for (const oldest of [...boards.keys()].slice(0, -MOST_KEPT)) boards.delete(oldest);
      return board;
    },
  };
}

const toOfficial = (dataset: string): OfficialBenchmark => ({
  dataset,
  name: lookupBenchmark(dataset)?.name ?? dataset.split('/')[1] ?? dataset,
});

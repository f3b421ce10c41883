import type { DraftGround } from '../draft/ground.ts';
import type { GroundRequest } from '../messaging/draft-messages.ts';
import type { BoardHandlers } from './boards.ts';

type About = NonNullable<GroundRequest['benchmarks']>;

const isDataset = (id: string) => /^[\w.-]{1,96}\/[\w.-]{1,96}$/.test(id);

/** What the drafted benchmarks say of themselves, and their boards' values; what cannot be read is left out. */
export async function groundBenchmarks(
  { readBenchmark, readBoard }: Pick<BoardHandlers, 'readBenchmark' | 'readBoard'>,
  about: About,
): Promise<Pick<DraftGround, 'benchmarks' | 'boards'>> {
  const named = about.filter(({ dataset }) => isDataset(dataset));
  const datasets = [...new Set(named.map(({ dataset }) => dataset))];
  const tasks = [...new Map(named.filter(({ task }) => task).map((one) => [JSON.stringify(one), one])).values()];
  const [benchmarks, boards] = await Promise.all([
    Promise.allSettled(
      datasets.map(async (dataset) => {
        const { official, file, tasks: known } = await readBenchmark(dataset, {});
        if (file === 'read') return { dataset, official, tasks: known.map(({ id }) => id) };
        // A dataset without the file is no benchmark; of one whose file is closed or failed nobody can say so.
        return {
          dataset,
          official,
          ...(file !== 'none' && { unread: file === 'closed' ? file : ('failed' as const) }),
        };
      }),
    ),
    Promise.allSettled(
      tasks.map(async ({ dataset, task }) => {
        const { rows } = await readBoard({ dataset, task }, {});
        return { dataset, task, values: rows.map(({ value }) => value) };
      }),
    ),
  ]);
  const read = <T>(results: PromiseSettledResult<T>[]) =>
    results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return { benchmarks: read(benchmarks), boards: read(boards) };
}

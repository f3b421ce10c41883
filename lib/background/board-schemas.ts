import * as z from 'zod/mini';
import type { BoardRequest } from '../evals/board/board.ts';

/** A dataset's id, `org/name` or a legacy `name`. */
const dataset = z.string().check(z.regex(/^[\w.-]{1,96}(\/[\w.-]{1,96})?$/));

const boardRequest: z.ZodMiniType<BoardRequest> = z.object({
  dataset,
  task: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(300))),
  refresh: z.exactOptional(z.boolean()),
  bases: z.exactOptional(z.boolean()),
  models: z.exactOptional(z.boolean()),
});

/** Reads the data of the messages about benchmarks. */
export const boardSchemas = { readBenchmark: dataset, readBoard: boardRequest, readBoardTop: boardRequest };

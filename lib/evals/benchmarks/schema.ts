import { z } from 'zod';

const date = z.string().regex(/^\d{4}-\d{2}$/);
const source = z.url({ protocol: /^https$/ });
const kind = z.enum([
  'tools',
  'modality',
  'shots',
  'runs',
  'subset',
  'version',
  'harness',
  'effort',
  'judge',
  'quantization',
  'compute',
  'context',
  'metric',
]);
const count = z.int().positive();
const items = z.strictObject({
  n: count,
  of: z.enum(['questions', 'tasks', 'pages']),
  source,
  date,
  about: z.literal(true).optional(),
  disputed: z.literal(true).optional(),
  tests: count.optional(),
});

/** What `table.json` must look like. Only the tests and whoever edits the table need it. */
export const benchmarkTableSchema = z.strictObject({
  version: z.literal(1),
  date: z.iso.date(),
  benchmarks: z.array(
    z.strictObject({
      dataset: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
      name: z.string().min(1),
      status: z.enum(['official', 'reported', 'other']),
      framework: z.string().min(1).optional(),
      aliases: z.array(z.string().min(1)).optional(),
      lookAlikes: z.array(z.string().min(1)).optional(),
      lowerIsBetter: z.literal(true).optional(),
      family: z
        .strictObject({
          stem: z.string().min(1),
          kind: z.enum(['subset', 'version']),
          members: z.array(z.string().min(1)).min(1),
          bare: z.literal(true).optional(),
        })
        .optional(),
      variants: z.array(kind).optional(),
      caveats: z.array(z.strictObject({ key: z.string().startsWith('caveat'), source, date })).optional(),
      items: items.optional(),
      scale: z.tuple([z.number(), z.number()]).optional(),
      tasks: z.array(
        z.strictObject({
          id: z.string().min(1),
          main: z.literal(true).optional(),
          metric: z.string().min(1),
          scale: z.tuple([z.number(), z.number()]).optional(),
          binary: z.literal(true).optional(),
          items: items.optional(),
          parts: z
            .array(
              z.strictObject({ kind, value: z.string(), n: count, source, date, about: z.literal(true).optional() }),
            )
            .optional(),
          implied: z.partialRecord(kind, z.string()).optional(),
          aliases: z.array(z.string().min(1)).optional(),
          epochs: count.optional(),
        }),
      ),
    }),
  ),
});

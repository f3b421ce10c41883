import * as z from 'zod/mini';

const date = z.string().check(z.regex(/^\d{4}-\d{2}$/));
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
const count = z.int().check(z.positive());
const items = z.strictObject({
  n: count,
  of: z.enum(['questions', 'tasks', 'pages']),
  source,
  date,
  about: z.optional(z.literal(true)),
  disputed: z.optional(z.literal(true)),
  tests: z.optional(count),
});

/** What `table.json` must look like. Only the tests and whoever edits the table need it. */
export const benchmarkTableSchema = z.strictObject({
  version: z.literal(1),
  date: z.iso.date(),
  benchmarks: z.array(
    z.strictObject({
      dataset: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/)),
      name: z.string().check(z.minLength(1)),
      status: z.enum(['official', 'reported', 'other']),
      framework: z.optional(z.string().check(z.minLength(1))),
      field: z.optional(z.enum(['documents', 'embedding', 'screens', 'speech'])),
      aliases: z.optional(z.array(z.string().check(z.minLength(1)))),
      lookAlikes: z.optional(z.array(z.string().check(z.minLength(1)))),
      lowerIsBetter: z.optional(z.literal(true)),
      family: z.optional(
        z.strictObject({
          stem: z.string().check(z.minLength(1)),
          kind: z.enum(['subset', 'version']),
          members: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
          bare: z.optional(z.literal(true)),
        }),
      ),
      variants: z.optional(z.array(kind)),
      caveats: z.optional(z.array(z.strictObject({ key: z.string().check(z.startsWith('caveat')), source, date }))),
      items: z.optional(items),
      scale: z.optional(z.tuple([z.number(), z.number()])),
      tasks: z.array(
        z.strictObject({
          id: z.string().check(z.minLength(1)),
          main: z.optional(z.literal(true)),
          metric: z.string().check(z.minLength(1)),
          scale: z.optional(z.tuple([z.number(), z.number()])),
          binary: z.optional(z.literal(true)),
          items: z.optional(items),
          parts: z.optional(
            z.array(
              z.strictObject({ kind, value: z.string(), n: count, source, date, about: z.optional(z.literal(true)) }),
            ),
          ),
          implied: z.optional(z.partialRecord(kind, z.string())),
          aliases: z.optional(z.array(z.string().check(z.minLength(1)))),
          epochs: z.optional(count),
        }),
      ),
    }),
  ),
});

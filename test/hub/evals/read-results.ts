import { parse } from 'yaml';
import { z } from 'zod';
import { type ResultEntry, resultsSchema } from './results-schema.ts';

/** The entries of a file, or the Hub's words about why there are none. One bad item rejects the whole file. */
export function readResults(text: string): { entries: ResultEntry[] } | { error: string } {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch (thrown) {
    // No recording shows what the Hub says of a file that is not YAML at all.
    return { error: `✖ ${thrown instanceof Error ? thrown.message.split('\n')[0] : 'Invalid YAML'}` };
  }
  const read = resultsSchema.safeParse(value);
  return read.success ? { entries: read.data } : { error: z.prettifyError(read.error) };
}

import type { EntryFields } from './fields.ts';
import { quoted, yamlText } from './scalar.ts';
import { isYamlNumber } from './yaml-number.ts';

/** Where in a file an entry is written. */
export interface Layout {
  /** Spaces before the dash. */
  indent: string;
  /** `\n`, or `\r\n` where the file has that. */
  eol: string;
}

/**
 * One entry as an item of a results file (https://huggingface.co/docs/hub/eval-results), ending in a line break. The
 * value stands as written; the date is quoted, because readers of YAML 1.1 would make a day of it.
 */
export function entryToYaml(fields: EntryFields, layout: Layout = { indent: '', eol: '\n' }): string {
  const { dataset, task, revision, valueText, date, source, notes } = fields;
  const lines = ['- dataset:', `    id: ${yamlText(dataset)}`, `    task_id: ${yamlText(task)}`];
  if (revision !== undefined) lines.push(`    revision: ${quoted(revision)}`);
  // What is no number yet stands in the preview as what it is; it is never sent.
  lines.push(`  value: ${isYamlNumber(valueText) ? valueText : quoted(valueText)}`);
  if (date !== undefined) lines.push(`  date: ${quoted(date)}`);
  if (source) {
    lines.push('  source:', `    url: ${yamlText(source.url)}`);
    if (source.name !== undefined) lines.push(`    name: ${yamlText(source.name)}`);
    if (source.user !== undefined) lines.push(`    user: ${yamlText(source.user)}`);
    if (source.org !== undefined) lines.push(`    org: ${yamlText(source.org)}`);
  }
  if (notes !== undefined) lines.push(`  notes: ${yamlText(notes)}`);
  return lines.map((line) => `${layout.indent}${line}${layout.eol}`).join('');
}

/** A new results file. */
export const toYaml = (entries: readonly EntryFields[]): string =>
  entries.map((fields) => entryToYaml(fields)).join('');

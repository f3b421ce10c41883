import { lookupBenchmark } from '../evals/benchmarks/index.ts';
import type { DraftEntry } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { shortName } from './file-name.ts';
import type { DraftFile } from './files.ts';
import { code, fenced, link } from './markdown.ts';

/** What a pull request's text is made from. It is English whatever the reader's language: its readers are the Hub's. */
export interface TextFacts {
  entries: readonly DraftEntry[];
  files: readonly DraftFile[];
  /** Sentences on what was checked, {@link passedSentences}. */
  checked: readonly string[];
  /** Version of the extension. */
  version: string;
  /** The idempotency mark. */
  key: string;
}

const LONGEST_TITLE = 120;
/** The Hub takes more; nobody reads more. */
export const LONGEST_BODY = 30_000;

/** `Add HLE evaluation result (22.1)`: the pattern that the community's pull requests have, the value as written. */
export function pullRequestTitle(entries: readonly DraftEntry[], files: readonly DraftFile[]): string {
  const verb = files.length > 0 && files.every(({ how }) => how === 'replaced') ? 'Update' : 'Add';
  const names = [...new Set(entries.map(({ dataset }) => shortName(dataset.trim())))];
  const values = entries.map(({ valueText }) => valueText.trim());
  const what = names.length > 3 ? `${names.length} benchmarks’` : list(names);
  const title = `${verb} ${what} evaluation ${entries.length === 1 ? 'result' : 'results'}`;
  const whole = names.length === 1 ? `${title} (${values.join(', ')})` : title;
  return whole.length <= LONGEST_TITLE ? whole : title.slice(0, LONGEST_TITLE);
}

const list = (names: readonly string[]) => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');

/** The pull request's text: what is claimed, where it was read, what was checked, how to close it; and the mark. */
export function pullRequestBody(facts: TextFacts): string {
  const whole = bodyOf(facts, facts.entries.length);
  if (whole.length <= LONGEST_BODY) return whole;
  // Many entries with long quotes: the claims alone; still too many: the first of them. The files hold them all.
  const bare = {
    ...facts,
    entries: facts.entries.map((entry) => ({ ...entry, evidence: { kind: 'typed' as const } })),
  };
  for (let shown = facts.entries.length; ; shown = Math.floor(shown / 2)) {
    const text = bodyOf(bare, shown);
    if (text.length <= LONGEST_BODY || shown === 0) return text;
  }
}

function bodyOf({ entries, files, checked, version, key }: TextFacts, shown: number): string {
  const paths = files.map(({ path }) => code(path)).join(', ');
  const left = entries.length - shown;
  const parts = [
    `${entries.length === 1 ? 'One evaluation result' : `${entries.length} evaluation results`} in ${paths}.`,
    ...entries.slice(0, shown).map(ofEntry),
    ...(left > 0 ? [`And ${left} more, which stand in the files.`] : []),
    ...listed(checked),
    closing(
      'Close this pull request: the score then leaves the page, and the same value is not sent again. A word on why is welcome.',
    ),
    ...footer(version, key),
  ];
  return parts.join('\n\n');
}

/** What was checked, as a part of a text; none where nothing was. */
export const listed = (checked: readonly string[]): string[] =>
  checked.length > 0 ? [['**Checked before sending**', '', ...checked.map((line) => `- ${line}`)].join('\n')] : [];

/** How the owner says no. */
export const closing = (words: string): string => `**If this should not be here**\n\n${words}`;

/** Who wrote it, and the mark: the last two parts of every text. */
export const footer = (version: string, key: string): string[] => [
  `Drafted by a person with Crosscheck v${version.replace(/[^\w.-]/g, '')}.`,
  `<!-- ${key} -->\n`,
];

function ofEntry(entry: DraftEntry): string {
  const { dataset, task, revision, valueText, date, source, notes } = fieldsOf(entry);
  const claim = [
    `**${lookupBenchmark(dataset) ? shortName(dataset) : code(shortName(dataset))}: ${code(valueText)}**`,
    `dataset ${code(dataset)}, task ${code(task)}`,
    ...(revision ? [`revision ${code(revision)}`] : []),
    notes ? `setup ${code(notes)}` : 'default setup, no notes',
    ...(date ? [`measured ${code(date)}`] : []),
    ...(source ? [`source ${link(source.url)}`] : []),
  ].join(' · ');
  const quote = quoteOf(entry);
  const stated = entry.evidence.stated ?? [];
  return [
    claim,
    `Read ${placeOf(entry)}${quote ? ':' : '.'}`,
    ...(quote ? [fenced(quote)] : []),
    ...(stated.length > 0 ? [stated.map(([name, value]) => `- ${nameOf(name)}: ${code(value)}`).join('\n')] : []),
  ].join('\n\n');
}

/** A name that one of our readers gave stands as it is; any other, out of somebody's file of drafts, as a quote. */
const nameOf = (name: string): string => (/^[A-Za-z][\w %/.-]*$/.test(name) ? name : code(name));

function placeOf({ evidence, source }: DraftEntry): string {
  const { kind, table, section, line, commit, file, format } = evidence;
  const heading = section?.at(-1);
  const at = [
    ...(table === undefined ? [] : [`table ${table}`]),
    ...(heading ? [`under ${code(heading)}`] : []),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(commit ? [`commit ${code(commit.slice(0, 12))}`] : []),
  ].join(', ');
  if (kind === 'card') return `in the model card${at ? ` (${at})` : ''}`;
  if (kind === 'report') return `in another report of this model${at ? ` (${at})` : ''}`;
  if (kind === 'file')
    return `from ${format ? `${FORMATS.get(format) ?? 'a file'} ` : ''}${code(file ?? 'pasted text')}`;
  return source?.url ? 'by the submitter at the source' : 'by the submitter';
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['inspect-log', 'the Inspect log'],
  ['lm-eval', 'the lm-evaluation-harness results'],
  ['lighteval', 'the lighteval results'],
  ['eee', 'the Every Eval Ever record'],
  ['eval-results', 'the results file'],
]);

/** The row with its column's header, and the footnotes that hang on it. */
function quoteOf({ evidence: { quote, column, row, footnotes } }: DraftEntry): string {
  return [
    ...(column ? [`column: ${column}`] : []),
    ...(row && !quote?.includes(row) ? [`row: ${row}`] : []),
    ...(quote ? [quote] : []),
    ...(footnotes ?? []).map((note) => `footnote: ${note}`),
  ].join('\n');
}

import { type Document, isNode, stringify } from 'yaml';
import * as z from 'zod/mini';
import { run } from '../evals/in-slices.ts';
import { readYaml, type YamlText } from '../evals/read-yaml.ts';
import { syntaxMessage } from '../evals/syntax-message.ts';
import { whatFits } from '../evals/what-fits.ts';
import type { ScoresDraft } from './draft.ts';
import { type EntryStart, finding, type ImportFinding } from './from/evidence.ts';
import { escapeHidden } from './scalar.ts';

const KIND = 'crosscheck-drafts';
/** Grows with the shape; a file of an older one is read as it was written. */
const VERSION = 1;
const MOST_ALIASES = 50;

/** One draft out of a file: what the reader had written. Answers and acceptances are given anew. */
export interface DraftOfFile {
  repo: string;
  entries: EntryStart[];
}

const line = z.string().check(z.maxLength(500));
const text = z.string().check(z.maxLength(4_000));
const count = z.int().check(z.positive());

const evidence = z.object({
  kind: z.enum(['card', 'report', 'file', 'typed']),
  quote: z.exactOptional(text),
  column: z.exactOptional(text),
  row: z.exactOptional(text),
  table: z.exactOptional(count),
  section: z.exactOptional(z.array(line).check(z.maxLength(20))),
  footnotes: z.exactOptional(z.array(text).check(z.maxLength(50))),
  line: z.exactOptional(count),
  commit: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{40}$/))),
  file: z.exactOptional(line),
  format: z.exactOptional(line),
  stated: z.exactOptional(z.array(z.tuple([line, text])).check(z.maxLength(100))),
});

const entry: z.ZodMiniType<EntryStart> = z.object({
  dataset: line,
  task: line,
  revision: z.exactOptional(line),
  valueText: line,
  notes: z.exactOptional(text),
  date: z.exactOptional(line),
  source: z.exactOptional(
    z.object({ url: text, name: z.exactOptional(line), user: z.exactOptional(line), org: z.exactOptional(line) }),
  ),
  evidence,
});

const file = z.object({
  kind: z.literal(KIND),
  version: z.literal(VERSION),
  drafts: z
    .array(
      z.object({
        repo: z.string().check(z.regex(/^([\w.-]{1,96}(\/[\w.-]{1,96})?)?$/)),
        entries: z.array(entry).check(z.maxLength(200)),
      }),
    )
    .check(z.minLength(1), z.maxLength(500)),
});

/** Drafts as a YAML file that says what it is. Only what the reader wrote and read: no account, no submission. */
export function writeDraftFile(drafts: readonly Pick<ScoresDraft, 'repo' | 'entries'>[]): string {
  const plain = drafts.map(({ repo, entries }) => ({ repo, entries: entries.map(({ id: _, ...rest }) => rest) }));
  const body = stringify(
    { kind: KIND, version: VERSION, drafts: plain },
    {
      compat: 'yaml-1.1',
      lineWidth: 0,
      blockQuote: false,
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      doubleQuotedMinMultiLineLength: 1e9,
      // Cells of one table may share what stands around them; a file says it for each.
      aliasDuplicateObjects: false,
    },
  );
  return escapeHidden(body);
}

/** Whether a text says of itself that it is a file of drafts. */
export const isDraftFile = (text: string): boolean =>
  /^["']?kind["']?\s*:\s*["']?crosscheck-drafts\b/m.test(text.slice(0, 2_000));

/** Reads a file of drafts. Either all of it can be read, or every reason why not is said, with its line. */
export function readDraftFile(source: string): { drafts: DraftOfFile[] } | { findings: ImportFinding[] } {
  const yaml = run(readYaml(source.replace(/^\uFEFF/, '')));
  const [document] = yaml.documents;
  const [problem] = yaml.problems;
  if (problem) {
    const { rule, message } = syntaxMessage(problem.code);
    return { findings: [{ level: 'error', rule, message, line: yaml.lineAt(problem.offset) }] };
  }
  const raw = document && toPlain(document, yaml);
  const version = (raw as { version?: unknown } | undefined)?.version;
  if (typeof version === 'number' && version > VERSION)
    return { findings: [finding('error', 'draft/newer', 'importDraftNewer', String(version), String(VERSION))] };
  const read = file.safeParse(raw);
  if (read.success) return { drafts: read.data.drafts };
  return {
    findings: read.error.issues.slice(0, 20).map((issue) => {
      const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
      const at = path
        .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .replace(/^\./, '');
      return {
        ...finding('error', 'draft/field', 'importDraftField', at || '–', whatFits(issue)),
        at,
        ...(document ? { line: yaml.lineAt(offsetOf(document, path)) } : {}),
      };
    }),
  };
}

function toPlain(document: Document.Parsed, { aliases }: YamlText): unknown {
  try {
    return aliases > MOST_ALIASES ? undefined : document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return undefined; // An alias that names nothing.
  }
}

/** Offset of the deepest part of a path that the document has. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

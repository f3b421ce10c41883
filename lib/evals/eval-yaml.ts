import { type Document, isMap, isNode } from 'yaml';
import * as z from 'zod/mini';
import frameworks from './evaluation-frameworks.json' with { type: 'json' };
import { cut, type FilePlace, type FindingFacts, lineText, makeFinding } from './finding.ts';
import { run } from './in-slices.ts';
import { duplicateKeys, followIn, plainData } from './node-fields.ts';
import { readYaml, type YamlText } from './read-yaml.ts';
import type { Finding } from './report.ts';
import { syntaxMessage } from './syntax-message.ts';

/** More of a task's id than anybody writes; with a longer one no leaderboard is asked for. */
export const MAX_ID = 300;

/** More findings than anybody reads; the rest are counted. */
const MAX_FINDINGS = 100;

const named = z.object({ name: z.string().check(z.minLength(1)) });

const taskSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(MAX_ID)),
  config: z.optional(z.string()),
  split: z.optional(z.string()),
  epochs: z.optional(z.int().check(z.positive())),
  epoch_reducer: z.optional(z.string()),
  shuffle_choices: z.optional(z.boolean()),
  field_spec: z.optional(z.looseObject({})),
  solvers: z.optional(z.array(named)),
  scorers: z.optional(z.array(named)),
});

/** A benchmark's `eval.yaml`: https://huggingface.co/docs/hub/eval-results. Real files leave out all but the tasks. */
const evalYamlSchema = z.object({
  name: z.optional(z.string()),
  description: z.optional(z.string()),
  evaluation_framework: z.optional(z.string()),
  tasks: z.array(taskSchema).check(z.minLength(1)),
});

export type BenchmarkTaskFields = z.infer<typeof taskSchema>;

export interface ParsedEvalYaml {
  /** Empty unless the whole file is in order. */
  tasks: BenchmarkTaskFields[];
  findings: Finding[];
  /** What stands there, unchecked; undefined where the text is no mapping. */
  plain?: unknown;
}

const MAX_ALIASES = 100;

/** Whether a text is a benchmark's `eval.yaml` rather than a results file: by what it holds, else by its name. */
export function isEvalYaml(text: string, path: string): boolean {
  const byName = /(?:^|[/\\.])eval\.ya?ml$/i.test(path);
  const first = text.split(/\r?\n/).find((line) => /^[^\s#%]/.test(line.replace(/^\uFEFF/, '')) && !/^---/.test(line));
  if (/^(?:-|\[)/.test(first?.replace(/^\uFEFF/, '') ?? '')) return false;
  return byName || /^["']?tasks["']?\s*:/m.test(text);
}

/** Checks a benchmark's `eval.yaml`. Never throws; what is not in order is a finding with its line. */
export const parseEvalYaml = (text: string, file: FilePlace): ParsedEvalYaml =>
  evalYamlOf(run(readYaml(text.replace(/^\uFEFF/, ''))), file);

/** The same of a text that was read as YAML already. */
export function evalYamlOf(yaml: YamlText, file: FilePlace): ParsedEvalYaml {
  const [document] = yaml.documents;
  const findings: Finding[] = yaml.problems
    .slice(0, 1)
    .map(({ code, offset }) => makeFinding(file, { ...syntaxMessage(code), ...placeIn(yaml, offset) }));
  if (findings.length > 0 || !document) return { tasks: [], findings };
  const second = yaml.documents[1];
  if (second)
    findings.push(
      makeFinding(file, {
        rule: 'yaml/multiple-documents',
        message: { key: 'findingEvalDocuments' },
        ...placeIn(yaml, second.range[0]),
      }),
    );
  if (!isMap(document.contents))
    return {
      tasks: [],
      findings: [makeFinding(file, { rule: 'eval-yaml/type', message: { key: 'findingEvalMapping' }, line: 1 })],
    };
  for (const key of duplicateKeys(document.contents)) {
    const facts = placeIn(yaml, key.range?.[0] ?? 0);
    const args = [String(document.contents.range && yaml.text.slice(...(key.range ?? [0, 0])).trim())];
    findings.push(
      makeFinding(file, { rule: 'yaml/duplicate-key', message: { key: 'findingDuplicateKey', args }, ...facts }),
    );
  }
  const plain = yaml.aliases > MAX_ALIASES ? null : toPlain(document);
  const read = evalYamlSchema.safeParse(plain);
  if (!read.success) findings.push(...read.error.issues.map((issue) => badField(issue, file, yaml, document)));
  else findings.push(...oddities(read.data, file, yaml, document));
  const left = findings.length - MAX_FINDINGS;
  if (left > 0) {
    findings.length = MAX_FINDINGS;
    findings.push(makeFinding(file, { rule: 'file/more', message: { key: 'findingMore', args: [left] } }));
  }
  return { tasks: read.success && findings.length === 0 ? read.data.tasks : [], findings, plain };
}

/** What the schema allows and the Hub does not, or hardly. */
function oddities(
  { evaluation_framework: framework, tasks }: z.infer<typeof evalYamlSchema>,
  file: FilePlace,
  yaml: YamlText,
  document: Document.Parsed,
): Finding[] {
  const findings: Finding[] = [];
  const at = (path: (string | number)[], facts: Omit<FindingFacts, 'line' | 'text'>) =>
    findings.push(makeFinding(file, { ...facts, ...placeIn(yaml, offsetOf(document, path)) }));
  if (framework !== undefined && !frameworks.names.includes(framework))
    at(['evaluation_framework'], {
      rule: 'eval-yaml/framework-unknown',
      // The list grows with every release of the Hub's client.
      severity: 'warning',
      message: { key: 'findingEvalFramework', args: [cut(framework, 60), frameworks.date] },
    });
  const ids = new Set<string>();
  for (const [index, { id }] of tasks.entries()) {
    if (ids.has(id))
      at(['tasks', index, 'id'], {
        rule: 'eval-yaml/task-twice',
        message: { key: 'findingEvalTaskTwice', args: [id] },
      });
    ids.add(id);
  }
  if (framework === 'inspect-ai')
    for (const [index] of tasks.entries())
      for (const key of ['field_spec', 'solvers', 'scorers']) {
        const task = document.getIn(['tasks', index], true);
        if (isMap(task) && !task.has(key))
          at(['tasks', index], {
            rule: 'eval-yaml/inspect-ai',
            severity: 'warning',
            message: { key: 'findingEvalInspect', args: [key] },
          });
      }
  return findings;
}

function badField(issue: z.core.$ZodIssue, file: FilePlace, yaml: YamlText, document: Document.Parsed): Finding {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  const node = document.getIn(path, true);
  const range = isNode(node) ? node.range : undefined;
  const text = range ? cut(yaml.text.slice(range[0], range[1]).trim(), 60) : '';
  const message = text
    ? { key: 'findingEvalField' as const, args: [name, text] }
    : { key: 'findingMissing' as const, args: [name] };
  return makeFinding(file, {
    rule: text ? 'eval-yaml/type' : 'eval-yaml/required',
    message,
    at: name,
    ...placeIn(yaml, offsetOf(document, path)),
  });
}

/** Offset of the deepest part of a path that the document has. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function placeIn(yaml: YamlText, offset: number): { line: number; text: string } {
  return { line: yaml.lineAt(offset), text: lineText(yaml.text, offset) };
}

function toPlain(document: Document.Parsed): unknown {
  try {
    return plainData(document.contents, followIn(document, true));
  } catch {
    return null; // An alias that names nothing: the schema then says what is missing.
  }
}

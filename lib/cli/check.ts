import { readFile } from 'node:fs/promises';
import { benchmarkFindings } from '../evals/benchmark-findings.ts';
import { isEvalYaml, parseEvalYaml } from '../evals/eval-yaml.ts';
import { parseResultsFile } from '../evals/parse.ts';
import type { Finding } from '../evals/report.ts';
import type { FoundEntry } from '../evals/score.ts';
import { findingJson } from '../evals/view/report-json.ts';
import { visibleText } from '../evals/view/visible-text.ts';
import { words } from './words.ts';

const usage = 'usage: npm run --silent check -- FILE.yaml [--json]';

/** Validates a results file or a benchmark's `eval.yaml`. Exit code 0: fine, 1: findings, 2: could not run. */
async function main(args: readonly string[]): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('-') && arg !== '--');
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const [path] = paths;
  if (!path || paths.length > 1 || options.some((option) => option !== '--json')) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const result = check(new TextDecoder().decode(bytes), path, bytes.length);
  process.stdout.write(options.length > 0 ? `${JSON.stringify(toJson(result), undefined, 2)}\n` : toText(result, path));
  return result.findings.length > 0 ? 1 : 0;
}

type Checked =
  | { kind: 'results'; entries: FoundEntry[]; findings: Finding[] }
  | { kind: 'benchmark'; entries: ReturnType<typeof parseEvalYaml>['tasks']; findings: Finding[] };

function check(text: string, path: string, size: number): Checked {
  const file = { path, loader: 'main-files' } as const;
  if (isEvalYaml(text, path)) {
    const { tasks, findings } = parseEvalYaml(text, file);
    return { kind: 'benchmark', entries: tasks, findings };
  }
  const { entries, findings } = parseResultsFile(text, { ...file, size });
  return { kind: 'results', entries, findings: [...findings, ...benchmarkFindings(entries)] };
}

function toJson({ kind, entries, findings }: Checked) {
  return {
    kind,
    entries: kind === 'results' ? entries.map(entryJson) : entries,
    findings: findings.map((finding) => findingJson(finding, words)),
  };
}

function entryJson({ origin, asWritten: _, verified: __, dateIsDefault: ___, ...entry }: FoundEntry) {
  return {
    dataset: entry.dataset,
    task: entry.task,
    revision: entry.revision ?? null,
    value: entry.value,
    valueText: entry.valueText,
    date: entry.date ?? null,
    notes: entry.notes ?? null,
    source: entry.source ?? null,
    hasToken: entry.hasToken,
    line: origin.line ?? null,
    lastLine: origin.lastLine ?? null,
    quote: origin.quote ?? null,
  };
}

function toText(result: Checked, path: string): string {
  const { findings } = result;
  const lines = [
    ...(result.kind === 'results'
      ? result.entries.map(({ dataset, task, valueText, notes, origin }) =>
          [`${path}:${origin.line}`, dataset, task, valueText, notes].filter(Boolean).join('  '),
        )
      : result.entries.map(({ id, config, split }) => [path, id, config, split].filter(Boolean).join('  '))),
    ...findings.flatMap((finding) => [
      `${path}${finding.line === null ? '' : `:${finding.line}`}: ${finding.severity} ${finding.code} (${finding.rule}): ${words(finding.message)}`,
      ...(finding.text ? [`    ${finding.text}`] : []),
    ]),
    words(result.kind === 'results' ? 'cliEntries' : 'cliTasks', result.entries.length),
    words('cliFindings', findings.length),
  ];
  return `${lines.map((line) => visibleText(line)).join('\n')}\n`;
}

process.exitCode = await main(process.argv.slice(2));

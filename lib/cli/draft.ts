import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkDraft } from '../draft/check/index.ts';
import type { DraftEntry } from '../draft/draft.ts';
import { type DraftFile, draftFiles } from '../draft/files.ts';
import type { ReadEvidence } from '../draft/from/evidence.ts';
import { readEvidence } from '../draft/from/index.ts';
import type { Problem } from '../draft/problem.ts';
import { visibleText } from '../evals/view/visible-text.ts';
import { words } from './words.ts';

const usage = 'usage: npm run --silent draft -- FILE [--model org/model] [--json]';

/**
 * What a log or results file would become as a community submission: its entries, what is asked of them, and the files.
 * Nothing is read from the Hub and nothing is sent. Exit code 0: fine, 1: something is asked, 2: could not run.
 */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  let content: Uint8Array;
  try {
    content = await readFile(options.path);
  } catch (error) {
    process.stderr.write(`${options.path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const evidence = readEvidence({ file: basename(options.path), content });
  const repo = options.model ?? evidence.repo ?? evidence.model ?? '';
  const entries = evidence.entries.map(
    (entry, index): DraftEntry => ({ dataset: '', task: '', valueText: '', ...entry, id: `${index + 1}` }),
  );
  const problems = checkDraft({ repo, entries, answers: { accepted: [] } }, { now: Date.now() }).filter(
    ({ check }) => check !== 'unchecked',
  );
  const drafted = { repo, evidence, entries, problems, files: draftFiles(entries) };
  process.stdout.write(`${options.json ? JSON.stringify(toJson(drafted), undefined, 2) : toText(drafted)}\n`);
  return evidence.findings.length > 0 || problems.length > 0 ? 1 : 0;
}

interface Drafted {
  repo: string;
  evidence: ReadEvidence;
  entries: DraftEntry[];
  problems: Problem[];
  files: DraftFile[];
}

function optionsOf(args: readonly string[]): { path: string; model?: string; json: boolean } | undefined {
  let model: string | undefined;
  let json = false;
  const paths: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--model') model = args[++at] ?? '';
    else if (arg.startsWith('--model=')) model = arg.slice('--model='.length);
    else if (arg === '--json') json = true;
    else if (arg.startsWith('-') && arg !== '--') return undefined;
    else if (arg !== '--') paths.push(arg);
  }
  const [path] = paths;
  if (!path || paths.length > 1 || (model !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(model))) return undefined;
  return { path, json, ...(model === undefined ? {} : { model }) };
}

function toJson({ repo, evidence, entries, problems, files }: Drafted) {
  return {
    repo,
    format: evidence.format,
    model: evidence.model ?? null,
    entries,
    findings: evidence.findings.map(({ message, ...rest }) => ({ ...rest, message: words(message) })),
    problems: problems.map(({ check, level, field, entry, message, offer }) => ({
      check,
      level,
      field,
      entry: entry ?? null,
      message: words(message),
      offer: offer?.text ?? null,
    })),
    files: files.map(({ path, text }) => ({ path, text })),
  };
}

function toText({ evidence, problems, files }: Drafted): string {
  const lines = [
    ...files.flatMap(({ path, text }) => [`# ${path}`, ...text.split('\n')]),
    ...evidence.findings.map(({ level, rule, message, line }) => `${level} (${rule}): ${line ?? ''} ${words(message)}`),
    ...problems.map(
      ({ level, check, entry, message }) => `${level} (${check}): ${entry ? `entry ${entry}: ` : ''}${words(message)}`,
    ),
  ];
  return lines.map((line) => visibleText(line)).join('\n');
}

process.exitCode = await main(process.argv.slice(2));

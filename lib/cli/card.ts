import { readFile } from 'node:fs/promises';
import type { CardReading } from '../card/card.ts';
import { readCard } from '../card/read-card.ts';
import { visibleText } from '../evals/view/visible-text.ts';
import { words } from './words.ts';

const usage = 'usage: npm run --silent card -- FILE.md --model org/model [--json]';

/** The scores that a model card states of its own model. Exit code 0: fine, 1: findings, 2: could not run. */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  let text: string;
  try {
    text = new TextDecoder().decode(await readFile(options.path));
  } catch (error) {
    process.stderr.write(`${options.path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const reading = readCard(text, { model: options.model });
  const shown = options.json ? JSON.stringify(toJson(reading), undefined, 2) : toText(reading, options.path);
  process.stdout.write(`${shown}\n`);
  return reading.findings.length > 0 ? 1 : 0;
}

function optionsOf(args: readonly string[]): { path: string; model: string; json: boolean } | undefined {
  let model: string | undefined;
  let json = false;
  const paths: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--model') model = args[++at];
    else if (arg.startsWith('--model=')) model = arg.slice('--model='.length);
    else if (arg === '--json') json = true;
    else if (arg.startsWith('-') && arg !== '--') return undefined;
    else if (arg !== '--') paths.push(arg);
  }
  const [path] = paths;
  return path && paths.length === 1 && model && /^[\w.-]+(?:\/[\w.-]+)?$/.test(model)
    ? { path, model, json }
    : undefined;
}

function toJson({ model, scores, ambiguous, findings }: CardReading) {
  return {
    model,
    scores,
    ambiguous: ambiguous.map(({ quote, why, line }) => ({ quote, why: words(why), code: why.key, line })),
    findings: findings.map(({ rule, message, line, severity, text }) => ({
      rule,
      message: words(message),
      line: line ?? null,
      severity: severity ?? 'error',
      text: text ?? null,
    })),
  };
}

function toText({ scores, ambiguous, findings }: CardReading, path: string): string {
  const lines = [
    ...scores.map(({ line, dataset, task, valueText, notes, where }) =>
      [`${path}:${line}`, dataset, task, valueText, notes, `[${where.column}]`].filter(Boolean).join('  '),
    ),
    ...ambiguous.map(({ line, why, quote }) => `${path}:${line}: ${words(why)}\n    ${quote}`),
    ...findings.map(({ line, rule, message }) => `${path}:${line ?? 0}: (${rule}): ${words(message)}`),
    words('cliCardScores', scores.length),
  ];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => visibleText(line))
    .join('\n');
}

process.exitCode = await main(process.argv.slice(2));

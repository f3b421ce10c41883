import { readFile } from 'node:fs/promises';
import { judgeTwo } from '../evals/checks/two.ts';
import { visibleText } from '../evals/view/visible-text.ts';
import { type ReadPair, readPairs } from './read-pairs.ts';
import { words } from './words.ts';

const usage = `usage: npm run --silent verdict -- PAIRS.json [--json]

What Crosscheck says of pairs of scores: a list of {model, a, b}, each side an entry as in .eval_results.
Every pair is judged by itself. Exit code 0: fine, 1: a pair could not be read, 2: could not run.
`;

async function main(args: readonly string[]): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('-') && arg !== '--');
  const [path, ...more] = args.filter((arg) => !arg.startsWith('-'));
  if (!path || more.length > 0 || options.some((option) => option !== '--json')) {
    process.stderr.write(usage);
    return 2;
  }
  let pairs: ReadPair[];
  try {
    pairs = readPairs(await readFile(path, 'utf8'));
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const verdicts = pairs.map(judge);
  process.stdout.write(options.length > 0 ? `${JSON.stringify(verdicts, undefined, 2)}\n` : toText(verdicts));
  return pairs.some(({ sides }) => !sides) ? 1 : 0;
}

function judge({ line, model, sides, problems }: ReadPair) {
  if (!sides) {
    const nothing = { deltaPoints: null, deltaItems: null, n: null, z: null, p: null, secondary: [] };
    const text = words('verdictUnreadable', problems.join('; '));
    return {
      model: model ?? null,
      line,
      a: null,
      b: null,
      code: 'S1',
      severity: 'error',
      comparable: false,
      ...nothing,
      text,
    };
  }
  const { a, b } = sides;
  const models = new Map(
    [a, b].flatMap(({ score, model: own }): [string, string][] => (own === undefined ? [] : [[score.id, own]])),
  );
  const { message, ...verdict } = judgeTwo(a.score, b.score, { repo: model, models });
  return { model: model ?? null, line, ...verdict, a: a.score.valueText, b: b.score.valueText, text: words(message) };
}

function toText(verdicts: readonly ReturnType<typeof judge>[]): string {
  return verdicts
    .map(({ line, model, code, severity, secondary, text }) => {
      const also = secondary.length > 0 ? ` (also ${secondary.join(', ')})` : '';
      return `${line}: ${severity} ${code}${also}${model ? ` ${visibleText(model)}` : ''}\n    ${visibleText(text)}\n`;
    })
    .join('');
}

process.exitCode = await main(process.argv.slice(2));

import type { BenchmarkSpec } from '../../board/board.ts';

/** A command that runs a benchmark, and where it is documented. */
export interface RunCommand {
  text: string;
  source: string;
}

/** Words that a POSIX shell leaves alone; all else goes into single quotes. */
const quoted = (word: string) => (/^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Names that Harbor's own registry and documentation give these datasets. */
const harborNames: Record<string, string> = { 'harborframework/terminal-bench-2.0': 'terminal-bench@2.0' };

/**
 * The command that runs one task of a benchmark, where its framework documents one for datasets of the Hub; undefined
 * where none is known. The places in angle brackets are the reader's to fill.
 */
export function runCommand(
  { dataset, framework }: Pick<BenchmarkSpec, 'dataset' | 'framework'>,
  task: string | undefined,
): RunCommand | undefined {
  if (framework === 'inspect-ai') {
    const path = ['hf', dataset, ...(task === undefined ? [] : [task])].join('/');
    return {
      text: `inspect eval ${quoted(path)} --model <provider/model>`,
      source: 'https://inspect.aisi.org.uk/tasks.html',
    };
  }
  const name = harborNames[dataset.toLowerCase()];
  if (framework === 'harbor' && name) {
    return {
      text: `harbor run -d ${name} -m "<model>" -a "<agent>"`,
      source: 'https://harborframework.com/docs/evals',
    };
  }
  return undefined;
}

import { MAX_ID } from '../eval-yaml.ts';
import type { BenchmarkSpec, SpecTask } from './board.ts';

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((item) => textOf(object(item).name) ?? []) : [];

function taskOf(value: unknown): SpecTask[] {
  const { id, config, split, epochs, solvers, scorers } = object(value);
  // The id is what leaderboards are asked for by: it stays as written.
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID) return [];
  const [known, part] = [textOf(config), textOf(split)];
  return [
    {
      id,
      ...(known !== undefined && { config: known }),
      ...(part !== undefined && { split: part }),
      ...(typeof epochs === 'number' && { epochs }),
      solvers: namesIn(solvers),
      scorers: namesIn(scorers),
    },
  ];
}

/**
 * What can be read of an `eval.yaml`, whatever is wrong with the rest: what is wrong is said by the file's findings, and
 * one bad task hides no other.
 * @param plain the document as plain data, unchecked
 */
export function specOf(plain: unknown): Pick<BenchmarkSpec, 'name' | 'description' | 'framework' | 'tasks'> {
  const { name, description, evaluation_framework, tasks } = object(plain);
  const [title, words, framework] = [textOf(name), textOf(description), textOf(evaluation_framework)];
  const ids = new Set<string>();
  const read = Array.isArray(tasks) ? tasks.flatMap(taskOf) : [];
  return {
    ...(title !== undefined && { name: title }),
    ...(words !== undefined && { description: words }),
    ...(framework !== undefined && { framework }),
    tasks: read.filter(({ id }) => !ids.has(id) && ids.add(id)),
  };
}

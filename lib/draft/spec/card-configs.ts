import { run } from '../../evals/in-slices.ts';
import { followIn, plainData } from '../../evals/node-fields.ts';
import { readYaml } from '../../evals/read-yaml.ts';

/** The configs that a dataset's card names, each with its splits; without splits where the card names none for it. */
export type CardConfigs = ReadonlyMap<string, readonly string[] | undefined>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): Record<string, unknown>[] => [value].flat().filter(isRecord);

const names = (items: Record<string, unknown>[], key: string): string[] =>
  items.flatMap((item) => (typeof item[key] === 'string' ? item[key] : []));

let last: { metadata: string; configs: CardConfigs | undefined } | undefined;

/**
 * Configs out of the metadata of a dataset's card: `configs` with the splits of their `data_files`, and `dataset_info`
 * (https://huggingface.co/docs/hub/datasets-manual-configuration). Undefined where it names none, or cannot be read.
 * The last card is remembered: it stays the same while the file is typed.
 */
export function cardConfigs(metadata: string): CardConfigs | undefined {
  if (last?.metadata !== metadata) last = { metadata, configs: readConfigs(metadata) };
  return last.configs;
}

function readConfigs(metadata: string): CardConfigs | undefined {
  const { documents, problems } = run(readYaml(metadata));
  const [document] = documents;
  if (!document || problems.length > 0) return undefined;
  let plain: unknown;
  try {
    plain = plainData(document.contents, followIn(document, true));
  } catch {
    return undefined; // An alias that names nothing.
  }
  if (!isRecord(plain)) return undefined;
  const found = new Map<string, string[] | undefined>();
  const add = (name: unknown, splits: string[]) => {
    const key = typeof name === 'string' ? name : 'default';
    const known = [...(found.get(key) ?? []), ...splits];
    found.set(key, known.length > 0 ? [...new Set(known)] : undefined);
  };
  for (const config of listOf(plain.configs)) add(config.config_name, names(listOf(config.data_files), 'split'));
  for (const info of listOf(plain.dataset_info)) add(info.config_name, names(listOf(info.splits), 'name'));
  return found.size > 0 ? found : undefined;
}

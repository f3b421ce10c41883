import { run } from '../evals/in-slices.ts';
import { splitItems, type TextItem } from '../evals/split-items.ts';

/** One item of a `results` list, not yet parsed. */
export interface IndexResult {
  text: string;
  /** 1-based line of the card. */
  line: number;
  /** The `name` of the model that the list is under. */
  name: string | undefined;
}

/**
 * Finds the results of `model-index` without parsing the metadata as a whole, which is a megabyte on some cards.
 *
 * @param first 1-based line of the card that the metadata begins on.
 * @returns `shapeless` is the line of a `model-index` that is not a list.
 */
export function indexResults(metadata: string, first: number): { results: IndexResult[]; shapeless?: number } {
  const block = blockOf(metadata);
  if (!block) return { results: [] };
  const start = first + block.line;
  const models = itemsOf(block.text);
  if (models.length === 0 && block.text.trim() !== '') return { results: [], shapeless: start };
  return { results: models.flatMap((model) => resultsOf(model, start)) };
}

/** The text below `model-index:`, up to the next key of the metadata. */
function blockOf(metadata: string): { text: string; line: number } | undefined {
  const head = /^model-index:[ \t]*(?:#.*)?$/m.exec(metadata);
  if (!head) return undefined;
  const from = head.index + head[0].length + 1;
  const next = /^[^\s#-]/gm;
  next.lastIndex = from;
  const end = next.exec(metadata)?.index ?? metadata.length;
  return { text: metadata.slice(from, end), line: metadata.slice(0, from).split('\n').length - 1 };
}

function resultsOf({ text, line }: TextItem, start: number): IndexResult[] {
  const head = /^[ \t-]*results:[ \t]*$/m.exec(text);
  if (!head) return [];
  const name = /^[ \t-]*name:[ \t]*(.+)$/m
    .exec(text.slice(0, Math.min(head.index, 4000)))?.[1]
    ?.replace(/^["']|["']\s*$/g, '')
    .trim();
  const from = head.index + head[0].length + 1;
  const offset = text.slice(0, from).split('\n').length - 1;
  return itemsOf(text.slice(from)).map((item) => ({
    text: item.text,
    line: start + line + offset + item.line - 2,
    name,
  }));
}

const itemsOf = (yaml: string): TextItem[] => run(splitItems(yaml)).filter(({ kind }) => kind === 'item');

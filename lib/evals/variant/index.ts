import { lookupBenchmark, resolveTask } from '../benchmarks/index.ts';
import type { Variant, VariantTag } from '../score.ts';
import { familyPatterns } from './family.ts';
import { type Pattern, READ } from './pattern.ts';
import { patterns } from './patterns.ts';

/** The words that speak of one score's setup. All of it is text by strangers. */
export interface SetupWords {
  notes?: string | undefined;
  /** Path of the results file, `.eval_results/hle_with_tools.yaml`. */
  path?: string | undefined;
  sourceName?: string | undefined;
  /** Label of the card's row, its column's header, and the footnotes that hang on it. */
  row?: string | undefined;
  header?: string | undefined;
  footnotes?: readonly string[] | undefined;
  /** Benchmark and task, so that words which only repeat them are not taken for a setup of their own. */
  dataset?: string | undefined;
  task?: string | undefined;
}

/** Longer texts are prose, not notes; what stands beyond is left as text. */
const LONGEST = 2000;

const fillers =
  /(?<![a-z0-9])(?:(?:\w+ )?not (?:shown|named|stated|given|known)|filed under|shown|mode|default|evaluation|evaluated|eval|results?|reported|scores?|runs?|set|as|is|was|and|with|w\/|on|the|an?|of|in|by|for|via|its|per|from|obtained|percent|model card|label|error margin [\d.]+|footnote)(?![a-z0-9])/gi;

/** What may stand twice in one setup; of everything else two values contradict each other and are left as text. */
const several = new Set<VariantTag['kind']>([
  'harness',
  'quantization',
  'shots',
  'runs',
  'metric',
  'model',
  'context',
  'subset',
  'items',
]);

type Field = VariantTag['from'];

// Pages repeat the same few notes many times over, and the same few names of files and sources beside ever other notes; a
// bounded memory of both keeps thousands of entries cheap.
const memory = new Map<string, Variant>();
const hinted = new Map<string, readonly VariantTag[]>();
const MEMORY = 500;

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= MEMORY) known.clear();
  known.set(key, made);
  return made;
}

/**
 * Reads the setup out of what an entry says of itself, with the words each tag was read from. What is not understood
 * stays as text in `rest`; it never makes two scores one. A file's name and the source's name are asked only for what
 * the notes leave open.
 */
export function readVariant(words: SetupWords): Variant {
  const variant = remembered(memory, JSON.stringify(words), () => read(words));
  return { tags: variant.tags.map((tag) => ({ ...tag })), rest: variant.rest };
}

function read(words: SetupWords): Variant {
  const benchmark = words.dataset === undefined ? undefined : lookupBenchmark(words.dataset);
  const task = words.dataset === undefined ? undefined : resolveTask(words.dataset, words.task ?? '');
  const all = benchmark ? [...familyPatterns(benchmark), ...patterns] : patterns;
  const names = benchmark ? [benchmark.name, ...(benchmark.aliases ?? [])].map((name) => name.toLowerCase()) : [];
  const tags: VariantTag[] = [];
  const rests: string[] = [];

  const texts: [Field, string | undefined][] = [
    ['notes', words.notes],
    ['row', words.row],
    ['header', words.header],
    ...(words.footnotes ?? []).map((text): [Field, string] => ['footnote', text]),
  ];
  for (const [from, text] of texts) {
    if (!text?.trim()) continue;
    const read = readText(from, text.slice(0, LONGEST), all, names);
    tags.push(...read.tags);
    const rest = [read.rest, text.slice(LONGEST)].filter(Boolean).join(' ');
    if (rest) rests.push(rest);
  }
  const said = new Set(tags.map(({ kind }) => kind));
  const hints: [Field, string | undefined][] = [
    ['path', words.path?.replace(/^.*\//, '').replace(/\.ya?ml$/i, '')],
    ['source', words.sourceName],
  ];
  for (const [from, text] of hints) {
    if (!text) continue;
    const key = JSON.stringify([benchmark?.dataset, from, text]);
    const read = remembered(hinted, key, () => readText(from, text.slice(0, LONGEST), all, names).tags);
    for (const tag of read) {
      const named = tag.kind === 'model' && tag.value.startsWith('named:');
      if ((named || !said.has(tag.kind)) && tag.kind !== 'items') tags.push(tag);
    }
  }
  const own = tags.filter(({ kind, value }) => task?.implied?.[kind] !== value);
  return {
    tags: own.filter((tag, index) => !own.slice(0, index).some((earlier) => sameTag(earlier, tag))),
    rest: rests.join('; '),
  };
}

const sameTag = (a: VariantTag, b: VariantTag) => a.kind === b.kind && a.value === b.value;

function readText(
  from: Field,
  text: string,
  all: readonly Pattern[],
  names: readonly string[],
): { tags: VariantTag[]; rest: string } {
  const found: (VariantTag & { at: number })[] = [];
  // Read words are blanked, so that positions stay and no later pattern reads them again.
  let left = text;
  for (const { kind, find, value, fields } of all) {
    if (fields ? !fields.includes(from) : from === 'path' || from === 'source') continue;
    find.lastIndex = 0;
    for (let match = find.exec(left); match; match = find.exec(left)) {
      if (!match[0]) {
        find.lastIndex++;
        continue;
      }
      const read = typeof value === 'string' ? value : value(match);
      if (read === undefined || read === '') continue;
      found.push({
        kind,
        value: read,
        quote: text.slice(match.index, match.index + match[0].length).trim(),
        from,
        at: match.index,
      });
      left = left.slice(0, match.index) + READ.repeat(match[0].length) + left.slice(match.index + match[0].length);
    }
  }
  const kept = found.filter((tag) => {
    if (several.has(tag.kind)) return true;
    return !found.some((other) => other.kind === tag.kind && contradicts(tag, other));
  });
  for (const tag of found) {
    if (kept.includes(tag)) continue;
    left = left.slice(0, tag.at) + tag.quote + left.slice(tag.at + tag.quote.length);
  }
  const tags = narrowTools(kept)
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...tag }) => tag);
  return { tags, rest: restOf(left, names) };
}

/** Two values of one kind that cannot both hold; a general word beside a narrower one can. */
function contradicts(a: VariantTag, b: VariantTag): boolean {
  if (a.value === b.value) return false;
  if (a.kind === 'tools') return (a.value === 'none') !== (b.value === 'none');
  if (a.kind === 'effort')
    return (a.value === 'none') !== (b.value === 'none') || (a.value !== 'thinking' && b.value !== 'thinking');
  return true;
}

/** `with tools (search)` is one statement: the narrower word stands for both. */
function narrowTools<T extends VariantTag>(tags: T[]): T[] {
  const tools = tags.filter(({ kind }) => kind === 'tools');
  if (tools.length < 2) return tags;
  const narrow = tools.find(({ value }) => value !== 'with' && value !== 'none');
  const keep = narrow ?? tools[0];
  return tags.filter((tag) => tag.kind !== 'tools' || tag === keep);
}

/** Keeps what no pattern read, in pieces; a margin of error, an empty phrase or the benchmark's own name says nothing. */
function restOf(left: string, names: readonly string[]): string {
  return left
    .replace(/(?:\+-|\+\/-|±)\s?\d[\d.]*/g, READ)
    .replace(/\x80+/g, READ)
    .split(/[\x80\uFFFC;,|()]|\. |\.$/)
    .map((piece) => piece.trim().replace(/^[\s.:/+&"“”'’-]+|[\s.:/+&"“”'’-]+$/g, ''))
    .filter((piece) => !names.includes(piece.toLowerCase()))
    .filter((piece) => piece.replace(fillers, '').replace(/[^\p{L}\p{N}]/gu, '') !== '')
    .join('; ');
}

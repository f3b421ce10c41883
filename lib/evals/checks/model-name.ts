/** What a repository or column name says of a model; each part is empty when the name does not say it. */
interface NameParts {
  family: string;
  numbers: Set<string>;
  sizes: Set<string>;
  kind: '' | 'base' | 'instruct' | 'thinking';
  distilled: boolean;
  precision: string;
}

const vendors = /^(?:meta|nvidia|google|openai|mistralai|ibm|microsoft|the)[- _]+(?=[a-z])/;
const precisions =
  /(?<![a-z0-9])(fp8|fp4|nvfp4|mxfp4|int8|int4|awq|gptq|gguf|w8a8|w4a16|[48]-?bit|bf16|fp16)(?![a-z0-9])/;
const kinds: readonly (readonly [NameParts['kind'], RegExp])[] = [
  ['thinking', /(?<![a-z0-9-])(?:thinking|reasoner)(?![a-z0-9])|-(?<!non-)(?:thinking|reasoner)(?![a-z0-9])/],
  ['base', /(?<![a-z0-9])(?:base|pt|pretrain(?:ed)?)(?![a-z0-9])/],
  ['instruct', /(?<![a-z0-9])(?:instruct|it|chat|sft|rl)(?![a-z0-9])/],
];

// The same few names come back with every pair of a page.
const memory = new Map<string, NameParts>();

function partsOf(name: string): NameParts {
  let parts = memory.get(name);
  if (!parts) {
    parts = readName(name);
    if (memory.size >= 500) memory.clear();
    memory.set(name, parts);
  }
  return parts;
}

function readName(name: string): NameParts {
  const text = name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(vendors, '');
  const sizes = new Set(
    Array.from(text.matchAll(/(?<![a-z0-9.])(a?\d+(?:\.\d+)?[bm])(?![a-z0-9])/g), ([, size]) => size ?? ''),
  );
  const precision = precisions.exec(text)?.[1] ?? '';
  const bare = text.replace(precisions, ' ').replace(/(?<![a-z0-9.])a?\d+(?:\.\d+)?[bm](?![a-z0-9])/g, ' ');
  return {
    family: /[a-z]+/.exec(bare.replace(/(?<![a-z])(?:instruct|base|chat|it)(?![a-z])/g, ' '))?.[0] ?? '',
    numbers: new Set(Array.from(bare.matchAll(/\d+(?:\.\d+)*/g), ([number]) => number)),
    sizes,
    kind: kinds.find(([, find]) => find.test(text))?.[0] ?? '',
    distilled: /distill/.test(text),
    precision: precision === 'bf16' || precision === 'fp16' ? '' : precision,
  };
}

/** Whether the name itself says base or instruct. */
export const kindOfName = (name: string): NameParts['kind'] => partsOf(name).kind;

const disjoint = (a: Set<string>, b: Set<string>) => a.size > 0 && b.size > 0 && ![...a].some((item) => b.has(item));

/**
 * How two names disagree about which model they mean: `model` (family, version, size, kind, distilled or not),
 * `precision` (the same model, quantized differently), or not at all. A part that one of the names leaves out is no
 * disagreement, because tables shorten names.
 */
export function namesDisagree(a: string, b: string): 'model' | 'precision' | undefined {
  if (a === b) return undefined;
  const [x, y] = [partsOf(a), partsOf(b)];
  const differ =
    (x.family !== '' && y.family !== '' && x.family !== y.family) ||
    disjoint(x.numbers, y.numbers) ||
    disjoint(x.sizes, y.sizes) ||
    (x.kind !== '' && y.kind !== '' && x.kind !== y.kind) ||
    x.distilled !== y.distilled;
  if (differ) return 'model';
  return x.precision === y.precision ? undefined : 'precision';
}

/** `org/name` when a link leads to a model on the Hub (its page, a file, a discussion), else undefined. */
export function modelOfLink(link: string): string | undefined {
  const match = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]+)\/([\w.-]+)(?:[/?#]|$)/i.exec(link);
  const [, org, name] = match ?? [];
  if (!org || !name || notOrganizations.has(org.toLowerCase())) return undefined;
  return `${org}/${name}`;
}

const notOrganizations = new Set([
  'datasets',
  'spaces',
  'papers',
  'blog',
  'docs',
  'collections',
  'buckets',
  'api',
  'posts',
  'learn',
  'organizations',
  'kernels',
  'join',
  'login',
  'settings',
]);

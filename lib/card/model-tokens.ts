/** What a name says of a model, taken apart. */
export interface NameTokens {
  words: string[];
  /** `3`, `3.1`, of `Llama3.1` and `V3` too. */
  versions: string[];
  /** `2507`, `0528`, `20250514`. */
  dates: string[];
  /** `8b`, `a22b`, `8x7b`. */
  sizes: string[];
  /** `80k`, `128k`. */
  contexts: string[];
  kind: '' | 'base' | 'instruct' | 'thinking' | 'sft' | 'rl' | 'dpo';
  mode: '' | 'thinking' | 'none';
  /** Empty also for BF16 and FP16, which repositories are not named after. */
  precision: string;
  /** 16 bit, said in so many words. */
  full: boolean;
  /** Words about the setup that stand with the name: `(high)`, `+ tts`, `thinking`. */
  settings: string[];
}

const size = /^(?:[ae]?\d+(?:\.\d+)?[bmt]|\d+e|\d+x\d+(?:\.\d+)?b)$/;
const precision =
  /^(?:nv|mx)?fp[48]$|^int[248]$|^(?:awq|gptq|gguf|exl2|bnb|nf4|mlx|w\d+a\d+|q\d(?:[_-]\w+)?|iq\d\w*|[2-8]-?bits?|int4-?(?:awq|gptq))$/;
const full = /^(?:b16|bf16|fp16|f16|fp32|bfloat16|16bit)$/;
const kinds: Record<string, NameTokens['kind']> = {
  instruct: 'instruct',
  instruction: 'instruct',
  inst: 'instruct',
  ins: 'instruct',
  in: 'instruct',
  it: 'instruct',
  chat: 'instruct',
  base: 'base',
  pt: 'base',
  pretrain: 'base',
  pretrained: 'base',
  thinking: 'thinking',
  think: 'thinking',
  reasoner: 'thinking',
  reasoning: 'thinking',
  sft: 'sft',
  rl: 'rl',
  dpo: 'dpo',
};
/** Words that say nothing of which model it is. */
const fillers = new Set(
  'ours our this model models the new score scores value values result results acc accuracy metric performance average avg mean overall reported official tuned weights open source open-source release latest v full precision effective total active dense params parameters'.split(
    ' ',
  ),
);
const settings =
  /^(?:low|medium|high|xhigh|effort|mode|tools?|tts|heavy|python|no|pass@\d+|avg@\d+|maj@\d+|cons@\d+|cot|\d+-?shots?|shots?|greedy)$/;

// The same few names come back in every table of a card.
const memory = new Map<string, NameTokens>();

/** Takes a model's name apart, as a repository, a column or a title writes it. */
export function nameTokens(name: string): NameTokens {
  let tokens = memory.get(name);
  if (!tokens) {
    if (memory.size >= 1000) memory.clear();
    tokens = read(name);
    memory.set(name, tokens);
  }
  return tokens;
}

function read(name: string): NameTokens {
  const tokens: NameTokens = {
    words: [],
    versions: [],
    dates: [],
    sizes: [],
    contexts: [],
    kind: '',
    mode: '',
    precision: '',
    full: false,
    settings: [],
  };
  let text = name.slice(0, 200).normalize('NFKC').toLowerCase();
  if (/^[\w.-]+\/[\w.-]+$/.test(text.trim())) text = text.slice(text.indexOf('/') + 1);
  text = text.replace(/[([]([^()[\]]*)[)\]]/g, (_, remark: string) => {
    readRemark(remark.trim(), tokens);
    return ' ';
  });
  const [own = '', ...added] = text.split(/\s\+\s?|\s(?=w\/|with\b|without\b)/);
  for (const setting of added) tokens.settings.push(setting.trim());
  readPieces(own, tokens, false);
  return tokens;
}

/** What stands in brackets: a size or a kind is part of the name, the rest is a setup. */
function readRemark(remark: string, tokens: NameTokens): void {
  if (remark === '') return;
  const pieces = piecesOf(remark);
  const telling = pieces.filter(
    (piece) =>
      size.test(piece) ||
      precision.test(piece) ||
      full.test(piece) ||
      /^\d{4}$/.test(piece) ||
      kinds[piece] === 'base' ||
      kinds[piece] === 'instruct',
  );
  if (pieces.length > 0 && telling.length === pieces.length) readPieces(remark, tokens, true);
  else {
    const mode = modeOf(pieces);
    if (mode) tokens.mode = mode;
    if (!/^(?:ours?|this model|new)$/.test(remark)) tokens.settings.push(remark);
  }
}

function piecesOf(text: string): string[] {
  return text
    .replace(/\b(?:non|no|w\/o|without)[-\s]?(?:thinking|think|reasoning)\b/g, 'nonthinking')
    .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, '$1$2$3')
    .replace(/\binstruct(?:ion)?[-\s]tuned\b/g, 'instruct')
    .replace(/\bpre-?train(?:ed)?\b/g, 'pretrain')
    .split(/[\s\-–—_:,;/]+/)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((piece) => piece !== '');
}

const modeOf = (pieces: readonly string[]): NameTokens['mode'] =>
  pieces.includes('nonthinking') ? 'none' : pieces.some((piece) => kinds[piece] === 'thinking') ? 'thinking' : '';

function readPieces(text: string, tokens: NameTokens, remark: boolean): void {
  for (const piece of piecesOf(text)) {
    const kind = kinds[piece];
    const mixed = /^([a-z]+)(\d+(?:\.\d+)*)([a-z]*)$/.exec(piece);
    if (piece === 'nonthinking') {
      tokens.mode = 'none';
      tokens.settings.push('non-thinking');
    } else if (kind && !(kind === 'instruct' && piece.length < 3 && tokens.words.length === 0)) {
      if (kind === 'thinking') tokens.mode = 'thinking';
      if (tokens.kind === '' || kind !== 'instruct') tokens.kind = kind;
    } else if (full.test(piece)) tokens.full = true;
    else if (precision.test(piece)) tokens.precision = piece;
    else if (size.test(piece)) tokens.sizes.push(piece);
    else if (/^\d+k$/.test(piece)) tokens.contexts.push(piece);
    else if (/^\d{4}$|^\d{6}$|^\d{8}$/.test(piece)) tokens.dates.push(piece);
    else if (/^v?\d+(?:\.\d+)*$/.test(piece)) tokens.versions.push(version(piece));
    else if (fillers.has(piece)) continue;
    else if (settings.test(piece)) tokens.settings.push(piece);
    else if (mixed) {
      const [, letters = '', digits = '', more = ''] = mixed;
      if (letters !== 'v') tokens.words.push(letters);
      if (/^\d{4}$/.test(digits)) tokens.dates.push(digits);
      else tokens.versions.push(version(digits));
      if (more) tokens.words.push(more);
    } else if (!remark) tokens.words.push(piece);
  }
}

/** `3.0` and `3` are one version. */
const version = (text: string) => text.replace(/^v/, '').replace(/(?:\.0)+$/, '');

import { type NameTokens, nameTokens } from './model-tokens.ts';

/** How a name in a table relates to the card's own model. */
export interface NameMatch {
  /**
   * `same`: it names this model. `part`: it may, but leaves out what tells it from its siblings.
   * `other`: another model. `none`: it names no model at all (`Score`).
   */
  relation: 'same' | 'part' | 'other' | 'none';
  /** How much of the own name is left out; the least wins. */
  missing: number;
  /** The setup that stands with the name: `thinking`, `high`, `+ tts`. */
  settings: string[];
  /** A thinking or non-thinking mode that is not part of the own name. */
  mode: NameTokens['mode'];
}

/** A model as a card may call it. */
export interface Naming {
  tokens: NameTokens;
  /** Words that may be left out: those of the organisation, and vendors' prefixes. */
  optional: ReadonlySet<string>;
}

const optionalWords = new Set([
  'meta',
  'nvidia',
  'google',
  'openai',
  'mistralai',
  'ibm',
  'microsoft',
  'the',
  'hf',
  'preview',
  'release',
]);

/** How a repository (`org/name`) is named. */
export function namingOf(repo: string): Naming {
  const [org = '', name = ''] = repo.includes('/') ? repo.split('/') : ['', repo];
  const tokens = nameTokens(name);
  const house = org.toLowerCase();
  const optional = new Set(
    tokens.words.filter((word) => optionalWords.has(word) || (word.length > 2 && house.includes(word))),
  );
  return { tokens, optional };
}

const covers = (set: readonly string[], items: readonly string[], same = (a: string, b: string) => a === b) =>
  items.every((item) => set.some((other) => same(item, other)));

/** `E4B` is called 4B where no other 4B exists. */
const sameSize = (a: string, b: string) => a === b || a.replace(/^e/, '') === b.replace(/^e/, '');

/** Compares a name with the own model's, part by part; what the name leaves out is counted, what it adds is another model. */
export function matchName(name: string, own: Naming): NameMatch {
  const found = nameTokens(name);
  const { tokens, optional } = own;
  const modes = modeSettings(found, tokens);
  const match = (relation: NameMatch['relation'], missing = 0): NameMatch => ({
    relation,
    missing,
    settings: [...new Set([...found.settings, ...modes])],
    mode: tokens.kind === 'thinking' ? '' : found.mode,
  });
  const identity = found.words.length + found.versions.length + found.sizes.length + found.dates.length;
  if (identity === 0 && found.kind === '' && found.precision === '' && !found.full && found.contexts.length === 0)
    return match('none');
  if (disagree(found, tokens)) return match('other');
  const missing = {
    words: tokens.words.filter((word) => !found.words.includes(word) && !optional.has(word)),
    versions: tokens.versions.filter((version) => !found.versions.includes(version)),
    dates: tokens.dates.filter((date) => !found.dates.includes(date)),
    sizes: found.sizes.length > 0 ? [] : tokens.sizes,
    contexts: tokens.contexts.filter((context) => !found.contexts.includes(context)),
  };
  const shared = found.words.length > 0;
  const count =
    3 * missing.words.length +
    3 * missing.versions.length +
    2 * missing.dates.length +
    2 * missing.sizes.length +
    2 * missing.contexts.length +
    (found.kind === tokens.kind || tokens.kind === '' ? 0 : tokens.kind === 'instruct' ? 1 : 3) +
    (found.precision === tokens.precision ? 0 : 0.5) +
    // A size that the repository's name does not have.
    (tokens.sizes.length === 0 ? 0.5 * found.sizes.length : 0);
  const kindSaid =
    found.kind === tokens.kind || tokens.kind === '' || tokens.kind === 'instruct' || found.mode === tokens.kind;
  // `K2 Thinking` for Kimi-K2-Thinking: the family's name may go when the rest stands.
  const family =
    missing.words.length === 1 && missing.words[0] === tokens.words[0] && shared && missing.versions.length === 0;
  const wordsSaid = missing.words.length === 0 || family;
  // A date may go where a release number, or size and kind, say as much.
  const sized = tokens.sizes.length > 0 && missing.sizes.length === 0 && found.kind === tokens.kind;
  const datesSaid = missing.dates.length === 0 || dotted(found.versions) || sized;
  const same =
    shared &&
    wordsSaid &&
    kindSaid &&
    datesSaid &&
    missing.versions.length === 0 &&
    missing.sizes.length === 0 &&
    missing.contexts.length === 0;
  return match(same ? 'same' : 'part', count);
}

const dotted = (versions: readonly string[]) => versions.some((version) => version.includes('.'));

/** Whether the name has something that the own name has not: a word, a version, a size, a kind. */
function disagree(found: NameTokens, own: NameTokens): boolean {
  return (
    !covers(own.words, found.words) ||
    !covers(own.versions, found.versions) ||
    !covers(own.dates, found.dates) ||
    (own.sizes.length > 0 && !covers(own.sizes, found.sizes, sameSize)) ||
    (own.contexts.length > 0 && !covers(own.contexts, found.contexts)) ||
    kindsDisagree(found, own) ||
    precisionsDisagree(found, own)
  );
}

function kindsDisagree(found: NameTokens, own: NameTokens): boolean {
  if (found.mode === 'none' && own.kind === 'thinking') return true;
  if (found.mode === 'thinking' && own.kind === 'instruct') return true;
  if (found.kind === '' || found.kind === own.kind) return false;
  // A thinking mode of a model that has both is no other model; whether it has is seen from the other names.
  return !(found.kind === 'thinking' && own.kind === '');
}

function precisionsDisagree(found: NameTokens, own: NameTokens): boolean {
  if (found.full) return own.precision !== '';
  return found.precision !== '' && found.precision.replaceAll('-', '') !== own.precision.replaceAll('-', '');
}

function modeSettings(found: NameTokens, own: NameTokens): string[] {
  if (found.mode === 'thinking' && own.kind !== 'thinking') return ['thinking'];
  return [];
}

import type { Surroundings } from './context.ts';
import { isSetup } from './label-words.ts';
import { matchName, type NameMatch } from './match-name.ts';
import { nameTokens } from './model-tokens.ts';
import { matchOwn, type OwnModel } from './own-model.ts';

/** One line of a table's model axis that is this model's. */
export interface OwnLine {
  index: number;
  /** Setup words that stand with the name. */
  settings: string[];
}

export interface OwnLines {
  lines: OwnLine[];
  /** Lines that may be this model's: said to be doubtful, not read. */
  doubtful: number[];
}

/**
 * Finds which columns (or rows) are this model's. The name that leaves out the least is the one; a name that leaves out
 * what tells the model from its siblings is taken only when nothing else on the card could be meant.
 */
export function ownLines(
  names: readonly { index: number; text: string }[],
  own: OwnModel,
  around: Surroundings,
  chosen: boolean,
): OwnLines {
  const matched = names.map(({ index, text }) => ({ index, text, match: matchIn(text, own, around) }));
  const kindFits = ({ text }: { text: string }) => fitsSection(text, own, around);
  const same = matched.filter(({ match }) => match.relation === 'same');
  if (same.length > 0) {
    const least = Math.min(...same.map(({ match }) => match.missing));
    const best = withoutSeparateModes(
      same.filter(({ match }) => match.missing === least),
      own,
    );
    const fitting = best.filter(kindFits);
    const [clear, twice] = apart(fitting);
    return { lines: clear.map(lineOf), doubtful: twice.map(({ index }) => index) };
  }
  const parts = matched.filter(({ match, text }) => match.relation === 'part' && fitsSection(text, own, around));
  if (parts.length > 0) {
    const least = Math.min(...parts.map(({ match }) => match.missing));
    const best = parts.filter(({ match }) => match.missing === least);
    const [only] = best;
    if (only && best.length === 1 && partIsOwn(only.text, only.match, matched, own))
      return { lines: [lineOf(only)], doubtful: [] };
    return { lines: [], doubtful: best.map(({ index }) => index) };
  }
  return ownByDefault(matched, own, around, chosen);
}

/** Where the section says that all models are base models, their names need not. */
function matchIn(text: string, own: OwnModel, around: Surroundings): NameMatch {
  const match = matchOwn(text, own);
  const { tokens, optional } = own.naming;
  if (match.relation !== 'part' || around.kind !== 'base' || tokens.kind !== 'base') return match;
  return matchName(text, { tokens: { ...tokens, kind: '' }, optional });
}

interface Matched {
  index: number;
  text: string;
  match: NameMatch;
}

const lineOf = ({ index, match }: Matched): OwnLine => ({ index, settings: match.settings });

/** A thinking mode that is a repository of its own is not this one's: it is ours only beside a non-thinking mode, or in brackets. */
function withoutSeparateModes(best: readonly Matched[], own: OwnModel): Matched[] {
  if (own.naming.tokens.kind !== '') return [...best];
  const separate = ({ text }: Matched) => nameTokens(text).kind === 'thinking';
  if (best.some(({ match }) => match.mode === 'none')) return [...best];
  const plain = best.filter((line) => !separate(line));
  return plain.length > 0 ? plain : best.length === 1 ? [...best] : [];
}

/** Lines of one name and one setup cannot be told apart. */
function apart(best: readonly Matched[]): [Matched[], Matched[]] {
  const count = new Map<string, number>();
  for (const { text } of best) count.set(text, (count.get(text) ?? 0) + 1);
  return [best.filter(({ text }) => count.get(text) === 1), best.filter(({ text }) => (count.get(text) ?? 0) > 1)];
}

/** A table of base models has no instruct model's figures, whatever its columns are called, unless the name itself says. */
function fitsSection(text: string, own: OwnModel, around: Surroundings): boolean {
  if (around.kind === '' || nameTokens(text).kind !== '') return true;
  return (around.kind === 'base') === own.base;
}

function partIsOwn(text: string, match: NameMatch, all: readonly Matched[], own: OwnModel): boolean {
  if (own.title === 'other') return false;
  const found = nameTokens(text);
  const tokens = own.naming.tokens;
  const bare = found.words.length === 0 && found.versions.length === 0;
  // `BF16 | FP8`, `2B | 4B`: all columns are told apart by that alone.
  if (bare && (found.full || found.precision !== '' || found.sizes.length > 0))
    return all.every(({ text: other }) => nameTokens(other).words.length === 0);
  if (tokens.kind !== '' && tokens.kind !== 'instruct' && found.kind !== tokens.kind && found.mode !== tokens.kind)
    return false;
  const onlySize =
    match.missing ===
    2 * tokens.sizes.length + (found.kind === tokens.kind ? 0 : 1) + (found.precision === tokens.precision ? 0 : 0.5);
  if (!onlySize || found.sizes.length > 0) return false;
  const telling = found.words.length > 1 || found.versions.some((version) => version.includes('.'));
  const siblings = all.some(({ text: other, match: { relation } }) => {
    const names = nameTokens(other);
    return (
      relation === 'other' &&
      names.sizes.length > 0 &&
      found.words.every((word) => names.words.includes(word)) &&
      found.versions.every((version) => names.versions.includes(version))
    );
  });
  return telling && !siblings;
}

/** No line names a model: a table of this model alone (`Score`), or one that says `Ours`. */
function ownByDefault(matched: readonly Matched[], own: OwnModel, around: Surroundings, chosen: boolean): OwnLines {
  const nothing: OwnLines = { lines: [], doubtful: [] };
  const ours = matched.filter(({ text }) => /(?<![\p{L}\d])(?:ours|our model|this model)(?![\p{L}\d])/iu.test(text));
  const nameless =
    ours.length > 0 ? ours : matched.filter(({ match, text }) => match.relation === 'none' && generic(text));
  if (nameless.length === 0 || (ours.length === 0 && matched.length > nameless.length)) return nothing;
  const sectionFits = around.kind === '' || (around.kind === 'base') === own.base;
  const headings = [...around.section, ...around.above];
  if (!sectionFits || headings.some((text) => namesSibling(text, own))) return nothing;
  const sure =
    chosen ||
    own.title === 'same' ||
    own.title === 'none' ||
    headings.some((text) => matchOwn(text, own).relation === 'same');
  const [clear] = apart(nameless);
  if (!sure || clear.length !== nameless.length) return { lines: [], doubtful: nameless.map(({ index }) => index) };
  const settings = clear.filter(({ text }) => isSetup(text)).length;
  // Several nameless columns are setups of one model only when their headers say which.
  if (clear.length > 1 && settings < clear.length - 1)
    return { lines: [], doubtful: nameless.map(({ index }) => index) };
  return {
    lines: clear.map((line) => ({
      index: line.index,
      settings: [...new Set([line.text, ...line.match.settings])].filter((text) => isSetup(text)),
    })),
    doubtful: [],
  };
}

const generic = (text: string) =>
  /^[\s%()↑↓:]*(?:(?:scores?|values?|results?|acc(?:uracy)?|performance|metric|pass@\d+|avg@\d+|maj@\d+|average|overall|reported|points?|percent(?:age)?|our|model|this|the|in|of|em|f1|rate|\d+-shot|thinking|non-?thinking|mode|reasoning|no|with|without|w\/o?|tools?|low|medium|high|effort|python|cot)[\s%()↑↓:,/-]*)*$/iu.test(
    text,
  );

/** What stands around a name in a heading. A comparison names others without being about them, so it is not among these. */
const headingWords =
  /(?<![\p{L}\d])(?:of|for|on|in|by|evaluations?|benchmarks?|benchmarking|results?|scores?|tables?|details?)(?![\p{L}\d])/giu;

/** A heading or remark that names another model of the family: `Results of the 70B model`, `M2.5`. */
export function namesSibling(heading: string, own: OwnModel): boolean {
  if (heading.length > 120) return false;
  const text = heading.replace(headingWords, ' ');
  const found = nameTokens(text);
  return (
    matchOwn(text, own).relation === 'other' &&
    found.words.some((word) => own.naming.tokens.words.includes(word)) &&
    found.words.every((word) => own.naming.tokens.words.includes(word) || own.naming.optional.has(word))
  );
}

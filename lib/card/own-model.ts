import { modelOfLink } from '../evals/checks/model-name.ts';
import type { Block } from './blocks.ts';
import { matchName, type NameMatch, type Naming, namingOf } from './match-name.ts';
import { nameTokens } from './model-tokens.ts';

/** What a card says of which model it is about. */
export interface OwnModel {
  id: string;
  naming: Naming;
  /** Other names that the card gives to this repository: a product name in its title, a release in its news. */
  aliases: readonly Naming[];
  /** It is a base model: by name, or because the card names the instruct model as another one. */
  base: boolean;
  /** How the card's title relates to the repository; `none` when there is no title that names a model. */
  title: NameMatch['relation'];
  /** All names that the card's tables compare, to tell whether a short name could mean a sibling. */
}

/** Reads off the card how it calls the model of a repository. */
export function readOwnModel(id: string, blocks: readonly Block[], text: string): OwnModel {
  const naming = namingOf(id);
  const first = blocks.find((block) => block.kind === 'heading');
  const heading = first?.kind === 'heading' && first.level === 1 ? first.text : '';
  const title = matchTitle(heading, naming);
  const aliases = [...title.aliases, ...releases(id, naming, blocks)];
  return { id, naming, aliases, base: isBase(id, naming, text), title: title.relation };
}

const titleNoise =
  /\b(?:model card|card|notes|readme|gguf|introduction|overview|for|about|evaluation|results?|benchmarks?)\b/gi;

function matchTitle(heading: string, naming: Naming): { relation: NameMatch['relation']; aliases: Naming[] } {
  const name = heading
    .replace(titleNoise, ' ')
    .replace(/[*_`#]/g, ' ')
    .trim();
  if (name === '') return { relation: 'none', aliases: [] };
  const tokens = nameTokens(name);
  const { relation } = matchName(name, naming);
  if (relation !== 'other') return { relation, aliases: [] };
  const own = naming.tokens;
  const related = tokens.words.some((word) => own.words.includes(word));
  if (!related) return { relation: 'none', aliases: [] };
  // A release number where the repository's name has only a date: the product's name.
  const product =
    own.versions.length === 0 &&
    tokens.versions.length > 0 &&
    matchName(name.replace(/\bv?\d+(?:\.\d+)+\b/gi, ' '), naming).relation !== 'other' &&
    own.words.every((word) => tokens.words.includes(word) || naming.optional.has(word));
  if (!product) return { relation: 'other', aliases: [] };
  return {
    relation: 'same',
    aliases: [{ tokens: { ...own, dates: [], versions: tokens.versions }, optional: naming.optional }],
  };
}

/** A news item that names a release and links to this one repository: `v0.4.0 – New model release`. */
function releases(id: string, naming: Naming, blocks: readonly Block[]): Naming[] {
  const found: Naming[] = [];
  for (const block of blocks) {
    if (block.kind !== 'text' || !block.text.includes('huggingface.co/')) continue;
    const links = Array.from(block.text.matchAll(/https?:\/\/[^\s)\]"'<>]{1,200}/g), ([link]) =>
      modelOfLink(link),
    ).filter((model) => model !== undefined);
    const release = /\bv(\d+(?:\.\d+)+)\b/.exec(block.text.slice(0, 80))?.[1];
    const family = naming.tokens.words[0];
    if (!release || !family || links.length === 0 || links.some((model) => model.toLowerCase() !== id.toLowerCase()))
      continue;
    const versions = nameTokens(`x v${release}`).versions;
    found.push({
      tokens: { ...nameTokens(family), versions, precision: naming.tokens.precision },
      optional: naming.optional,
    });
  }
  return found;
}

function isBase(id: string, { tokens }: Naming, text: string): boolean {
  if (tokens.kind !== '') return tokens.kind === 'base';
  // `Llama-3.1-8B` is the base where the card speaks of `Llama-3.1-8B-Instruct`.
  const name = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
  const lower = text.toLowerCase();
  for (const spelling of new Set([name, name.replaceAll('-', ' ')])) {
    for (
      let at = lower.indexOf(spelling), tries = 0;
      at !== -1 && tries < 200;
      at = lower.indexOf(spelling, at + 1), tries++
    )
      if (/^[-\s](?:instruct|chat|it)\b/.test(lower.slice(at + spelling.length, at + spelling.length + 10)))
        return true;
  }
  return false;
}

/** The best of what a name matches: the repository's own name, or another that the card gives to it. */
export function matchOwn(name: string, own: OwnModel): NameMatch {
  const matches = [own.naming, ...own.aliases].map((naming) => matchName(name, naming));
  return matches.find(({ relation }) => relation === 'same') ?? matches[0] ?? matchName(name, own.naming);
}

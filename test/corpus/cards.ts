import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CardScore } from '../../lib/card/card.ts';
import { corpusDir } from '../bench/real-scores.ts';

const score = z.object({
  hub_dataset: z.string(),
  task_id: z.string(),
  value: z.number(),
  label_in_card: z.string(),
  notes: z.string().optional(),
  tier: z.string(),
});
const value = z.union([z.number(), z.string()]);
const truthSchema = z.object({
  model: z.string(),
  scores: z.array(score),
  ambiguous: z.array(z.object({ value, hub_dataset: z.string().optional() })),
  traps: z.array(z.object({ label_in_card: z.string(), value })),
  other_models: z.array(z.object({ model: z.string(), scores: z.array(score) })),
});

/** A card of the corpus, with what two readers say that it states. */
export interface TrueCard {
  name: string;
  text: string;
  truth: z.infer<typeof truthSchema>;
}

export type TrueScore = z.infer<typeof score>;

/** The cards of the corpus, or none where it is not at hand. */
export function trueCards(): TrueCard[] {
  const dir = join(corpusDir() ?? '', 'corpus', 'cards');
  if (!corpusDir() || !existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({
      name: name.slice(0, -'.md'.length),
      text: readFileSync(join(dir, name), 'utf8'),
      truth: truthSchema.parse(JSON.parse(readFileSync(join(dir, name.replace(/\.md$/, '.truth.json')), 'utf8'))),
    }));
}

export const keyOf = (found: TrueScore | CardScore): string =>
  'hub_dataset' in found
    ? `${found.hub_dataset} ${found.task_id} ${found.value}`
    : `${found.dataset} ${found.task} ${found.value}`;

/** What a reading found, missed and added; what the truth calls ambiguous is neither. */
export function compare(truth: Pick<TrueCard['truth'], 'scores' | 'ambiguous'>, scores: readonly CardScore[]) {
  const wanted = new Map(truth.scores.map((each) => [keyOf(each), each]));
  const found = new Set(scores.map(keyOf).filter((key) => wanted.has(key)));
  const allowed = new Set(truth.ambiguous.map((each) => `${each.hub_dataset} ${each.value}`));
  return {
    found: [...found],
    missed: [...wanted].filter(([key]) => !found.has(key)).map(([key, { tier }]) => ({ key, tier })),
    added: scores.filter((each) => !wanted.has(keyOf(each)) && !allowed.has(`${each.dataset} ${each.value}`)),
  };
}

/** The setup that the truth's notes speak of, as tags; only what stands in the card itself. */
export function tagsOfNotes(notes: string): string[] {
  const tags: string[] = [];
  const own = notes.replace(/\(.*?\)/g, (bracket) => (/footnote|python/.test(bracket) ? bracket : ' '));
  const harness = /^harness: ([\w-]+)/.exec(own)?.[1];
  if (harness) tags.push(`harness=${harness.toLowerCase()}`);
  if (/^no tools/.test(own)) tags.push('tools=none?');
  if (/^with tools/.test(own)) tags.push(/python \+ search/.test(own) ? 'tools=python+search' : 'tools=with');
  if (/text-only subset/.test(own)) tags.push('modality=text-only');
  if (/non-thinking mode/.test(own)) tags.push('effort=none');
  else if (/^thinking mode/.test(own)) tags.push('effort=thinking');
  const shots = /(\d+)-shot/.exec(own)?.[1];
  if (shots) tags.push(`shots=${shots}`);
  if (/agent mode/.test(own)) tags.push('harness=agent');
  if (/internal framework|in-house/.test(own)) tags.push('harness=in-house');
  if (/Terminus-2/.test(own)) tags.push('harness=terminus-2');
  return tags;
}

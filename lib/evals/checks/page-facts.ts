import type { Report } from '../report.ts';
import type { CardLine } from '../score.ts';

/** What a whole report knows that its single scores do not. */
export interface PageFacts {
  /** Epoch milliseconds at which the report was read. */
  at: number;
  /** ISO time at which anything of the repository changed last. */
  lastModified: string | undefined;
  /** Repositories that this model was made from. */
  baseModels: readonly string[];
  /** ISO time at which each pull request was opened, where it is known. */
  opened: ReadonlyMap<number, string>;
  /** The model card was read to its end, so that what it does not state can be said. */
  cardIsWhole: boolean;
  /** Lines of the card that name a benchmark and leave open which part of it. */
  doubtful: readonly (CardLine & { dataset: string })[];
  /** Rows of the card that leave open whether they are of this model, or more than that: their text. */
  unclear: readonly string[];
}

/** The parts of a report that the checks ask about. */
export function pageFactsOf({
  at,
  facts,
  pullRequests,
  loaders,
  findings,
}: Pick<Report, 'at' | 'pullRequests' | 'loaders' | 'findings'> & { facts?: Report['facts'] | undefined }): PageFacts {
  const ofCard = findings.filter(({ seenBy }) => seenBy === 'model-card');
  return {
    at,
    lastModified: facts?.lastModified,
    baseModels: facts?.baseModels ?? [],
    opened: new Map(pullRequests.flatMap(({ number, createdAt }) => (createdAt ? [[number, createdAt] as const] : []))),
    cardIsWhole: loaders['model-card'] === 'ok' && ofCard.every(({ rule }) => rule === 'card/ambiguous'),
    doubtful: ofCard.flatMap(({ stated }) => stated ?? []),
    unclear: ofCard.flatMap(({ rule, text, stated }) => (rule === 'card/ambiguous' && !stated && text ? [text] : [])),
  };
}

import { pageKind } from '../page-kind.ts';

/** The cards of a list, models or not. */
const CARD = 'article.overview-card-wrapper';

/** A card of a model in the page. */
export interface Card {
  article: HTMLElement;
  repo: string;
}

/**
 * The cards of models that a page shows. Their links are absolute and carry a query under some of the page's filters;
 * cards of datasets, spaces and advertisements are none.
 */
export function modelCards(document: Document): Card[] {
  return [...document.querySelectorAll<HTMLElement>(CARD)].flatMap((article) => {
    const repo = repoOf(article);
    return repo === undefined ? [] : [{ article, repo }];
  });
}

/** The model whose card this is, by its first link; it may become another one's when the page draws its list anew. */
export function repoOf(article: HTMLElement): string | undefined {
  const href = article.querySelector('a[href]')?.getAttribute('href');
  const url = href ? URL.parse(href, article.ownerDocument.location.href) : null;
  const page = url && pageKind(url.origin + url.pathname);
  return page?.kind === 'model' && page.tab === 'card' && page.repo?.includes('/') ? page.repo : undefined;
}

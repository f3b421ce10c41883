import type { Page } from '@playwright/test';

/** How long a way of asking took, in milliseconds, in the page's own `fetch`. */
export interface AskTimes {
  /** Until the first score was known. */
  first: number;
  /** Until all were. */
  full: number;
}

/** The floor: one round trip to the API that names all results. */
export function askFloor(page: Page, repo: string): Promise<AskTimes> {
  return page.evaluate(async (id) => {
    const start = performance.now();
    await (await fetch(`/api/models/${id}?expand[]=evalResults`, { cache: 'no-store' })).json();
    const full = performance.now() - start;
    return { first: full, full };
  }, repo);
}

/**
 * The plain way that scripts go about it: list the open pull requests, then the tree and the files of each,
 * one after another.
 */
export function askPlainly(page: Page, repo: string): Promise<AskTimes> {
  return page.evaluate(async (id) => {
    const start = performance.now();
    let first = Number.NaN;
    const read = async (path: string) => await fetch(path, { cache: 'no-store' });
    const listed = await (await read(`/api/models/${id}/discussions?type=pull_request&status=open`)).json();
    const refs = ['main', ...listed.discussions.map(({ num }: { num: number }) => `refs%2Fpr%2F${num}`)];
    for (const ref of refs) {
      const tree = await read(`/api/models/${id}/tree/${ref}/.eval_results`);
      if (!tree.ok) continue;
      for (const { path } of (await tree.json()) as { path: string }[]) {
        await (await read(`/${id}/raw/${ref}/${path}`)).text();
        if (Number.isNaN(first)) first = performance.now() - start;
      }
    }
    return { first, full: performance.now() - start };
  }, repo);
}

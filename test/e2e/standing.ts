import type { Page } from '@playwright/test';

export const hubOrigin = 'https://huggingface.co';
export const model = `${hubOrigin}/openai/gpt-oss-20b`;

/** Where the panel stands: the place that it names, and its neighbours in the page. */
export const standing = (page: Page) =>
  page.evaluate(() => {
    const hosts = [...document.querySelectorAll<HTMLElement>('crosscheck-panel')];
    const [host] = hosts;
    return {
      panels: hosts.length,
      place: host?.dataset.place,
      before: host?.previousElementSibling?.getAttribute('data-target'),
      parent: host?.parentElement?.localName,
      inIsland: Boolean(host?.closest('.SVELTE_HYDRATER')),
      visible: host?.checkVisibility() ?? false,
    };
  });

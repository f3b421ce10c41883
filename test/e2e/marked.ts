import type { Page } from '@playwright/test';

/** How a mark stands in the page, for the eye and for the finger, and what it says. */
export interface Marked {
  /** Text of the marked cell, and of the first cell of its row and of its column. */
  cell: string;
  row: string;
  name: string;
  status: string;
  /** Size of the drawing and of the button, in px. */
  size: number;
  target: [width: number, height: number];
  /** The drawing is inside the cell's box, at its end; the button does not reach beyond the cell's end and foot. */
  inside: boolean;
}

/** The marks of the page, in its order. */
export const marksOn = (page: Page): Promise<Marked[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('crosscheck-mark')].map((host) => {
      const cell = host.closest('td, th') as HTMLTableCellElement;
      const button = host.shadowRoot?.querySelector('button') as HTMLButtonElement;
      const drawing = button.querySelector('svg') as SVGElement;
      const [box, at, hit] = [cell, drawing, button].map((one) => one.getBoundingClientRect()) as [
        DOMRect,
        DOMRect,
        DOMRect,
      ];
      const rightToLeft = getComputedStyle(cell).direction === 'rtl';
      const fromEnd = rightToLeft ? at.left - box.left : box.right - at.right;
      const beyond = rightToLeft ? box.left - hit.left : hit.right - box.right;
      return {
        cell: cell.textContent?.trim() ?? '',
        row: cell.closest('tr')?.cells[0]?.textContent?.trim() ?? '',
        name: button.ariaLabel ?? '',
        status: button.dataset.status ?? '',
        size: at.width,
        target: [hit.width, hit.height] as [number, number],
        inside:
          fromEnd >= -0.5 &&
          fromEnd <= 10 &&
          at.top >= box.top - 0.5 &&
          at.bottom <= box.bottom + 0.5 &&
          beyond <= 0.5 &&
          hit.bottom <= box.bottom + 0.5,
      };
    }),
  );

/** The line above the first marked table: its words, and whether it lies on anything of the page. */
export const lineOn = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('crosscheck-marks-line');
    const line = host?.shadowRoot?.querySelector('p');
    if (!host || !line || host.hidden) return undefined;
    const { top, bottom, left, right } = line.getBoundingClientRect();
    const range = document.createRange();
    const texts = document.createTreeWalker(
      document.querySelector('.model-card-content') as Element,
      NodeFilter.SHOW_TEXT,
    );
    let covered = '';
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        // A line of text has room above and below its letters.
        const lap = Math.min(bottom, box.bottom) - Math.max(top, box.top);
        if (lap > box.height / 4 && box.left < right && box.right > left && box.width > 0)
          covered = text.textContent ?? '';
      }
    }
    const words = [...line.children].flatMap((part) =>
      part instanceof HTMLElement && part.checkVisibility() ? [part.textContent] : [],
    );
    return { words: words.join(' '), covered };
  });

/** What has moved in the left column so far, watched from before the page's own scripts; the other one is the panel's. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    type Shift = PerformanceEntry & { value: number; sources: { node: Node | null; currentRect: DOMRect }[] };
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        // What is in a shadow root has a place, but no name.
        const side = document.querySelector('.side-column')?.getBoundingClientRect().left ?? innerWidth;
        const left = sources.filter(({ currentRect }) => currentRect.left < side);
        moved.push(...left.map(({ node, currentRect }) => `${value} ${node?.nodeName} ${JSON.stringify(currentRect)}`));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
}

/** The card's own markup, and where each of its cells stands; to compare before and after. */
export const cardAsItIs = (page: Page) =>
  page.evaluate(() => {
    const card = document.querySelector('.model-card-content');
    const boxes = [...(card?.querySelectorAll('*') ?? [])]
      .filter(({ localName }) => !localName.startsWith('crosscheck-'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${x} ${y + scrollY} ${width} ${height}`;
      });
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { html: card?.innerHTML ?? '', boxes, page: [scrollWidth, scrollHeight] };
  });

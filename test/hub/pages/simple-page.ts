import type { Context } from '../http/context.ts';
import type { HubFault } from '../http/fault.ts';
import { escapeHtml } from './html.ts';
import { layout } from './layout.ts';

/** The Hub's page for what cannot be shown. */
export function simplePage(context: Context, status: number, fault: HubFault): string {
  const text = status === 404 ? "Sorry, we can't find the page you are looking for." : fault.message;
  return layout(context, {
    title: `${status} – Hugging Face`,
    kind: 'ErrorPage',
    main: `<div class="container error-page"><h1>${status}</h1><p>${escapeHtml(text)}</p></div>`,
  });
}

/** A page of the Hub that is about no repository. */
export function otherPage(context: Context, name: string): string {
  return layout(context, {
    title: `${name} – Hugging Face`,
    kind: 'OtherPage',
    main: `<div class="container error-page"><h1>${escapeHtml(name)}</h1><p>The local Hub has no such page.</p></div>`,
  });
}

import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

const PANEL = '/content-scripts/panel.js';

/** The marks in the card come once the panel has drawn something and the page is idle: the first score does not wait for them. */
const MARKS = '/content-scripts/marks.js';

/** The script of a benchmark's page. */
export const BOARD = '/content-scripts/board.js';

/**
 * Puts the panel's script (or another of ours) into a tab's page as soon as there is a document, without waiting for the page to be idle:
 * the panel itself waits for its place. Answers false when the browser refuses (a page that was left meanwhile, a
 * browser that keeps extensions out); the popup can still show the report.
 */
export async function injectPanel(tabId: number, documentId: string, script: string = PANEL): Promise<boolean> {
  const inject = (file: string, injectImmediately: boolean) => {
    const into = (target: { tabId: number; documentIds?: string[] }) =>
      browser.scripting.executeScript({ target, files: [file as ScriptPublicPath], injectImmediately });
    // With a document named, the script never lands in the page that followed it.
    if (documentId === '') return into({ tabId });
    return into({ tabId, documentIds: [documentId] }).catch((error) => withoutName(error, () => into({ tabId })));
  };
  try {
    // The panel's script is done when its first drawing is; a browser that does not tell goes by the page alone.
    await inject(script, true);
    // A page that was left before it was idle has no card to mark.
    if (script === PANEL) void inject(MARKS, false).catch(() => undefined);
    return true;
  } catch (error) {
    console.debug('The panel was not let into tab', tabId, error);
    return false;
  }
}

/** Firefox may name documents to us and not take the name back: it then complains of the property. */
function withoutName(error: unknown, again: () => Promise<unknown>): Promise<unknown> {
  if (error instanceof Error && error.message.includes('documentIds')) return again();
  throw error;
}

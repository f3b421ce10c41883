import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';

const PANEL = '/content-scripts/panel.js';

/**
 * Puts the panel's script into a tab's page as soon as there is a document, without waiting for the page to be idle:
 * the panel itself waits for its place. Answers false when the browser refuses (a page that was left meanwhile, a
 * browser that keeps extensions out); the popup can still show the report.
 */
export async function injectPanel(tabId: number, documentId: string): Promise<boolean> {
  // Chromium names the document, so that the script never lands in the page that followed it.
  const target = documentId === '' ? { tabId } : { tabId, documentIds: [documentId] };
  try {
    await browser.scripting.executeScript({ target, files: [PANEL as ScriptPublicPath], injectImmediately: true });
    return true;
  } catch (error) {
    console.debug('The panel was not let into tab', tabId, error);
    return false;
  }
}

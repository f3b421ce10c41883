import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { sendMessage } from '../messaging/messenger.ts';
import { toolbar } from './badge.ts';

const DETECTOR = '/content-scripts/hub.js' as ScriptPublicPath;

/**
 * After an install or update: puts the detector into the Hub's pages that are open already; an older one there notices
 * and goes. Firefox does this by itself for the scripts of the manifest.
 */
export async function refreshOpenTabs(): Promise<void> {
  if (import.meta.env.BROWSER === 'firefox') return;
  const open = await browser.tabs.query({ url: 'https://huggingface.co/*' });
  const injections = open.map(({ id, discarded }) =>
    id === undefined || discarded
      ? undefined
      : browser.scripting.executeScript({ target: { tabId: id }, files: [DETECTOR] }),
  );

  // A tab that was closed or does not let us in is looked at when it loads the next time.
  await Promise.allSettled(injections);
}

/** The keyboard command: brings the reader to the panel of the tab in front; where there is none the popup speaks for it. */
export async function showPanelOfActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  const shown = await sendMessage('showPanel', undefined, { tabId: tab.id, frameId: 0 }).catch(() => false);
  // Not every browser lets a command open the popup; then the reader still has the button.
  if (!shown)
    await toolbar()
      .openPopup?.()
      ?.catch(() => undefined);
}

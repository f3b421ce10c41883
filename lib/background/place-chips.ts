import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { sendMessage } from '../messaging/messenger.ts';
import type { PageSeen } from '../messaging/protocol.ts';
import type { PreferencesStore } from '../store/preferences.ts';

const CHIPS = '/content-scripts/chips.js' as ScriptPublicPath;

/** Puts the chips' script into a page that may list models, unless one lives there or the reader wants none. */
export async function placeChips(
  tabId: number,
  { kind }: PageSeen,
  preferences: Pick<PreferencesStore, 'read'>,
): Promise<void> {
  if (kind !== 'list' && kind !== 'organization') return;
  if ((await preferences.read()).hidden.includes('chips')) return;
  const living = await sendMessage('areChipsHere', undefined, { tabId, frameId: 0 }).catch(() => false);
  if (living) return;
  await browser.scripting
    .executeScript({ target: { tabId }, files: [CHIPS] })
    // A page that was left meanwhile, or a browser that keeps extensions out: the page does well without.
    .catch(() => undefined);
}

import { sendMessage } from '../messaging/messenger.ts';
import type { PageSeen } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/senders.ts';
import { injectPanel } from './inject-panel.ts';
import { documentOf, type Tabs } from './tabs.ts';

/** Documents whose panels are remembered for the back button. */
const REMEMBERED = 10;

/** Sees to it that a tab has the panel that its page wants: the living one is told, else one is injected, once. */
export async function placePanel(tabs: Tabs, tabId: number, page: PageSeen, sender: Sender): Promise<void> {
  const documentId = documentOf(sender);
  const { injected, living = [] } = (await tabs.get(tabId)) ?? {};
  if (living.includes(documentId)) {
    // A panel that has nothing to show on this page is told too, so that it goes.
    const told = await sendMessage('pageChanged', page, { tabId, frameId: 0 }).catch(() => false);
    if (told) return;
    await tabs.change(tabId, { living: living.filter((id) => id !== documentId) });
  }
  if (page.kind !== 'model' || page.tab !== 'card') return;
  // Where documents have no names, the header's facts are what a document says second.
  const onItsWay = injected === documentId && (documentId !== '' || page.facts !== undefined);
  if (onItsWay) return;
  await Promise.all([tabs.change(tabId, { injected: documentId }), injectPanel(tabId, documentId)]);
}

/** Remembers that a panel spoke from this document. */
export async function panelSpoke(tabs: Tabs, tabId: number, sender: Sender): Promise<void> {
  const documentId = documentOf(sender);
  const living = (await tabs.get(tabId))?.living ?? [];
  if (living.at(-1) === documentId) return;
  await tabs.change(tabId, { living: [...living.filter((id) => id !== documentId), documentId].slice(-REMEMBERED) });
}

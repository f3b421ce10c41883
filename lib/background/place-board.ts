import { sendMessage } from '../messaging/messenger.ts';
import type { PageSeen } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/senders.ts';
import type { BoardHandlers } from './boards.ts';
import { BOARD, injectPanel } from './inject-panel.ts';
import { documentOf } from './tabs.ts';

/** Documents that are being looked after at this moment: a page may say twice what it is. */
const busy = new Set<string>();

/** Puts the leaderboard's script into a dataset's page, once, and only where there is something for it to show. */
export async function placeBoard(
  boards: Pick<BoardHandlers, 'readBenchmark'>,
  tabId: number,
  { kind, tab, repo }: PageSeen,
  sender: Sender,
): Promise<void> {
  if (kind !== 'dataset' || tab !== 'card' || repo === undefined) return;
  const documentId = documentOf(sender);
  const key = `${tabId} ${documentId}`;
  if (busy.has(key)) return;
  busy.add(key);
  try {
    const { shows } = await boards.readBenchmark(repo, sender);
    if (shows === 'nothing') return;
    // One that lives follows the page by itself.
    const lives = await sendMessage('boardLives', undefined, { tabId, frameId: 0 }).catch(() => false);
    if (!lives) await injectPanel(tabId, documentId, BOARD);
  } finally {
    busy.delete(key);
  }
}

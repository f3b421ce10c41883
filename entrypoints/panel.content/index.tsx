import { QueryClient } from '@tanstack/react-query';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onMessage } from '../../lib/messaging/messenger.ts';
import type { PageSeen } from '../../lib/messaging/protocol.ts';
import { changePanelState, listenForReports, panelStateQuery, reportQuery } from '../../lib/messaging/queries.ts';
import { doors } from '../../lib/page/doors.ts';
import { removeOrphans } from '../../lib/page/host.ts';
import { isHung } from '../../lib/page/hung-picture.ts';
import { watchPage } from '../../lib/page/watch-page.ts';
import type { Mounted } from './mount.tsx';

/** How often the script looks whether its extension is still there, in ms: an update leaves it behind without a word. */
const ALIVE_MS = 1_000;

/** What takes longer than this, in ms, is given a task of its own; what is quicker would only lose a frame by it. */
const LONG_MS = 8;

/** How long the marks in the card wait for the panel's first drawing, in ms. */
const FIRST_MS = 2_000;

const nextTask = () => new Promise<void>((done) => setTimeout(done));

/**
 * The panel's script, injected by the background into pages with a model card. It lives as long as the document, and
 * shows the panel whenever the address is that of a card. Its promise, which the background hears of, is kept when
 * something is drawn of a report, and in any case after a while.
 */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    removeOrphans(document, isHung);
    const client = new QueryClient();
    let wanted: string | undefined;
    let panel: Mounted | undefined;
    let drawn = () => {};
    const first = new Promise<void>((done) => {
      drawn = done;
      context.setTimeout(done, FIRST_MS);
    });
    const place = () => client.getQueryData(panelStateQuery().queryKey)?.place ?? 'auto';

    const hide = () => {
      wanted = undefined;
      panel?.remove();
      panel = undefined;
    };

    const reveal = async () => {
      await changePanelState(client, { collapsed: false }).catch(() => undefined);
      await nextTask();
      panel?.reveal();
    };

    const show = async ({ kind, tab, repo }: PageSeen) => {
      if (kind !== 'model' || tab !== 'card' || !repo) return hide();
      // The address and the header may spell one id in two ways.
      if (repo.toLowerCase() === wanted?.toLowerCase()) return;
      wanted = repo;
      // Asked before anything is drawn, so that the answers are on their way meanwhile.
      const state = client.fetchQuery(panelStateQuery()).catch(() => undefined);
      void client.prefetchQuery(reportQuery(repo));
      if (panel) return panel.show(repo);
      // React is evaluated in a task of its own, and the panel drawn in another: none may hold the page up.
      await nextTask();
      const since = performance.now();
      const { mountPanel } = await import('./mount.tsx');
      if (performance.now() - since > LONG_MS) await nextTask();
      if (wanted !== repo || context.isInvalid) return;
      panel = mountPanel({
        repo,
        client,
        place: place(),
        isAlive: () => context.isValid,
        onSkip: () => void reveal(),
        onDrawn: drawn,
      });
      panel.setPlace((await state)?.place ?? 'auto');
    };

    doors().panel = {
      async explain(score) {
        await changePanelState(client, { collapsed: false }).catch(() => undefined);
        panel?.explain(score);
      },
    };

    const listening = [
      listenForReports(client),
      onMessage('panelStateChanged', ({ data }) => {
        client.setQueryData(panelStateQuery().queryKey, data);
      }),
      // The script follows the page by itself; that it answers is what the background wants to know.
      onMessage('pageChanged', () => true),
      onMessage('showPanel', async () => {
        if (!panel) return false;
        await reveal();
        return true;
      }),
      client.getQueryCache().subscribe(() => panel?.setPlace(place())),
    ];
    context.onInvalidated(() => {
      hide();
      delete doors().panel;
      client.clear();
      // The browser's own objects may be gone already.
      for (const stop of listening) {
        try {
          stop();
        } catch {}
      }
    });
    context.setInterval(() => undefined, ALIVE_MS);
    watchPage(window, context, (page) => void show(page));
    return first;
  },
});

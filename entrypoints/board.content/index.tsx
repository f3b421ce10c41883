import { QueryClient } from '@tanstack/react-query';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { benchmarkQuery, boardTopQuery } from '../../lib/messaging/board-queries.ts';
import { onMessage } from '../../lib/messaging/messenger.ts';
import type { PageSeen } from '../../lib/messaging/protocol.ts';
import { BOARD, removeOrphans } from '../../lib/page/host.ts';
import { watchPage } from '../../lib/page/watch-page.ts';
import type { Mounted } from './mount.tsx';

/** How often the script looks whether its extension is still there, in ms: an update leaves it behind without a word. */
const ALIVE_MS = 1_000;

const nextTask = () => new Promise<void>((done) => setTimeout(done));

/** The task and the model that a benchmark's address names (hub-docs, eval-results.md). */
function namedBy(href: string): { task?: string; model?: string } {
  const query = URL.parse(href)?.searchParams;
  const [task, model] = [query?.get('leaderboard_task_id'), query?.get('eval_result')];
  return { ...(task && { task }), ...(model && { model }) };
}

/**
 * The leaderboard's script, injected by the background into pages of datasets that it has something to say of. It lives
 * as long as the document, and shows the board whenever the address is that of a dataset's card.
 */
export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    removeOrphans(document, undefined, [BOARD]);
    const client = new QueryClient();
    let wanted: string | undefined;
    let board: Mounted | undefined;

    const hide = () => {
      wanted = undefined;
      board?.remove();
      board = undefined;
    };

    const show = async ({ kind, tab, repo }: PageSeen) => {
      if (kind !== 'dataset' || tab !== 'card' || !repo) return hide();
      if (repo.toLowerCase() === wanted?.toLowerCase()) return;
      hide();
      wanted = repo;
      const named = namedBy(location.href);
      // Asked before anything is drawn, so that the answers are on their way meanwhile.
      void client.fetchQuery(benchmarkQuery(repo)).then(
        ({ shows, tasks: [first, ...others] }) => {
          const task = [first, ...others].find((one) => one?.id === named.task) ?? first;
          if (shows === 'board')
            void client.prefetchQuery(boardTopQuery({ dataset: repo, ...(task && { task: task.id }) }));
        },
        () => undefined,
      );
      // React is evaluated in a task of its own, and the board drawn in another: none may hold the page up.
      await nextTask();
      const { mountBoard } = await import('./mount.tsx');
      await nextTask();
      if (wanted !== repo || context.isInvalid) return;
      board = mountBoard({ dataset: repo, named, client, isAlive: () => context.isValid });
    };

    const stop = onMessage('boardLives', () => true);
    context.onInvalidated(() => {
      hide();
      client.clear();
      // The browser's own objects may be gone already.
      try {
        stop();
      } catch {}
    });
    context.setInterval(() => undefined, ALIVE_MS);
    watchPage(window, context, (page) => void show(page));
  },
});

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BoardWithData } from '../../components/leaderboard/board-with-data.tsx';
import boardCss from '../../components/leaderboard/leaderboard.css?inline';
import { SayProvider } from '../../components/ui/say.tsx';
import { BOARD, createPanelHost } from '../../lib/page/host.ts';
import { keepPlaced } from '../../lib/page/reconcile.ts';
import { createSkipLink } from '../../lib/page/skip-link.ts';
import { followTheme } from '../../lib/page/theme.ts';
import { readersLanguage } from '../panel.content/readers-language.ts';

export interface Mounted {
  remove(): void;
}

interface MountOptions {
  dataset: string;
  named: { task?: string | undefined; model?: string | undefined };
  client: QueryClient;
  isAlive: () => boolean;
}

const quiet = (error: unknown) => console.debug('Crosscheck:', error);

/** Puts the board into the page as soon as there is a place for it, and draws it there. */
export function mountBoard({ dataset, named, client, isAlive }: MountOptions): Mounted {
  const say = readersLanguage();
  const { host, shadow, stands } = createPanelHost(document, boardCss, BOARD);
  const container = document.createElement('div');
  container.lang = say.locale;
  shadow.append(container);
  const unfollow = followTheme(document, (theme) => {
    host.dataset.theme = theme;
  });
  // The page's console is not ours: what went wrong is said in the board's place, which React has emptied.
  // Its words are at hand before that: an extension that is gone has none any more.
  const crashed = say('boardCrashed');
  const onUncaughtError = (error: unknown) => {
    quiet(error);
    container.setAttribute('role', 'alert');
    container.innerText = crashed;
  };
  const root = createRoot(container, { onUncaughtError, onRecoverableError: quiet });
  let drawn = false;
  const draw = () =>
    root.render(
      <QueryClientProvider client={client}>
        <SayProvider say={say}>
          <BoardWithData dataset={dataset} named={named} onDrawn={() => keeper.settle()} />
        </SayProvider>
      </QueryClientProvider>,
    );
  const reveal = () => {
    host.scrollIntoView({ block: 'nearest' });
    shadow.querySelector<HTMLElement>('[data-panel-title]')?.focus();
  };
  const keeper = keepPlaced(host, document, {
    place: 'auto',
    isAlive,
    companion: createSkipLink(document, say('boardSkipTo'), say.locale, reveal),
    placed: (where) => {
      stands(where);
      if (drawn) return;
      drawn = true;
      draw();
    },
  });
  return {
    remove() {
      keeper.stop();
      unfollow();
      root.unmount();
    },
  };
}

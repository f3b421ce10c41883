import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from 'react-error-boundary';
import panelCss from '../../components/panel/panel.css?inline';
import { PanelWithData } from '../../components/panel/panel-with-data.tsx';
import { SayProvider } from '../../components/ui/say.tsx';
import type { Report } from '../../lib/evals/report.ts';
import type { PanelState } from '../../lib/messaging/protocol.ts';
import { doors } from '../../lib/page/doors.ts';
import { createPanelHost } from '../../lib/page/host.ts';
import { takeOverPicture } from '../../lib/page/hung-picture.ts';
import { showInCard } from '../../lib/page/marks/show-in-card.ts';
import { keepPlaced } from '../../lib/page/reconcile.ts';
import { createSkipLink } from '../../lib/page/skip-link.ts';
import { followTheme } from '../../lib/page/theme.ts';
import { Crashed } from './crashed.tsx';
import { keepPictures } from './keep-picture.ts';
import { readersLanguage } from './readers-language.ts';

export interface Mounted {
  /** Shows another repository in the same panel. */
  show(repo: string): void;
  setPlace(place: PanelState['place']): void;
  /** Brings the panel into view and gives it the focus. */
  reveal(): void;
  /** Opens what is said of a score. */
  explain(score: string): void;
  remove(): void;
}

interface MountOptions {
  repo: string;
  client: QueryClient;
  place: PanelState['place'];
  isAlive: () => boolean;
  /** The reader wants to get to the panel. */
  onSkip: () => void;
  /** Something is drawn of a report. */
  onDrawn: () => void;
}

const quiet = (error: unknown) => console.debug('Crosscheck:', error);

/** Height in px that the panel keeps free until there is a report, where the page itself shows results. */
const RESERVED = 280;

/** How long a question from the card waits for the panel to be unfolded and drawn, in ms. */
const ASKED_MS = 1_000;

/** How long a picture may stand in for a panel that has not got its report yet, in ms. */
const PATIENCE_MS = 1_500;

/** Puts the panel into the page as soon as there is a place for it, and draws it there. */
export function mountPanel({ repo, client, place, isAlive, onSkip, onDrawn }: MountOptions): Mounted {
  const say = readersLanguage();
  // The picture keeps its place and its height until the panel is drawn in its stead.
  const picture = takeOverPicture(document);
  const { host, shadow, stands, reserve, release } = picture?.panel ?? createPanelHost(document, panelCss);
  const container = document.createElement('div');
  container.lang = say.locale;
  container.hidden = picture !== undefined;
  shadow.append(container);
  const unfollow = followTheme(document, (theme) => {
    host.dataset.theme = theme;
  });

  // Errors are shown in the panel; the page's console is not ours.
  const root = createRoot(container, { onCaughtError: quiet, onUncaughtError: quiet, onRecoverableError: quiet });
  let current = repo;
  let asked: { score: string; turn: number } | undefined;
  let placed = false;
  let room: (() => number) | undefined;
  let hasScores = false;
  const unveil = () => {
    clearTimeout(patience);
    picture?.clear();
    container.hidden = false;
    release();
  };
  // Where no report comes, the panel has something to say about it.
  const patience = setTimeout(unveil, PATIENCE_MS);
  const keepPicture = keepPictures(container, () => current);
  const drawn = ({ groups }: Report) => {
    unveil();
    hasScores = groups.length > 0;
    if (hasScores) keeper.settle();
    keepPicture();
    onDrawn();
  };
  const draw = () =>
    root.render(
      <QueryClientProvider client={client}>
        <SayProvider say={say}>
          <ErrorBoundary FallbackComponent={Crashed} onError={unveil} resetKeys={[current]}>
            <PanelWithData
              key={current}
              repo={current}
              say={say}
              onDrawn={drawn}
              asked={asked}
              room={room}
              onShowInCard={showInCard}
              marks={() => doors().marks}
            />
          </ErrorBoundary>
        </SayProvider>
      </QueryClientProvider>,
    );

  const keeper = keepPlaced(host, document, {
    place,
    isAlive,
    companion: createSkipLink(document, say('panelSkipTo'), say.locale, onSkip),
    placed: (where) => {
      stands(where);
      if (placed) return;
      placed = true;
      if (where === 'island' && !picture) reserve(RESERVED);
      // At the window's edge a panel grows upwards, and a picture is as high as the whole panel. What was kept free is
      // half head and half groups.
      if (where !== 'edge' && !picture)
        room = () => Math.max(window.innerHeight - host.getBoundingClientRect().top, RESERVED / 2);
      // In slices, whatever is there already: the page goes on meanwhile.
      startTransition(draw);
    },
  });

  return {
    show(next) {
      current = next;
      hasScores = false;
      unveil();
      if (placed) draw();
      keeper.restart(place);
    },
    setPlace(next) {
      if (place === next) return;
      place = next;
      keeper.restart(place);
      if (hasScores) keeper.settle();
    },
    reveal() {
      host.scrollIntoView({ block: 'nearest' });
      shadow.querySelector<HTMLElement>('[data-panel-title]')?.focus();
    },
    explain(score) {
      host.scrollIntoView({ block: 'nearest' });
      asked = { score, turn: performance.now() };
      draw();
      // A question is asked once, however often the panel is unfolded after it.
      setTimeout(() => {
        asked = undefined;
        draw();
      }, ASKED_MS);
    },
    remove() {
      keeper.stop();
      unfollow();
      root.unmount();
    },
  };
}

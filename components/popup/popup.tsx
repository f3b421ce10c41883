import type { ReactNode } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { Notice } from './notice.tsx';
import type { PopupState } from './popup-state.ts';
import { ReportSummary } from './report-summary.tsx';

export interface PopupEvents {
  onOpenPanel(): void;
  onOpenCard(): void;
  onRefresh(): void;
  onReload(): void;
  onAllow(): void;
  onOptions(): void;
  onCompare(): void;
}

interface PopupProps extends PopupEvents {
  state: PopupState;
  /** Epoch ms; ages are told from here. */
  now: number;
  /** The reader asked for the panel and there was none; or refused access. */
  answer?: 'panel-away' | 'access-refused' | undefined;
  /** The drafts; they stand below what the tab has. */
  children?: ReactNode;
}

/** What the current tab has, in short, or why it has nothing. */
export function Popup({ state, now, answer, children, ...events }: PopupProps) {
  const say = useSay();
  const reading = state.kind === 'reading' || state.kind === 'waiting' || (state.kind === 'report' && state.reading);
  return (
    <main className="cc-popup" aria-busy={reading}>
      <header className="cc-popup-bar">
        <img src="/icon/mark.svg" alt="" width="16" height="16" />
        <span className="cc-popup-name">{say('extensionName')}</span>
        {state.kind === 'report' && (
          <IconButton
            icon="refresh"
            label={say('panelRefresh')}
            aria-disabled={state.reading}
            onClick={() => !state.reading && events.onRefresh()}
          />
        )}
        <Button onClick={events.onCompare}>{say('popupCompare')}</Button>
        <Button onClick={events.onOptions}>{say('panelOptions')}</Button>
      </header>
      {state.kind === 'report' ? (
        <ReportSummary state={state} now={now} panelAway={answer === 'panel-away'} {...events}>
          {children}
        </ReportSummary>
      ) : (
        <>
          <Notice state={state} refused={answer === 'access-refused'} {...events} />
          {children}
        </>
      )}
    </main>
  );
}

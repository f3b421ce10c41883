import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { askAgain, reportQuery, tabQuery } from '../../lib/messaging/queries.ts';
import type { ComposerPorts } from '../draft/composer-data.tsx';
import { useNow } from '../panel/use-now.ts';
import { ComposerPage } from './composer-page.tsx';
import { DraftsSection } from './drafts-section.tsx';
import { Popup } from './popup.tsx';
import { isFinal, popupState, repoOf, type ThisTab } from './popup-state.ts';
import { useComposing } from './use-composing.ts';

/** What the popup needs of the browser; `entrypoints/popup` brings it. */
export interface PopupBrowser {
  readTab(): Promise<ThisTab>;
  hasAccess(): Promise<boolean>;
  /** Must be called in the reader's own click. */
  requestAccess(): Promise<boolean>;
  /** Unfolds the tab's panel and gives it the focus; false when there is none. */
  showPanel(tabId: number): Promise<boolean>;
  openCard(tabId: number, repo: string): Promise<void>;
  reload(tabId: number): Promise<void>;
  openOptions(): Promise<void>;
  /** The composer of a draft in a tab of its own. */
  openComposer(id: string): Promise<void>;
  composer: ComposerPorts;
  close(): void;
}

// Snapshots go to tabs; the popup asks for them while something is still being read.
const everyMs = 400;

/** The popup with its data: asks the browser for the tab, the background for its report. */
export function PopupWithData({ ports }: { ports: PopupBrowser }) {
  const queryClient = useQueryClient();
  const now = useNow(Date.now);
  const [answer, setAnswer] = useState<'panel-away' | 'access-refused'>();
  const [again, setAgain] = useState<'asking' | 'failed'>();

  const access = useQuery({ queryKey: ['access'], queryFn: ports.hasAccess, networkMode: 'always' });
  const tab = useQuery({
    queryKey: ['this-tab'],
    queryFn: ports.readTab,
    networkMode: 'always',
  });
  const id = tab.data?.id;
  const seen = useQuery({
    ...tabQuery(id ?? -1),
    enabled: tab.data?.page != null,
    // Until the page's own word has come, after a reload too, and while its report still grows.
    refetchInterval: ({ state }) => (isFinal(tab.data, state.data) ? false : everyMs),
  });
  const repo = repoOf(seen.data);
  const report = useQuery({ ...reportQuery(repo ?? ''), enabled: repo !== undefined });

  const state = popupState({
    ...(access.data !== undefined && { access: access.data }),
    ...(tab.data && { tab: tab.data }),
    ...(seen.data !== undefined && { seen: seen.data }),
    ...(report.data && { report: report.data }),
    asking: report.isFetching || again === 'asking',
    failed: access.isError || tab.isError || seen.isError || report.isError || again === 'failed',
  });

  const [composing, setComposing] = useComposing(repo);

  useEffect(() => {
    if (state.kind === 'report') document.title = `${state.repo} · Crosscheck`;
  });

  if (composing !== undefined)
    return (
      <ComposerPage
        id={composing}
        now={now}
        ports={ports.composer}
        onOpen={setComposing}
        onBack={() => {
          setComposing(undefined);
          // What was opened meanwhile is a score by now.
          void queryClient.invalidateQueries();
        }}
        onOpenTab={async () => {
          await ports.openComposer(composing);
          ports.close();
        }}
      />
    );
  return (
    <Popup
      state={state}
      now={now}
      answer={answer}
      onOpenPanel={async () => {
        if (id === undefined) return;
        if (await ports.showPanel(id)) ports.close();
        else setAnswer('panel-away');
      }}
      onOpenCard={async () => {
        if (id === undefined || repo === undefined) return;
        await ports.openCard(id, repo);
        ports.close();
      }}
      onRefresh={async () => {
        if (repo === undefined) return;
        setAgain('asking');
        const done = await askAgain(queryClient, { repo, refresh: true }).catch(() => undefined);
        setAgain(done ? undefined : 'failed');
      }}
      onReload={async () => {
        if (id === undefined) return;
        await ports.reload(id);
        await queryClient.invalidateQueries();
      }}
      onAllow={async () => {
        const given = await ports.requestAccess();
        setAnswer(given ? undefined : 'access-refused');
        if (given) await queryClient.invalidateQueries();
      }}
      onCompare={async () => {
        await sendMessage('openCompare', { ...(repo !== undefined && { repo }) });
        ports.close();
      }}
      onOptions={async () => {
        await ports.openOptions();
        ports.close();
      }}
    >
      <DraftsSection
        repo={repo}
        report={state.kind === 'report' ? state.report : undefined}
        now={now}
        onOpen={setComposing}
        onOpenTab={async (draft) => {
          await ports.openComposer(draft);
          ports.close();
        }}
      />
    </Popup>
  );
}

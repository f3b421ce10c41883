import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useLayoutEffect, useMemo } from 'react';
import type { VerdictName } from '../../lib/evals/dismissal.ts';
import type { Report } from '../../lib/evals/report.ts';
import type { Say } from '../../lib/evals/say.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import type { ReportRequest } from '../../lib/messaging/protocol.ts';
import { askAgain, changePanelState, panelStateQuery, reportQuery } from '../../lib/messaging/queries.ts';
import { saveFile } from '../ui/save-file.ts';
import { SayProvider } from '../ui/say.tsx';
import { Panel, type PanelProps } from './panel.tsx';
import { usePin } from './use-pin.ts';

interface PanelWithDataProps extends Pick<PanelProps, 'asked' | 'marks' | 'onShowInCard' | 'room'> {
  repo: string;
  say: Say;
  /** Called when a snapshot has been drawn, before the browser paints. */
  onDrawn?: (report: Report) => void;
}

const nothingYet = { report: undefined, loading: true, failure: undefined };

/**
 * The panel of a repository, fed by the background. Needs a QueryClientProvider above it, and `listenForReports` for its
 * client from the script's first moment on: snapshots come while there is no place for the panel yet.
 */
export function PanelWithData({ repo, say, onDrawn, ...card }: PanelWithDataProps) {
  const queryClient = useQueryClient();
  const { data, isFetching, error } = useQuery(reportQuery(repo));
  const panelState = useQuery(panelStateQuery());
  const pin = usePin(repo, data !== undefined);
  const failure = isFetching ? undefined : error?.message;
  const answer = useMemo(() => ({ report: data, loading: isFetching, failure }), [data, isFetching, failure]);
  // Deferred, so that React draws a long report in slices and the page is never held up. The first drawing is sliced
  // anyway, and takes what is there.
  const drawn = useDeferredValue(answer, data && !panelState.isPending ? answer : nothingYet);
  const isDrawn = panelState.isPending ? undefined : drawn.report;
  useLayoutEffect(() => {
    if (isDrawn) onDrawn?.(isDrawn);
  }, [isDrawn, onDrawn]);

  // What comes of it stands in the query: the promise's own end is of no further interest.
  const ask = (request: Omit<ReportRequest, 'repo'>) =>
    void askAgain(queryClient, { repo, ...request }).catch(() => {});
  const told = (type: 'dismissVerdicts' | 'restoreVerdicts', verdicts: readonly VerdictName[]) =>
    void sendMessage(type, { repo, verdicts: verdicts.map(nameOf) }).catch(() => {});
  if (panelState.isPending) return null;
  return (
    <SayProvider say={say}>
      <Panel
        repo={repo}
        {...drawn}
        {...card}
        panelState={panelState.data ?? { collapsed: false, place: 'auto' }}
        onPanelState={(change) => void changePanelState(queryClient, change).catch(() => {})}
        onRefresh={() => ask({ refresh: true })}
        onReadEveryPullRequest={() => ask({ everyPullRequest: true })}
        onOpenOptions={() => void sendMessage('openOptions').catch(() => {})}
        onCopy={copyText}
        onExplain={(verdict) => sendMessage('readExplanation', { repo, ...nameOf(verdict) })}
        onCheckSource={(score) => sendMessage('checkSource', { repo, score })}
        onDismiss={(verdicts) => told('dismissVerdicts', verdicts)}
        onRestore={(verdicts) => told('restoreVerdicts', verdicts)}
        onDownload={saveFile}
        pin={pin}
        onStartDraft={(entries) => sendMessage('createDraft', { repo, entries: [...entries], open: 'tab' })}
      />
    </SayProvider>
  );
}

const nameOf = ({ a, b, code }: VerdictName): VerdictName => ({ a, b, code });

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by a permissions policy, or the window lost the focus: the panel shows the text instead.
    return false;
  }
}

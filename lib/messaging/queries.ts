import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Report } from '../evals/report.ts';
import { onMessage, sendMessage } from './messenger.ts';
import type { PanelState, ReportRequest } from './protocol.ts';
import { isRefusal } from './refused.ts';

// The background is the cache that lasts; here nothing goes stale by itself.
export const lasting = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  networkMode: 'always',
} as const;

/**
 * The answer is lost when the service worker dies in the middle; asking again wakes it, and it goes on from what it
 * kept. Asking again is of no use when it refused, or when this page's extension was replaced by an update.
 */
export const retried = {
  retry: (failures: number, error: Error) =>
    failures < 4 && !isRefusal(error) && !/context invalidated/i.test(error.message),
  retryDelay: (failures: number) => 100 * 2 ** failures,
};

export const reportKey = (repo: string) => ['report', repo.toLowerCase()] as const;

/** The finished report of a repository; {@link listenForReports} fills in the snapshots before it. */
export function reportQuery(repo: string) {
  return queryOptions({
    queryKey: reportKey(repo),
    queryFn: () => sendMessage('readReport', { repo }),
    ...lasting,
    ...retried,
  });
}

/**
 * Asks the Hub again (or looks into more pull requests); the answer stands where {@link reportQuery} finds it. A
 * question that still runs gives way, because it asked for less; what it has shown so far stays.
 */
export async function askAgain(queryClient: QueryClient, request: ReportRequest): Promise<Report> {
  const queryKey = reportKey(request.repo);
  await queryClient.cancelQueries({ queryKey }, { revert: false, silent: true });
  return queryClient.fetchQuery({
    queryKey,
    queryFn: () => sendMessage('readReport', request),
    ...lasting,
    ...retried,
    staleTime: 0,
  });
}

export function panelStateQuery() {
  return queryOptions({
    queryKey: ['panel-state'],
    queryFn: () => sendMessage('readPanelState', undefined),
    ...lasting,
    ...retried,
  });
}

/** Remembers the change, and shows it before the background has answered. */
export async function changePanelState(queryClient: QueryClient, change: Partial<PanelState>): Promise<void> {
  const { queryKey } = panelStateQuery();
  queryClient.setQueryData(queryKey, (state) => state && { ...state, ...change });
  queryClient.setQueryData(queryKey, await sendMessage('writePanelState', change));
}

/** Where a tab stands; popup only. */
export function tabQuery(tabId: number) {
  return queryOptions({
    queryKey: ['tab', tabId],
    queryFn: async () => (await sendMessage('readTab', tabId)) ?? null,
    ...lasting,
    ...retried,
  });
}

/** The reader's settings; options page only. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: () => sendMessage('readSettings', undefined),
    ...lasting,
    ...retried,
  });
}

/** How much is kept; options page only. */
export function cacheSizeQuery() {
  return queryOptions({
    queryKey: ['cache-size'],
    queryFn: () => sendMessage('cacheSize', undefined),
    ...lasting,
    ...retried,
    staleTime: 0,
  });
}

/**
 * Puts the background's snapshots where {@link reportQuery} finds them, and tells `onGrew` of each. A stored snapshot
 * never replaces a newer one. Returns how to stop listening.
 */
export function listenForReports(queryClient: QueryClient, onGrew?: (report: Report) => void): () => void {
  return onMessage('reportGrew', ({ data: report }) => {
    const known = queryClient.getQueryData<Report>(reportKey(report.repo));
    if (known && report.stored && known.at >= report.at) return;
    queryClient.setQueryData(reportKey(report.repo), report);
    onGrew?.(report);
  });
}

import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import type { Report, Verdict } from '../../lib/evals/report.ts';
import { reportCounts } from '../../lib/evals/view/counts.ts';
import type { EntryStart } from '../../lib/messaging/draft-messages.ts';
import type { PanelState } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { CopyByHand } from './copy-by-hand.tsx';
import { Head } from './head.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LiveRegion } from './live-region.tsx';
import { Standings, Totals } from './overview.tsx';
import { type Asked, type PanelContext, PanelContextProvider } from './panel-context.tsx';
import { menuOf, type Pin } from './panel-menu.ts';
import { ReportBody } from './report-body.tsx';
import { Status } from './status.tsx';
import { useFirstSight } from './use-first-sight.ts';
import { useNow } from './use-now.ts';

/** A file that the reader asked for. */
export interface Download {
  name: string;
  type: string;
  text: string;
}

export interface PanelProps {
  repo: string;
  /** The newest snapshot; undefined until the first. */
  report: Report | undefined;
  /** A request is under way, or a snapshot says that loaders are pending. */
  loading: boolean;
  /** Why the background did not answer, in its own words; undefined when it did. */
  failure: string | undefined;
  panelState: PanelState;
  onPanelState: (change: Partial<PanelState>) => void;
  onRefresh: () => void;
  onReadEveryPullRequest: () => void;
  onOpenOptions: () => void;
  /** Puts a text on the clipboard; false when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  onExplain: PanelContext['explain'];
  onCheckSource: PanelContext['checkSource'];
  onDismiss: PanelContext['dismiss'];
  onRestore: PanelContext['restore'];
  /** Rejects when no draft could be begun. */
  onStartDraft: (entries: readonly EntryStart[]) => Promise<unknown>;
  onDownload: (file: Download) => void;
  /** Pinning this model and comparing it with others; absent until it is known whether it is pinned. */
  pin?: Pin | undefined;
  /** A score that the reader has chosen in the card. */
  asked?: Omit<Asked, 'spokenOf'> | undefined;
  onShowInCard?: (score: string) => boolean;
  /** The marks in the card, where there are any; asked when the menu opens. */
  marks?: () => { shown: boolean; count: number; setShown(shown: boolean): void } | undefined;
  /**
   * Px of the window from the panel's place down. Groups that cannot be in sight are drawn after those that can; all at
   * once where it is absent.
   */
  room?: (() => number) | undefined;
  /** Epoch ms; for tests and pictures. */
  clock?: () => number;
}

/** Whether a verdict that the reader has not put away is about this score. */
const isAbout = ({ a, b, dismissed }: Verdict, score: string) => !dismissed && (a === score || b === score);

/** How long "copied" stands. */
const noticeMs = 2500;

/** Every score that anyone reports for a model. Props in, events out; needs a {@link SayProvider} above it. */
export function Panel(props: PanelProps) {
  const say = useSay();
  const { repo, report, loading, panelState, asked } = props;
  const now = useNow(props.clock ?? Date.now);
  const [titleId, bodyId] = [useId(), useId()];
  const [notice, setNotice] = useState<string>();
  const [byHand, setByHand] = useState<string>();
  const [keys, setKeys] = useState(false);
  const root = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const counts = useMemo(() => report && reportCounts(report), [report]);
  const room = useFirstSight(props.room, counts !== undefined && counts.scores > 0);

  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(undefined), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);

  const rememberOpener = useCallback(() => {
    const active = (root.current?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement;
    opener.current = active instanceof HTMLElement ? active : null;
  }, []);
  const closeExtras = () => {
    setKeys(false);
    setByHand(undefined);
    opener.current?.focus();
  };
  const openKeys = () => {
    rememberOpener();
    setKeys(true);
  };

  const events = useRef(props);
  events.current = props;
  const explain = useCallback<PanelContext['explain']>((verdict) => events.current.onExplain(verdict), []);
  const checkSource = useCallback<PanelContext['checkSource']>((score) => events.current.onCheckSource(score), []);
  const dismiss = useCallback<PanelContext['dismiss']>(
    (verdicts) => {
      events.current.onDismiss(verdicts);
      setNotice(say('explainHidden'));
    },
    [say],
  );
  const restore = useCallback<PanelContext['restore']>(
    (verdicts) => {
      events.current.onRestore(verdicts);
      setNotice(say('explainRestored'));
    },
    [say],
  );
  const mainSha = report?.facts?.sha;
  const question = useMemo<PanelContext['asked']>(() => {
    if (!asked) return undefined;
    const groups = events.current.report?.groups ?? [];
    return {
      ...asked,
      spokenOf: groups.some(({ verdicts }) => verdicts.some((verdict) => isAbout(verdict, asked.score))),
    };
  }, [asked]);
  const context = useMemo<PanelContext>(() => {
    const copy = async (text: string) => {
      if (await events.current.onCopy(text)) return setNotice(say('panelCopied'));
      rememberOpener();
      setByHand(text);
    };
    const showInCard = (score: string) => {
      const shown = events.current.onShowInCard?.(score) ?? false;
      if (!shown) setNotice(say('panelNotInCard'));
      return shown;
    };
    const startDraft: PanelContext['startDraft'] = (entries) =>
      void events.current.onStartDraft(entries).catch(() => setNotice(say('panelNoDraft')));
    return {
      repo,
      mainSha,
      now,
      copy,
      explain,
      checkSource,
      dismiss,
      restore,
      asked: question,
      showInCard,
      startDraft,
    };
  }, [repo, mainSha, now, say, rememberOpener, explain, checkSource, dismiss, restore, question]);

  const onKeyDown = (event: KeyboardEvent) => {
    const inText = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === '?' && !inText) keys ? closeExtras() : openKeys();
    else if (event.key === 'Escape' && (keys || byHand !== undefined)) closeExtras();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const showGaps = () => {
    if (panelState.collapsed) props.onPanelState({ collapsed: false });
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-gaps]')?.focus());
  };

  return (
    <PanelContextProvider value={context}>
      <section
        ref={root}
        className="cc-panel"
        aria-labelledby={titleId}
        data-busy={loading || room !== undefined}
        onKeyDown={onKeyDown}
      >
        <Head
          {...{ titleId, bodyId }}
          collapsed={panelState.collapsed}
          busy={loading}
          summary={
            counts &&
            counts.scores > 0 && (
              <>
                <Totals counts={counts} short />
                <Standings counts={counts} short />
              </>
            )
          }
          status={notice ?? <Status report={report} loading={loading} now={now} onShowGaps={showGaps} />}
          menu={() => menuOf(props, openKeys, say)}
          onToggle={() => props.onPanelState({ collapsed: !panelState.collapsed })}
          onRefresh={props.onRefresh}
        />
        {keys && <KeysHelp onClose={closeExtras} />}
        {byHand !== undefined && <CopyByHand text={byHand} onClose={closeExtras} />}
        {!panelState.collapsed && (
          <ErrorBoundary FallbackComponent={Broken} resetKeys={[report]}>
            <ReportBody {...props} id={bodyId} counts={counts} now={now} room={room} />
          </ErrorBoundary>
        )}
        <LiveRegion scores={counts?.scores} notice={notice} />
      </section>
    </PanelContextProvider>
  );
}

function Broken({ error, resetErrorBoundary }: FallbackProps) {
  const say = useSay();
  return (
    <p className="cc-sentence">
      {say('panelBroken')} <Button onClick={resetErrorBoundary}>{say('panelRetry')}</Button>{' '}
      <span className="cc-meta">
        <Foreign text={error instanceof Error ? error.message : String(error)} />
      </span>
    </p>
  );
}

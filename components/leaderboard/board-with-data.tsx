import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { benchmarkQuery, boardKey, boardQuery, boardTopQuery } from '../../lib/messaging/board-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { useSay } from '../ui/say.tsx';
import { BoardSummary } from './board-summary.tsx';
import { DraftSpec } from './draft-spec.tsx';
import { WholeBoard } from './whole-board.tsx';

interface BoardWithDataProps {
  dataset: string;
  /** The task and the model that the page's address names. */
  named: { task?: string | undefined; model?: string | undefined };
  /** Called when there is something on the screen, before the browser paints. */
  onDrawn?: () => void;
}

/** The leaderboard of a dataset's page, fed by the background. Needs a QueryClientProvider and a SayProvider above it. */
export function BoardWithData({ dataset, named, onDrawn }: BoardWithDataProps) {
  const say = useSay();
  const client = useQueryClient();
  const spec = useQuery(benchmarkQuery(dataset));
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState(false);
  // Who has asked for it on one task wants it on the next as well: the same list tells of all.
  const [looked, setLooked] = useState(false);
  const tasks = spec.data?.tasks ?? [];
  const wish = chosen ?? named.task;
  const task = tasks.some(({ id }) => id === wish) ? wish : tasks[0]?.id;
  const shows = spec.data?.shows;
  const request = { dataset, ...(task !== undefined && { task }) };
  const place = useRef<HTMLDivElement>(null);
  const [byHand, setByHand] = useState<string>();
  // While another task is being read the one on show stays.
  const top = useQuery({ ...boardTopQuery(request), enabled: shows === 'board', placeholderData: keepPreviousData });
  const isDrawn = shows === 'line' || (shows === 'board' && top.data !== undefined);
  const isIdle = useIdle(isDrawn);
  // Thousands of rows come after the few of the margin, so that these need not wait for them.
  const board = useQuery({
    ...boardQuery(request),
    enabled: !top.isPlaceholderData && (open || (isIdle && (top.data?.counts.all ?? 0) > 0)),
    placeholderData: keepPreviousData,
  });
  useLayoutEffect(() => {
    if (isDrawn) onDrawn?.();
  }, [isDrawn, onDrawn]);

  if (!spec.data || spec.data.shows === 'nothing') return null;
  if (spec.data.shows === 'line')
    return (
      <section className="cb-panel cb-quiet" aria-label={say('boardTitle')}>
        <p className="cb-meta">
          {spec.data.reportedBy > 0 ? say('boardNoSpecReported', spec.data.reportedBy) : say('boardNoSpec')}
        </p>
        <DraftSpec
          dataset={dataset}
          onCopy={(text) => void navigator.clipboard.writeText(text).catch(() => {})}
          onDraft={(text) => sendMessage('createDraft', { kind: 'spec', repo: dataset, text })}
        />
      </section>
    );

  const refresh = () => {
    // Both stand in the background for a minute; what is asked for by hand is asked of the Hub.
    void client
      .fetchQuery({
        ...boardTopQuery(request),
        queryFn: () => sendMessage('readBoardTop', { ...request, refresh: true }),
        staleTime: 0,
      })
      .then(() => client.invalidateQueries({ queryKey: boardKey(request) }))
      .catch(() => {});
    if (spec.data.gaps.length > 0) void client.invalidateQueries(benchmarkQuery(dataset));
  };
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setByHand(undefined),
      () => setByHand(text),
    );
  const close = () => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('[data-open-board]')?.focus();
  };
  const shared = { spec: spec.data, task, onTask: setChosen, onRefresh: refresh, onCopy: copy };
  return (
    <section className="cb-panel" aria-label={say('boardTitle')} aria-busy={top.isFetching}>
      <h2 className="cb-title" tabIndex={-1} data-panel-title="">
        {say('boardTitle')}
      </h2>
      {spec.data.official === false && <p className="cb-meta">{say('boardNotOfficial')}</p>}
      {spec.data.file === 'closed' && <p className="cb-meta">{say('boardSpecClosed')}</p>}
      {top.data ? (
        <div ref={place}>
          <BoardSummary {...shared} top={top.data} onOpen={() => setOpen(true)} />
          {board.data && (
            <WholeBoard
              key={board.data.task}
              {...shared}
              board={board.data}
              named={named.model?.toLowerCase()}
              busy={board.isFetching || top.isFetching}
              byHand={byHand}
              open={open}
              looked={looked}
              onLook={() => setLooked(true)}
              onClose={close}
            />
          )}
          {open && !board.data && (
            <p className="cb-meta" role="status">
              {say(board.error ? 'boardFailed' : 'boardReading')}
            </p>
          )}
        </div>
      ) : (
        <p className="cb-meta">{say(top.error ? 'boardFailed' : 'boardReading')}</p>
      )}
    </section>
  );
}

/** Turns true when the page has nothing else to do, at the latest two seconds after it may. */
function useIdle(may: boolean): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (!may) return;
    const waiting = requestIdleCallback(() => setIdle(true), { timeout: 2_000 });
    return () => cancelIdleCallback(waiting);
  }, [may]);
  return isIdle;
}

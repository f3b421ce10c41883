import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { BenchmarkSpec, Board } from '../../lib/evals/board/board.ts';
import { wholeBoard } from '../../lib/evals/view/board/select.ts';
import { benchmarkQuery, boardQuery } from '../../lib/messaging/board-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { pinsQuery } from '../../lib/messaging/pin-queries.ts';
import { useSay } from '../ui/say.tsx';
import { BoardDialog, type BoardDownload } from './board-dialog.tsx';
import { BoardSummary } from './board-summary.tsx';
import { DraftSpec } from './draft-spec.tsx';
import { useBoardView } from './use-board-view.ts';

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
  const spec = useQuery(benchmarkQuery(dataset));
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState(false);
  const tasks = spec.data?.tasks ?? [];
  const wish = chosen ?? named.task;
  const task = tasks.some(({ id }) => id === wish) ? wish : tasks[0]?.id;
  const shows = spec.data?.shows;
  const board = useQuery({
    ...boardQuery({ dataset, ...(task !== undefined && { task }) }),
    enabled: shows === 'board',
    // While another task is being read the one on show stays.
    placeholderData: keepPreviousData,
  });
  const isDrawn = shows === 'line' || (shows === 'board' && board.data !== undefined);
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
        <DraftSpec dataset={dataset} onCopy={(text) => void navigator.clipboard.writeText(text).catch(() => {})} />
      </section>
    );
  return (
    <section className="cb-panel" aria-label={say('boardTitle')} aria-busy={board.isFetching}>
      <h2 className="cb-title" tabIndex={-1} data-panel-title="">
        {say('boardTitle')}
      </h2>
      {spec.data.official === false && <p className="cb-meta">{say('boardNotOfficial')}</p>}
      {spec.data.file === 'closed' && <p className="cb-meta">{say('boardSpecClosed')}</p>}
      {board.data ? (
        <Loaded
          key={board.data.task}
          spec={spec.data}
          board={board.data}
          task={task}
          named={named.model}
          busy={board.isFetching}
          open={open}
          onOpen={setOpen}
          onTask={setChosen}
        />
      ) : (
        <p className="cb-meta">{board.error ? board.error.message : say('boardReading')}</p>
      )}
    </section>
  );
}

interface LoadedProps {
  spec: BenchmarkSpec;
  board: Board;
  task: string | undefined;
  named: string | undefined;
  busy: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onTask: (task: string) => void;
}

function Loaded({ spec, board, task, named, busy, open, onOpen, onTask }: LoadedProps) {
  const client = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(wholeBoard);
  const [byHand, setByHand] = useState<string>();
  const request = { dataset: board.dataset, ...(board.task !== undefined && { task: board.task }) };
  const own = useQuery({ ...boardQuery({ ...request, bases: true }), enabled: view.withoutDerivatives });
  const pins = useQuery({ ...pinsQuery(), enabled: open });
  const pinned = useMemo(() => new Set((pins.data ?? []).map((id) => id.toLowerCase())), [pins.data]);
  const viewed = useBoardView((view.withoutDerivatives && own.data) || board, view, setView);

  const refresh = () => {
    // Both stand in the background for a minute; what is asked for by hand is asked of the Hub.
    void client
      .fetchQuery({
        ...boardQuery(request),
        queryFn: () => sendMessage('readBoard', { ...request, refresh: true }),
        staleTime: 0,
      })
      .catch(() => {});
    if (spec.gaps.length > 0) void client.invalidateQueries(benchmarkQuery(board.dataset));
  };
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setByHand(undefined),
      () => setByHand(text),
    );
  const close = () => {
    onOpen(false);
    place.current?.querySelector<HTMLElement>('[data-open-board]')?.focus();
  };
  const shared = { spec, viewed, task, onTask, onRefresh: refresh, onCopy: copy };
  return (
    <div ref={place}>
      <BoardSummary {...shared} board={board} onOpen={() => onOpen(true)} />
      {open && (
        <BoardDialog
          {...shared}
          board={own.data ?? board}
          pinned={pinned}
          named={named?.toLowerCase()}
          busy={busy || own.isFetching}
          now={Date.now()}
          byHand={byHand}
          onDownload={download}
          onClose={close}
        />
      )}
    </div>
  );
}

function download({ name, type, text }: BoardDownload): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

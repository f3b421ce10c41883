import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BenchmarkSpec, Board, BoardRow } from '../../lib/evals/board/board.ts';
import { boardCsv, boardJson, boardMarkdown } from '../../lib/evals/view/board/exports.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { BoardCounts, BoardGaps, BoardNature, Ties } from './board-facts.tsx';
import { BoardFoot, LookButton } from './board-foot.tsx';
import { BoardPlot } from './board-plot.tsx';
import { BoardTable } from './board-table.tsx';
import { BoardToolbar, Choice } from './board-toolbar.tsx';
import type { PlotBy } from './plot-layout.ts';
import { RowDetails } from './row-details.tsx';
import { SpecLine } from './spec-line.tsx';
import type { Viewed } from './use-board-view.ts';

/** A file that the reader wants to keep. */
export interface BoardDownload {
  name: string;
  type: string;
  text: string;
}

interface DialogProps {
  spec: BenchmarkSpec;
  board: Board;
  viewed: Viewed;
  task: string | undefined;
  /** Ids, in lower case, of pinned models. */
  pinned: ReadonlySet<string>;
  /** The model that the page's address names, in lower case. */
  named: string | undefined;
  busy: boolean;
  /** The Hub's list of models was asked for. */
  looked: boolean;
  now: number;
  /** A text that the browser did not allow to be copied. */
  byHand: string | undefined;
  onTask: (task: string) => void;
  onRefresh: () => void;
  onLook: () => void;
  onCopy: (text: string) => void;
  onDownload: (file: BoardDownload) => void;
  onPin: (modelId: string, pinned: boolean) => void;
  onClose: () => void;
}

const nameOf = ({ modelId, filename, pullRequest }: BoardRow) => JSON.stringify([modelId, filename, pullRequest]);

/** The whole board over the page: table or plot, filters, exports, the specification. */
export function BoardDialog(props: DialogProps) {
  const say = useSay();
  const { spec, board, viewed, task, pinned, named, now } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<string>();
  const [picture, setPicture] = useState<PlotBy>();
  const { view, rows, ranges, first, counts } = viewed;
  const marked = useMemo(() => new Set([...pinned, ...(named === undefined ? [] : [named])]), [pinned, named]);
  const title = spec.name ?? board.benchmark?.name ?? board.dataset;

  useEffect(() => {
    const shown = dialog.current;
    // Above everything of the page, and still inside our shadow root.
    if (shown && !shown.open) shown.showModal?.();
    shown?.querySelector<HTMLElement>('h2')?.focus();
    return () => shown?.close?.();
  }, []);

  // By name, so that the details stay those of their row when the board is read anew.
  const open = useMemo(
    () => (opened === undefined ? undefined : board.rows.find((row) => nameOf(row) === opened)),
    [board, opened],
  );
  const toggle = useCallback(
    (row: BoardRow) => setOpened((known) => (known === nameOf(row) ? undefined : nameOf(row))),
    [],
  );
  const closeDetails = () => {
    const model = open?.modelId;
    setOpened(undefined);
    const rows = dialog.current?.querySelectorAll<HTMLElement>('.cb-row') ?? [];
    const row = [...rows].find((one) => one.querySelector('.cb-model')?.textContent === model);
    row?.querySelector<HTMLElement>('.cb-value-button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    closeDetails();
  };
  const save = (type: string, extension: string, text: string) =>
    props.onDownload({
      name: `${[board.dataset, task]
        .filter(Boolean)
        .join('_')
        .replace(/[^\w.-]+/g, '_')}.${extension}`,
      type,
      text,
    });
  const given = { board, rows, ranges };
  const left = view.most !== undefined ? counts.all - counts.sized : 0;

  return (
    <dialog
      ref={dialog}
      className="cb-dialog"
      aria-label={`${say('boardTitle')}: ${title}`}
      onClose={props.onClose}
      onCancel={(event) => open && event.preventDefault()}
      onKeyDown={onKeyDown}
      onClick={({ target, currentTarget }) => target === currentTarget && props.onClose()}
    >
      <div className="cb-sheet">
        <header className="cb-top">
          <h2 tabIndex={-1}>
            <Foreign text={title} most={120} />
          </h2>
          {spec.tasks.length > 1 && (
            <Choice
              label={say('boardTask')}
              value={task ?? ''}
              options={spec.tasks.map(({ id }) => ({ value: id, label: visibleText(id, 80) }))}
              onChange={props.onTask}
            />
          )}
          <BoardNature spec={spec} board={board} />
          <span className="cb-actions">
            <IconButton
              icon="refresh"
              label={say('boardRefresh')}
              aria-disabled={props.busy}
              onClick={props.onRefresh}
            />
            <IconButton icon="close" label={say('boardClose')} onClick={props.onClose} />
          </span>
        </header>
        <div className="cb-said">
          <BoardCounts counts={counts} />
          {board.rows.length > 0 && (
            <Ties direction={board.direction} ranged={ranges.size} first={first.size} left={viewed.left} />
          )}
          <SpecLine spec={spec} task={task} onCopy={props.onCopy} />
          {props.byHand !== undefined && (
            <p>
              {say('panelCopyByHand')}
              <input className="cb-search cb-mono" readOnly value={props.byHand} aria-label={say('panelCopyByHand')} />
            </p>
          )}
          <BoardGaps gaps={[...spec.gaps, ...board.gaps]} onRetry={props.onRefresh} />
        </div>
        <BoardToolbar view={view} counts={counts} board={board} rows={board.rows} now={now} onView={viewed.change} />
        <div className="cb-line-above">
          <span className="cb-meta" role="status">
            {say('boardShown', rows.length, board.rows.length)}
            {left > 0 && ` · ${say('boardUnsized', left)}`}
            {view.since !== undefined && ` · ${say('boardUndated', counts.all - counts.dated)}`}
          </span>
          <span className="cb-exports">
            <Button aria-pressed={picture === undefined} onClick={() => setPicture(undefined)}>
              {say('boardTable')}
            </Button>
            <Button aria-pressed={picture === 'size'} onClick={() => setPicture('size')}>
              {say('boardPlot')}
            </Button>
            <Button aria-pressed={picture === 'date'} onClick={() => setPicture('date')}>
              {say('boardPlotDate')}
            </Button>
            <span className="cb-meta">{say('boardExport')}</span>
            <Button onClick={() => save('text/csv', 'csv', boardCsv(given))}>CSV</Button>
            <Button onClick={() => save('text/markdown', 'md', boardMarkdown(given, say))}>Markdown</Button>
            <Button onClick={() => save('application/json', 'json', boardJson(given))}>JSON</Button>
          </span>
        </div>
        <div className="cb-main">
          {picture ? (
            <BoardPlot rows={rows} by={picture} first={first} named={marked}>
              {picture === 'date' && !props.looked && <LookButton onLook={props.onLook} />}
            </BoardPlot>
          ) : rows.length > 0 ? (
            <BoardTable
              key={task}
              label={`${title} ${task ?? ''}`}
              rows={rows}
              ranges={ranges}
              open={open}
              marked={marked}
              named={named}
              onOpen={toggle}
            />
          ) : (
            <p className="cb-empty">{say(board.rows.length === 0 ? 'boardEmpty' : 'boardNoneLeft')}</p>
          )}
          {open && (
            <RowDetails
              dataset={board.dataset}
              task={task}
              row={open}
              range={ranges.get(open)}
              direction={board.direction}
              pinned={pinned.has(open.modelId.toLowerCase())}
              onPin={props.onPin}
              now={now}
              onClose={closeDetails}
            />
          )}
        </div>
        <BoardFoot
          board={board}
          withoutDerivatives={view.withoutDerivatives}
          looked={props.looked}
          onLook={props.onLook}
        />
      </div>
    </dialog>
  );
}

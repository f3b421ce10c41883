import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, useMemo, useState } from 'react';
import { wholeBoard } from '../../lib/evals/view/board/select.ts';
import { boardQuery } from '../../lib/messaging/board-queries.ts';
import { changePin, pinsQuery } from '../../lib/messaging/pin-queries.ts';
import { saveFile } from '../ui/save-file.ts';
import { BoardDialog } from './board-dialog.tsx';
import { useBoardView } from './use-board-view.ts';

interface WholeBoardProps
  extends Omit<ComponentProps<typeof BoardDialog>, 'viewed' | 'pinned' | 'now' | 'onDownload' | 'onPin'> {
  open: boolean;
}

/** All rows of one board, made ready before they are asked for; what the reader has filtered stays while it is closed. */
export function WholeBoard({ open, board, busy, looked, ...rest }: WholeBoardProps) {
  const [view, setView] = useState(wholeBoard);
  const { dataset, task } = board;
  const own = useQuery({
    ...boardQuery({
      dataset,
      ...(task !== undefined && { task }),
      bases: view.withoutDerivatives,
      models: looked,
    }),
    enabled: view.withoutDerivatives || looked,
    // What is there stays until more is.
    placeholderData: keepPreviousData,
  });
  const client = useQueryClient();
  const pins = useQuery({ ...pinsQuery(), enabled: open });
  const pinned = useMemo(() => new Set((pins.data ?? []).map((id) => id.toLowerCase())), [pins.data]);
  const shown = ((view.withoutDerivatives || looked) && own.data) || board;
  const viewed = useBoardView(shown, view, setView);
  if (!open) return null;
  return (
    <BoardDialog
      {...rest}
      board={shown}
      viewed={viewed}
      pinned={pinned}
      looked={looked}
      busy={busy || own.isFetching}
      now={Date.now()}
      onPin={(id, pin) => void changePin(client, id, pin, dataset).catch(() => {})}
      onDownload={saveFile}
    />
  );
}

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { reportCounts } from '../../lib/evals/view/counts.ts';
import { formatAge } from '../ui/format.ts';
import { HubLink } from '../ui/link.tsx';
import { Menu } from '../ui/menu.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import type { Column, CompareProps } from './compare-state.ts';

interface HeadProps extends Pick<CompareProps, 'now' | 'onMove' | 'onRemove' | 'onPin' | 'onRefresh'> {
  column: Column;
  index: number;
  columns: number;
}

/** A model at the head of its column: what was read of it, and where the column stands. Alt and an arrow move it. */
export function ColumnHead({ column, index, columns, now, onMove, onRemove, onPin, onRefresh }: HeadProps) {
  const say = useSay();
  const { id, report, reading, failure, pinned } = column;
  const cell = useRef<HTMLTableCellElement>(null);
  const wasMoved = useRef(false);
  const move = (by: -1 | 1) => {
    wasMoved.current = true;
    onMove(index, by);
  };
  // A column that goes elsewhere loses the focus on its way.
  useEffect(() => {
    if (!wasMoved.current || index < 0) return;
    wasMoved.current = false;
    cell.current?.querySelector('button')?.focus();
  }, [index]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableCellElement>) => {
    const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    move((rightToLeft ? -step : step) as -1 | 1);
  };
  const [org, name] = id.includes('/') ? id.split('/') : [undefined, id];
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a narrow window shows the table as blocks
    <th role="columnheader" scope="col" ref={cell} onKeyDown={onKeyDown} aria-busy={reading}>
      <div className="cc-column-name">
        <HubLink url={`https://huggingface.co/${id}`}>
          {org && (
            <span className="cc-column-org">
              <Foreign text={`${org}/`} most={ROW_NAME} />
            </span>
          )}
          <Foreign text={name ?? id} most={ROW_NAME} />
        </HubLink>
        <Menu
          label={say('compareColumnMenu', id)}
          items={() => [
            ...(index > 0 ? [{ label: say('compareMoveLeft'), onChoose: () => move(-1) }] : []),
            ...(index < columns - 1 ? [{ label: say('compareMoveRight'), onChoose: () => move(1) }] : []),
            { label: say(pinned ? 'compareUnpin' : 'comparePin'), onChoose: () => onPin(id, !pinned) },
            { label: say('panelRefresh'), onChoose: () => onRefresh(id) },
            { label: say('compareRemove'), onChoose: () => onRemove(index) },
          ]}
        />
      </div>
      <div className="cc-meta">
        {report && say('panelScores', reportCounts(report).scores)}
        {pinned && ` · ${say('compareIsPinned')}`}
      </div>
      <ColumnStatus column={{ ...column, report }} now={now} failure={failure} />
    </th>
  );
}

function ColumnStatus({ column, now, failure }: { column: Column; now: number; failure: string | undefined }) {
  const say = useSay();
  const { report, reading } = column;
  if (failure !== undefined) return <div className="cc-problem">{say('compareFailed')}</div>;
  if (!report) return <div className="cc-meta">{say('popupReading')}</div>;
  const age = formatAge(say.locale, report.at, now);
  return (
    <>
      <div className="cc-meta">
        {reading && report.stored ? say('panelStoredChecking', age) : reading ? say('popupReading') : age}
      </div>
      {!reading && report.gaps.length > 0 && (
        <ul className="cc-column-gaps">
          {[...new Set(report.gaps.map(({ message }) => say(message)))].slice(0, 3).map((text) => (
            <li key={text}>
              <Foreign text={text} most={ROW_NAME * 2} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

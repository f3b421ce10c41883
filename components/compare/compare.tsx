import { Menu } from '../ui/menu.tsx';
import { useSay } from '../ui/say.tsx';
import { AddModel } from './add-model.tsx';
import type { CompareProps } from './compare-state.ts';
import { CompareTable } from './compare-table.tsx';
import { Plots } from './plots.tsx';
import { WhatDiffers } from './what-differs.tsx';

/** Models side by side: the table, what differs between two of them, and a plot for each benchmark. */
export function Compare(props: CompareProps) {
  const say = useSay();
  const { columns, rows, pair } = props;
  const busy = columns.some(({ reading }) => reading);
  return (
    <main className="cc-compare" aria-busy={busy} data-busy={busy}>
      <header className="cc-compare-head">
        <h1>
          <img src="/icon/mark.svg" alt="" width="20" height="20" /> {say('compareTitle')}
        </h1>
        <AddModel onAdd={props.onAdd} />
        {columns.length > 0 && (
          <Menu
            label={say('compareExport')}
            items={() => [
              { label: say('compareCopyLink'), onChoose: props.onCopyLink },
              { label: say('compareExportCsv'), onChoose: () => props.onExport('csv') },
              { label: say('compareExportMarkdown'), onChoose: () => props.onExport('markdown') },
              { label: say('compareExportJson'), onChoose: () => props.onExport('json') },
              { label: say('compareExportBibtex'), onChoose: () => props.onExport('bibtex') },
            ]}
          />
        )}
      </header>
      <p className="cc-meta cc-compare-said" role="status">
        {props.said}
      </p>
      {columns.length === 0 ? (
        <p>{say('compareEmpty')}</p>
      ) : (
        <>
          <label className="cc-check-line">
            <input
              type="checkbox"
              checked={props.bySetup}
              onChange={(event) => props.onBySetup(event.currentTarget.checked)}
            />{' '}
            {say('compareBySetup')}
          </label>
          {props.left > 0 && <p className="cc-meta">{say('compareLeft', props.left, columns.length)}</p>}
          <CompareTable {...props} />
          {pair && <WhatDiffers columns={columns} pair={pair} differing={props.differing} onPair={props.onPair} />}
          <Plots columns={columns} rows={rows} />
          <p className="cc-meta">{say('compareHint')}</p>
        </>
      )}
    </main>
  );
}

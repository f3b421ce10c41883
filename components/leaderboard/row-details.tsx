import type { Board, BoardRow, HiddenEntry } from '../../lib/evals/board/board.ts';
import { placeOf } from '../../lib/evals/view/board/exports.ts';
import type { RankRange } from '../../lib/evals/view/board/ties.ts';
import { boardUrl, fileUrl, pullRequestUrl } from '../../lib/evals/view/links.ts';
import { History } from '../history/history.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { formatDay, formatMoment } from '../ui/format.ts';
import { HubLink, SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

interface DetailsProps {
  dataset: string;
  task: string | undefined;
  row: BoardRow;
  range: RankRange | undefined;
  direction: Board['direction'];
  /** Epoch milliseconds. */
  now: number;
  /** Whether the model is pinned. */
  pinned: boolean;
  onPin: (modelId: string, pinned: boolean) => void;
  onClose: () => void;
}

/** All that is known of one row: its words in full, where it stands, and what the model's stored report says. */
export function RowDetails({ dataset, task, row, range, direction, now, pinned, onPin, onClose }: DetailsProps) {
  const say = useSay();
  const { modelId, memory, source, pullRequest } = row;
  const file = fileUrl(modelId, placeOf(row), undefined);
  const onBoard = task === undefined ? undefined : boardUrl(dataset, task, modelId);
  return (
    <section className="cb-details" aria-label={say('boardDetailsOf', modelId)}>
      <header>
        <h3>
          <Foreign text={modelId} /> <span className="cb-mono">{row.valueText}</span>
        </h3>
        <IconButton icon="close" label={say('boardDetailsClose')} onClick={onClose} />
      </header>
      <dl>
        <Fact name={say('boardRank')}>
          {range
            ? `${range.from}–${range.to} · ${range.tied > 0 ? say('boardTied', range.tied) : say('boardAlone')} · `
            : `${say(whyNoRange(row, direction))} · `}
          {onBoard ? (
            <HubLink url={onBoard}>{say('boardRankHub', `${row.rank}`)}</HubLink>
          ) : (
            say('boardRankHub', `${row.rank}`)
          )}
        </Fact>
        {row.low !== undefined && row.high !== undefined && (
          <Fact name={say('boardInterval')}>
            {say('boardIntervalText', row.low.toFixed(1), row.high.toFixed(1))}
            {row.n !== undefined && ` · n = ${row.n}`}
          </Fact>
        )}
        <Fact name={say('boardNotes')}>
          {row.notes ? <Foreign text={row.notes} /> : <span className="cb-meta">{say('boardNoNotes')}</span>}
        </Fact>
        <Fact name={say('boardSource')}>
          {source ? (
            <SourceLink url={source.url}>{source.name && <Foreign text={source.name} />}</SourceLink>
          ) : (
            <span className="cb-meta">–</span>
          )}
          {source?.author && (
            <>
              {' · '}
              <Foreign text={source.author.name} />
            </>
          )}
        </Fact>
        <Fact name={say('boardFile')}>
          {file ? (
            <HubLink url={file}>
              <Foreign text={row.filename} />
            </HubLink>
          ) : (
            <Foreign text={row.filename} />
          )}
          {pullRequest !== undefined && (
            <>
              {' · '}
              <HubLink url={pullRequestUrl(modelId, pullRequest)}>{say('boardPullRequest', `${pullRequest}`)}</HubLink>
            </>
          )}
        </Fact>
        {memory?.date && <Fact name={say('boardDate')}>{formatDay(say.locale, memory.date)}</Fact>}
      </dl>
      <Button onClick={() => onPin(modelId, !pinned)}>{say(pinned ? 'compareUnpin' : 'comparePin')}</Button>{' '}
      {task !== undefined && row.filename.startsWith('.eval_results/') && (
        <History
          key={modelId}
          row={{ repo: modelId, path: row.filename, ...(pullRequest !== undefined && { pullRequest }), dataset, task }}
        />
      )}
      {row.doubt && (
        <p className="cb-differs">
          {say(row.doubt === 'fraction' ? 'boardDoubtFractionText' : 'boardDoubtOutsideText', row.valueText)}
        </p>
      )}
      {memory ? (
        <>
          <p className="cb-meta">{say('boardMemory', modelId, formatMoment(say.locale, memory.at, now))}</p>
          <p>{say(memory.summary)}</p>
          {memory.hidden.length > 0 && (
            <>
              <p>{say('boardHidden', memory.hidden.length)}</p>
              <HiddenList entries={memory.hidden} />
            </>
          )}
        </>
      ) : (
        <p className="cb-meta">{say('boardNoMemory')}</p>
      )}
    </section>
  );
}

/** A row may have an interval and still no range: nobody says which values are better, or a filter has left it out. */
function whyNoRange({ error }: BoardRow, direction: Board['direction']) {
  if (error === undefined) return 'boardNoRange';
  return direction === 'unknown' ? 'boardTiesUnknownDirection' : 'boardLeftOut';
}

/** Entries that the board does not show. */
export function HiddenList({ entries, named = false }: { entries: readonly HiddenEntry[]; named?: boolean }) {
  const say = useSay();
  return (
    <ul className="cb-hidden">
      {entries.map((entry) => {
        const place = {
          ...(entry.path !== undefined && { path: entry.path }),
          ...(entry.pullRequest !== undefined && { pullRequest: entry.pullRequest }),
        };
        const url = fileUrl(entry.modelId, place, undefined);
        const setup = [...entry.variant.tags.map(({ quote }) => quote), entry.variant.rest].filter(Boolean).join(' · ');
        const where = entry.pullRequest === undefined ? say('boardWhoAuthor') : `#${entry.pullRequest}`;
        return (
          <li key={`${entry.modelId} ${entry.path} ${entry.pullRequest} ${entry.valueText} ${setup}`}>
            <span className="cb-mono">{entry.valueText}</span>
            <span>
              {named && <Foreign text={entry.modelId} />} {setup && <Foreign text={setup} />}
            </span>
            {url ? <HubLink url={url}>{where}</HubLink> : where}
          </li>
        );
      })}
    </ul>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

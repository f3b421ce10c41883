import type { BenchmarkSpec, Board, BoardTop } from '../../lib/evals/board/board.ts';
import type { Say } from '../../lib/evals/say.ts';
import { Icon } from '../ui/icon.tsx';
import { SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

/** What a value of this board is: how many questions, by which framework, and which way is better. */
export function BoardNature({ spec, board }: { spec: BenchmarkSpec; board: Board }) {
  const say = useSay();
  const { items } = board.benchmark ?? {};
  return (
    <span className="cb-meta cb-nature">
      {items ? (
        <span title={items.source}>
          {say(itemWords[items.of], items.n)} <SourceLink url={items.source} />
        </span>
      ) : (
        <span>{say('boardItemsUnknown')}</span>
      )}
      {spec.framework && (
        <span>
          <Foreign text={spec.framework} />
        </span>
      )}
      <span>{directionText(board, say)}</span>
    </span>
  );
}

const itemWords = { questions: 'boardQuestions', tasks: 'boardTasks', pages: 'boardPages' } as const;

function directionText({ direction, directionFrom }: Board, say: Say): string {
  if (direction === 'unknown') return say('boardDirectionUnknown');
  const words = say(direction === 'higher' ? 'boardHigher' : 'boardLower');
  return directionFrom === 'order' ? say('boardDirectionOrder', words) : words;
}

/** How many rows there are of each kind. */
export function BoardCounts({ counts }: Pick<BoardTop, 'counts'>) {
  const say = useSay();
  const words = [
    say('boardModels', counts.all),
    ...(counts.verified > 0 ? [say('boardVerifiedCount', counts.verified)] : []),
    ...(counts.author > 0 ? [say('boardAuthorCount', counts.author)] : []),
    ...(counts.community > 0 ? [say('boardCommunityCount', counts.community)] : []),
  ];
  return (
    <p className="cb-counts">
      {words.join(' · ')}
      {counts.doubt > 0 && (
        <span className="cb-word cb-differs">
          <Icon name="differs" size={12} />
          {say('boardDoubtCount', counts.doubt)}
        </span>
      )}
      {counts.differs > 0 && (
        <span className="cb-word cb-differs">
          <Icon name="differs" size={12} />
          {say('boardDiffersCount', counts.differs)}
        </span>
      )}
      {counts.apart > 0 && (
        <span className="cb-word cb-apart">
          <Icon name="not-comparable" size={12} />
          {say('boardApartCount', counts.apart)}
        </span>
      )}
    </p>
  );
}

interface TiesProps extends Pick<BoardTop, 'direction' | 'ranged' | 'first'> {
  /** Rows without a range: what is said is not of them. */
  left: number;
}

/** Which models chance alone cannot tell from the first, and how that is known. */
export function Ties({ direction, ranged, first, left }: TiesProps) {
  const say = useSay();
  if (ranged === 0)
    return (
      <p className="cb-meta">{say(direction === 'unknown' ? 'boardTiesUnknownDirection' : 'boardTiesUnknownItems')}</p>
    );
  // One row alone is ahead of nobody.
  if (ranged === 1) return <p className="cb-meta">{say('boardTiesOne')}</p>;
  return (
    <div className="cb-ties">
      <p>
        {say('boardTiedFirst', first)} {left > 0 && <span className="cb-meta">{say('boardTiesLeft', left)}</span>}
      </p>
      <details className="cb-disclosure">
        <summary>{say('boardHow')}</summary>
        <p className="cb-disclosed cb-meta">
          {say('boardTiesHow')} <SourceLink url="https://doi.org/10.1093/restud/rdad006" />
        </p>
      </details>
    </div>
  );
}

/** What could not be read, in the words of the gaps; what several places answer alike is said once. */
export function BoardGaps({ gaps, onRetry }: { gaps: Board['gaps']; onRetry: () => void }) {
  const say = useSay();
  return [...new Set(gaps.map(({ message }) => say(message)))].map((text) => (
    <p key={text} className="cb-gap">
      <Icon name="gap" />
      <span>
        {text}{' '}
        <button type="button" className="cc-button" onClick={onRetry}>
          {say('boardRetry')}
        </button>
      </span>
    </p>
  ));
}

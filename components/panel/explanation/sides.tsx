import type { Proof } from '../../../lib/evals/explanation.ts';
import type { PullRequest } from '../../../lib/evals/report.ts';
import type { Score } from '../../../lib/evals/score.ts';
import { markRead } from '../../../lib/evals/view/explanation.ts';
import { isFromCard } from '../../../lib/evals/view/from-card.ts';
import { visibleText } from '../../../lib/evals/view/visible-text.ts';
import { SourceLink } from '../../ui/link.tsx';
import { useSay } from '../../ui/say.tsx';
import { Foreign } from '../../ui/text.tsx';
import { Place } from './place.tsx';
import { ShapeIcon, type ShapeName } from './shape.tsx';
import { SourceCheck } from './source-check.tsx';

/** Enough of a note to compare; the whole stands in the score's own evidence. */
const most = 600;

interface SideProps {
  score: Score;
  shape: ShapeName;
  /** What was read from its words. */
  proofs: readonly Proof[];
  pullRequests: readonly PullRequest[];
}

/** One of the two scores: its value, where it stands, its notes with the words that were read, its source. */
export function Side({ score, shape, proofs, pullRequests }: SideProps) {
  const say = useSay();
  const { notes, source, valueText } = score;
  const quotes = (from: Proof['from']) => proofs.flatMap((proof) => (proof.from === from && proof.quote) || []);
  const elsewhere = [...new Set([...quotes('path'), ...quotes('source')])];
  return (
    <li className="cc-side">
      <div className="cc-side-value">
        <ShapeIcon name={shape} />
        <b className="cc-mono">
          <Foreign text={valueText} most={60} />
        </b>
      </div>
      <Place score={score} pullRequests={pullRequests} />
      <p>
        {notes?.trim() ? (
          <bdi className="cc-foreign">
            {markRead(notes.slice(0, most), quotes('notes')).map(({ text, at, read }) =>
              read ? <mark key={at}>{visibleText(text)}</mark> : visibleText(text),
            )}
            {notes.length > most && '…'}
          </bdi>
        ) : (
          <span className="cc-meta">{say('explainNoNotes')}</span>
        )}
        {elsewhere.map((quote) => (
          <span key={quote}>
            {' · '}
            <mark>
              <Foreign text={quote} most={200} />
            </mark>
          </span>
        ))}
      </p>
      <p className="cc-side-source">
        {source ? (
          <>
            <SourceLink url={source.url}>{source.name && <Foreign text={source.name} most={100} />}</SourceLink>{' '}
            <SourceCheck score={score} />
          </>
        ) : (
          <span className="cc-meta">{say(isFromCard(score) ? 'panelFromCard' : 'panelNoSource')}</span>
        )}
      </p>
    </li>
  );
}

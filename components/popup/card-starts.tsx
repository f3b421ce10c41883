import type { Draft, DraftEntry } from '../../lib/draft/draft.ts';
import type { Report } from '../../lib/evals/report.ts';
import { standingOfCell } from '../../lib/evals/view/cell-status.ts';
import { draftStart } from '../../lib/evals/view/draft-start.ts';
import type { DraftStart } from '../../lib/messaging/draft-messages.ts';
import { claimOf } from '../draft/draft-words.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';

/** So many lines stand in the popup; the marks in the card have them all. */
const most = 4;

interface CardStartsProps {
  report: Report;
  /** What is drafted already needs no second draft. */
  drafts: readonly Draft[];
  onStart(start: DraftStart): void;
}

/** What the card states and nobody reports: a draft is one click away, its evidence filled in. */
export function CardStarts({ report, drafts, onStart }: CardStartsProps) {
  const say = useSay();
  const drafted = new Set(
    drafts.flatMap((draft) => (draft.kind === 'scores' ? draft.entries.map((entry) => nameOf(draft.repo, entry)) : [])),
  );
  const missing = report.groups.flatMap((group) =>
    group.scores.filter(
      (score) =>
        score.origins.some(({ cell }) => cell) &&
        standingOfCell(score, group)?.status === 'new' &&
        !drafted.has(nameOf(report.repo, score)),
    ),
  );
  if (missing.length === 0) return null;
  return (
    <section>
      <h2>{say('draftsCardTitle')}</h2>
      <ul className="cc-card-starts">
        {missing.slice(0, most).map((score) => (
          <li key={score.id}>
            <button
              type="button"
              className="cc-draft-open"
              aria-label={say('draftsCardStart', claimOf(score))}
              onClick={() =>
                onStart({ repo: report.repo, entries: [draftStart(score, report.repo, report.facts?.sha)] })
              }
            >
              <span className="cc-draft-claim">
                <Icon name="plus" size={12} /> <Foreign text={claimOf(score)} most={ROW_NAME} />
              </span>
              {score.notes && (
                <span className="cc-draft-repo cc-meta">
                  <Foreign text={score.notes} most={ROW_NAME} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {missing.length > most && <p className="cc-meta">{say('popupMoreInPanel', missing.length - most)}</p>}
    </section>
  );
}

const nameOf = (repo: string, { dataset, task, valueText }: Pick<DraftEntry, 'dataset' | 'task' | 'valueText'>) =>
  JSON.stringify([repo.toLowerCase(), dataset, task, valueText]);

import { useQuery } from '@tanstack/react-query';
import { checkDraft } from '../../lib/draft/check/index.ts';
import type { Draft } from '../../lib/draft/draft.ts';
import { blocking } from '../../lib/draft/problem.ts';
import { checkSpec } from '../../lib/draft/spec/checks.ts';
import type { Report } from '../../lib/evals/report.ts';
import { draftsQuery, lostDraftsQuery } from '../../lib/messaging/draft-queries.ts';
import { CloseOwn } from '../draft/close-own.tsx';
import { Drafts, NewDraft } from '../draft/drafts.tsx';
import { FromFile } from '../draft/from-file.tsx';
import { useDraftActions } from '../draft/use-draft-actions.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import { CardStarts } from './card-starts.tsx';

interface DraftsSectionProps {
  /** The model that this tab shows. */
  repo: string | undefined;
  report: Report | undefined;
  now: number;
  onOpen(id: string): void;
  onOpenTab(id: string): void;
}

/** All drafts, and the ways to begin one. */
export function DraftsSection({ repo, report, now, onOpen, onOpenTab }: DraftsSectionProps) {
  const say = useSay();
  const drafts = useQuery(draftsQuery());
  const lost = useQuery(lostDraftsQuery());
  const actions = useDraftActions(onOpen);
  const shown = (drafts.data ?? []).filter(({ id }) => id !== actions.deleted?.id);
  return (
    <>
      {report && <CardStarts report={report} drafts={shown} onStart={(start) => void actions.start(start)} />}
      <section className="cc-drafts-section">
        <div className="cc-section-head">
          <h2>{say('draftsTitle')}</h2>
          <NewDraft repo={repo} onNew={() => void actions.create(repo)} />
        </div>
        {drafts.isError && <p role="alert">{say('draftsFailed')}</p>}
        {drafts.data && (
          <Drafts
            drafts={shown}
            now={now}
            errorsOf={(draft) => errorsOf(draft, now)}
            onOpen={onOpen}
            onOpenTab={onOpenTab}
            onExport={actions.exportDraft}
            onDelete={actions.remove}
            onCloseOwn={actions.askClose}
          />
        )}
        <p role="status" className="cc-told">
          {actions.deleted && (
            <>
              {say('draftsDeleted')} <Button onClick={actions.undo}>{say('draftsUndo')}</Button>
            </>
          )}
          {actions.failed && say('draftsActionFailed')}
        </p>
        {lost.data && lost.data.length > 0 && (
          <p>
            {say('draftsLost', lost.data.length)}{' '}
            <Button onClick={() => actions.saveLost(lost.data)}>{say('draftsLostSave')}</Button>
          </p>
        )}
        <FromFile repo={repo} onStart={(starts) => void actions.startAll(starts)} />
        {actions.closing && (
          <CloseOwn
            pullRequest={actions.closing.pullRequest}
            onClose={actions.close}
            onDone={() => actions.askClose(undefined)}
          />
        )}
      </section>
    </>
  );
}

/** Of an `eval.yaml` it stays the same until it is changed, and a long one takes a while. */
const known = new WeakMap<Draft, number>();

/** What keeps a draft from being sent, as far as it is known without asking the Hub: it is not asked for every line. */
function errorsOf(draft: Draft, now: number): number {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const problems = draft.kind === 'spec' ? checkSpec(draft, {}) : checkDraft(draft, { now });
  const errors = blocking(problems, draft).filter(({ check }) => check !== 'unchecked').length;
  if (draft.kind === 'spec') known.set(draft, errors);
  return errors;
}

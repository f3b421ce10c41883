import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { brakesOf } from '../../lib/draft/brakes.ts';
import type { SpecDraft } from '../../lib/draft/draft.ts';
import { planSpec } from '../../lib/draft/spec/plan-spec.ts';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';
import { CloseOwn } from './close-own.tsx';
import { type ProblemsContext, ProblemsProvider } from './composer-context.tsx';
import type { ComposerDataProps } from './composer-data.tsx';
import { hubPath, isEditable } from './draft-words.ts';
import { Outcome } from './outcome.tsx';
import { simplePlace } from './places.ts';
import { SpecField } from './spec-field.tsx';
import { passedSpecChecks, specSummary } from './spec-words.ts';
import { SubmissionStatus } from './submission-status.tsx';
import { Summary } from './summary.tsx';
import { inTheWayOf, useDesk, useRestingPlace } from './use-desk.ts';
import { useSpecGround } from './use-spec-ground.ts';

type Content = Pick<SpecDraft, 'kind' | 'repo' | 'text' | 'answers' | 'asDraft'>;

const contentOf = ({ kind, repo, text, answers, asDraft }: SpecDraft): Content => ({
  kind,
  repo,
  text,
  answers,
  asDraft,
});

/** The composer of a drafted `eval.yaml`: its text, what is wrong with it by line, and what will come of it. */
export function SpecComposer({ draft, now, ports, keepNow }: ComposerDataProps & { draft: SpecDraft }) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const prefix = useId();
  const [content, setContent] = useState(() => contentOf(draft));
  const [closing, setClosing] = useState(false);
  const { answers, asDraft, repo } = content;
  const desk = useDesk(draft, {
    text: JSON.stringify(content),
    kept: JSON.stringify(contentOf(draft)),
    take: (kept) => setContent(JSON.parse(kept)),
    keepNow,
  });
  const { account, submission, autosave } = desk;
  const editable = isEditable(draft);
  const { ground, state: groundState, again } = useSpecGround(repo, editable);
  const heading = useRestingPlace(draft, again);

  const shown = useDeferredValue(content);
  const name = account?.name;
  const { key } = submission;
  const planned = useMemo(
    () => planSpec(shown, { now, ground, account: name, key, version: ports.version }),
    [shown, now, ground, name, key, ports.version],
  );
  const { forbidding, plan } = planned;
  const problems = planned.problems.filter(({ check }) => check !== 'unchecked' || !groundState.reading || ground);
  const brakes = brakesOf(content, { now, account: name, opened: desk.opened, ground });
  const summary = specSummary(content, say);
  const beside: ProblemsContext = {
    editable,
    accepted: answers.accepted,
    onAccept: ({ id }, yes) =>
      setContent({
        ...content,
        answers: { accepted: yes ? [...answers.accepted, id] : answers.accepted.filter((one) => one !== id) },
      }),
    onOffer: () => undefined,
    placeOf: (link) => simplePlace(link, hubPath(draft)),
  };
  const { submission: state } = draft;
  return (
    <ProblemsProvider value={beside}>
      <form
        className="cc-composer"
        noValidate
        aria-label={say('specTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          if (plan && brakes.length === 0) void submission.send(plan, autosave.flush);
        }}
      >
        <header className="cc-composer-head">
          <h1 ref={heading} tabIndex={-1}>
            {say('specTitle')}
          </h1>
          <span className="cc-meta" role="status">
            {editable && say(savingWords[autosave.state])}
          </span>
        </header>
        <p className="cc-spec-of">
          <HubLink url={`https://huggingface.co/${hubPath(draft)}`}>
            <Foreign text={repo} most={ROW_TEXT} />
          </HubLink>
        </p>
        <p role="status" className="cc-told">
          {desk.said ?? ''}
        </p>
        <SubmissionStatus
          draft={draft}
          now={now}
          looking={submission.looking}
          onLookAgain={submission.lookAgain}
          onCloseOwn={() => setClosing(true)}
        />
        <div className="cc-composer-body">
          {editable ? (
            <SpecField
              ref={field}
              prefix={prefix}
              content={content}
              problems={problems}
              onChange={(change) => setContent({ ...content, ...change })}
            />
          ) : (
            <Summary {...summary} account={draft.plan?.account} />
          )}
          <Outcome
            draft={draft}
            editable={editable}
            entries={[]}
            repoPath={hubPath(draft)}
            summary={summary}
            asDraft={asDraft}
            updates={undefined}
            passed={passedSpecChecks(planned.problems, ground)}
            inTheWay={inTheWayOf(forbidding, brakes.length)}
            ground={ground}
            groundState={groundState}
            planned={planned}
            brakes={brakes}
            account={account}
            canSignIn={ports.canSignIn}
            {...desk.accountEvents}
            newcomer={desk.newcomer}
            sending={submission.sending}
            failed={submission.failed}
            now={now}
            onCheckAgain={() => void again()}
            onShowProblem={() => field.current?.focus()}
            onCopy={ports.copy}
          />
        </div>
      </form>
      {closing && state.step === 'opened' && (
        <CloseOwn pullRequest={state.pullRequest} onClose={desk.close} onDone={() => setClosing(false)} />
      )}
    </ProblemsProvider>
  );
}

const savingWords = { saved: 'composerSaved', saving: 'composerSaving', failed: 'composerSaveFailed' } as const;

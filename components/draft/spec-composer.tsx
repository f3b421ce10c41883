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
import { hubPath, isEditable, savingWords } from './draft-words.ts';
import { Outcome } from './outcome.tsx';
import { simplePlace } from './places.ts';
import { showLine, showProblem } from './show-problem.ts';
import { SpecField } from './spec-field.tsx';
import { passedSpecChecks, specSummary } from './spec-words.ts';
import { SubmissionStatus } from './submission-status.tsx';
import { Summary } from './summary.tsx';
import { countedOf, inTheWayOf, useDesk, useRestingPlace } from './use-desk.ts';
import { useSettled } from './use-settled.ts';
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
  const form = useRef<HTMLFormElement>(null);
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

  const { shown, isBehind } = useShown(content);
  const name = account?.name;
  const { key } = submission;
  const planned = useMemo(
    () => planSpec(shown, { now, ground, account: name, key, version: ports.version }),
    [shown, now, ground, name, key, ports.version],
  );
  const { forbidding } = planned;
  const plan = isBehind ? undefined : planned.plan;
  const problems = planned.problems.filter(({ check }) => check !== 'unchecked' || !groundState.reading || ground);
  const brakes = brakesOf(content, { now, account: name, opened: desk.opened, ground });
  const summary = useMemo(() => specSummary(shown, say), [shown, say]);
  const passed = useMemo(() => passedSpecChecks(planned.problems, ground), [planned.problems, ground]);
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
        ref={form}
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
            entries={NO_SCORES}
            repoPath={hubPath(draft)}
            summary={summary}
            asDraft={asDraft}
            updates={undefined}
            passed={passed}
            inTheWay={inTheWayOf(forbidding, brakes.length)}
            ground={ground}
            groundState={groundState}
            planned={planned}
            isBehind={isBehind}
            brakes={brakes}
            account={account}
            canSignIn={ports.canSignIn}
            {...desk.accountEvents}
            newcomer={desk.newcomer}
            sending={submission.sending}
            failed={submission.failed}
            now={now}
            onCheckAgain={() => void again()}
            onShowProblem={() => {
              const [first] = countedOf(forbidding);
              if (first?.line !== undefined && first.level === 'error' && field.current)
                showLine(field.current, first.line);
              else if (!showProblem(form.current, first?.id ?? brakes[0]?.kind)) field.current?.focus();
            }}
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

const NO_SCORES: readonly never[] = [];

/** Characters up to which a text is checked with every key; a longer one once the typing rests so many milliseconds. */
const SHORT = 4_000;
const REST = 300;

/** The content as it is checked and previewed, which must not hold up the typing; `isBehind` while an older one is. */
function useShown(content: Content): { shown: Content; isBehind: boolean } {
  const deferred = useDeferredValue(content);
  const rested = useSettled(content, REST);
  return content.text.length <= SHORT
    ? { shown: deferred, isBehind: false }
    : { shown: rested, isBehind: rested !== content };
}

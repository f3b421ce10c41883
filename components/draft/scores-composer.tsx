import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useRef, useState } from 'react';
import { get, useForm, useWatch } from 'react-hook-form';
import { brakesOf } from '../../lib/draft/brakes.ts';
import type { ScoresDraft } from '../../lib/draft/draft.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import { useSay } from '../ui/say.tsx';
import { CloseOwn } from './close-own.tsx';
import { Composer } from './composer.tsx';
import type { ComposerDataProps } from './composer-data.tsx';
import { type DraftForm, formPath, fromForm, toForm } from './draft-form.ts';
import { isEditable } from './draft-words.ts';
import { formSchema } from './form-schema.ts';
import { showProblem } from './show-problem.ts';
import { scoresSummary } from './summary.tsx';
import { countedOf, inTheWayOf, useDesk, useRestingPlace } from './use-desk.ts';
import { useGround } from './use-ground.ts';
import { passedChecks, usePlannedDraft } from './use-planned-draft.ts';
import { useSourceLooks } from './use-source-looks.ts';
import { worthShowing } from './worth-showing.ts';

/** The composer of a draft of scores: its form, what it is checked against, and what it comes to. */
export function ScoresComposer({ draft, now, ports, onAnother, keepNow }: ComposerDataProps & { draft: ScoresDraft }) {
  const say = useSay();
  const [closing, setClosing] = useState(false);
  const [revealed, setRevealed] = useState(false);
  const resolver = useRef<readonly Problem[]>([]);
  const form = useForm<DraftForm>({
    defaultValues: toForm(draft),
    resolver: useMemo(() => zodResolver(formSchema(() => resolver.current)), []),
  });
  const values = useWatch({ control: form.control }) as DraftForm;
  const content = fromForm(values);
  const desk = useDesk(draft, {
    text: JSON.stringify(content),
    kept: JSON.stringify(fromForm(toForm(draft))),
    take: (kept) => form.reset(toForm(JSON.parse(kept))),
    keepNow,
  });
  const { account, submission, autosave } = desk;

  const { ground, state: groundState, again } = useGround(content, isEditable(draft));
  const { looks, onLook } = useSourceLooks();
  const plannedFor = { now, ground, account: account?.name, key: submission.key, version: ports.version };
  const planned = usePlannedDraft(content, plannedFor, looks);
  const { forbidding, plan } = planned;
  resolver.current = forbidding;
  const { touchedFields } = form.formState;
  const shown = worthShowing(planned.problems, values, {
    revealed,
    reading: groundState.reading && !ground,
    isTouched: (path) => get(touchedFields, path) === true,
    valueOf: (path) => get(values, path),
  });
  const brakes = brakesOf(content, { now, account: account?.name, opened: desk.opened, ground });
  const heading = useRestingPlace(draft, again);

  const { submission: state } = draft;
  return (
    <>
      <Composer
        form={form}
        draft={draft}
        problems={shown}
        passed={passedChecks(content, planned.problems, ground, looks)}
        looks={looks}
        onLook={onLook}
        inTheWay={inTheWayOf(forbidding, brakes.length)}
        brakes={brakes}
        entries={content.entries}
        repoPath={content.repo}
        summary={scoresSummary(content, say)}
        asDraft={content.asDraft}
        updates={content.updates}
        ground={ground}
        groundState={groundState}
        planned={planned}
        account={account}
        canSignIn={ports.canSignIn}
        {...desk.accountEvents}
        newcomer={desk.newcomer}
        now={now}
        looking={submission.looking}
        sending={submission.sending}
        failed={submission.failed}
        saving={autosave.state}
        said={desk.said}
        heading={heading}
        onSubmit={form.handleSubmit(() => plan && submission.send(plan, autosave.flush))}
        onLookAgain={submission.lookAgain}
        onCloseOwn={() => setClosing(true)}
        onAnother={() => onAnother(draft.repo)}
        onCheckAgain={() => void again()}
        onShowProblem={() => {
          setRevealed(true);
          const counted = countedOf(forbidding);
          const [whole] = counted;
          if (counted.some(({ field, entry }) => formPath(values, field, entry) !== undefined))
            void form.trigger(undefined, { shouldFocus: true });
          // A limit stands at no field, nor does what is said of the whole draft.
          else showProblem(heading.current?.closest('form') ?? null, whole?.id ?? brakes[0]?.kind);
        }}
        onCopy={ports.copy}
      />
      {closing && state.step === 'opened' && (
        <CloseOwn pullRequest={state.pullRequest} onClose={desk.close} onDone={() => setClosing(false)} />
      )}
    </>
  );
}

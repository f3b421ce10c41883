import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { get, useForm, useWatch } from 'react-hook-form';
import { brakesOf, needsGuideline, openedBy } from '../../lib/draft/brakes.ts';
import type { Draft } from '../../lib/draft/draft.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import { draftQuery, draftsQuery, keepDraft } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { useSay } from '../ui/say.tsx';
import { CloseOwn } from './close-own.tsx';
import { Composer } from './composer.tsx';
import { type DraftForm, fromForm, toForm } from './draft-form.ts';
import { isEditable } from './draft-words.ts';
import { formSchema } from './form-schema.ts';
import { useAccount } from './use-account.ts';
import { useAutosave } from './use-autosave.ts';
import { useGround } from './use-ground.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { passedChecks, usePlannedDraft } from './use-planned-draft.ts';
import { useSourceLooks } from './use-source-looks.ts';
import { useSubmission } from './use-submission.ts';
import { worthShowing } from './worth-showing.ts';

export interface ComposerPorts {
  /** False where the browser refuses the clipboard. */
  copy(text: string): Promise<boolean>;
  /** The build has a client id for signing in. */
  canSignIn: boolean;
  /** Of the extension, for the pull request's text. */
  version: string;
}

interface ComposerWithDataProps {
  id: string;
  now: number;
  ports: ComposerPorts;
  onAnother(repo: string): void;
  /** Holds, while the composer is there, how to keep what was typed last; to be awaited before the window is closed. */
  keepNow?: RefObject<(() => Promise<void>) | undefined>;
}

/** The composer of one draft, with all that the background knows of it. */
export function ComposerWithData({ id, ...rest }: ComposerWithDataProps) {
  const say = useSay();
  const draft = useQuery(draftQuery(id));
  if (draft.isPending) return <p className="cc-meta" role="status" />;
  if (!draft.data) return <p role="alert">{say(draft.isError ? 'draftsFailed' : 'composerGone')}</p>;
  return <DraftComposer key={id} draft={draft.data} {...rest} />;
}

function DraftComposer({
  draft,
  now,
  ports,
  onAnother,
  keepNow,
}: Omit<ComposerWithDataProps, 'id'> & { draft: Draft }) {
  const queryClient = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [closing, setClosing] = useState(false);
  const { account, ...accountEvents } = useAccount();
  const drafts = useQuery(draftsQuery());

  const resolver = useRef<readonly Problem[]>([]);
  const form = useForm<DraftForm>({
    defaultValues: toForm(draft),
    resolver: useMemo(() => zodResolver(formSchema(() => resolver.current)), []),
  });
  const values = useWatch({ control: form.control }) as DraftForm;
  const content = fromForm(values);
  const text = JSON.stringify(content);
  const autosave = useAutosave(text, async (kept) => {
    keepDraft(queryClient, await sendMessage('writeDraft', { id: draft.id, ...JSON.parse(kept) }));
  });
  useImperativeHandle(keepNow, () => autosave.flush, [autosave.flush]);
  const said = useKeptDraft(form, draft, autosave);

  const { ground, state: groundState, again } = useGround(content, isEditable(draft));
  const submission = useSubmission(draft);
  const { looks, onLook } = useSourceLooks();
  const plannedFor = { now, ground, account: account?.name, key: submission.key, version: ports.version };
  const planned = usePlannedDraft(content, plannedFor, looks);
  const { forbidding, plan } = planned;
  resolver.current = forbidding;
  const [revealed, setRevealed] = useState(false);
  const { touchedFields } = form.formState;
  const shown = worthShowing(planned.problems, values, {
    revealed,
    reading: groundState.reading && !ground,
    isTouched: (path) => get(touchedFields, path) === true,
    valueOf: (path) => get(values, path),
  });
  const opened = openedBy(drafts.data ?? []);
  const brakes = brakesOf(content, { now, account: account?.name, opened, ground });

  // What stopped on ground that has changed is looked at on new ground.
  const stopped = draft.submission.step === 'stopped' ? draft.submission.at : undefined;
  useEffect(() => {
    if (stopped !== undefined) void again();
  }, [stopped, again]);
  // What became of it stands at the top.
  const { step } = draft.submission;
  const settled = step === 'opened' || step === 'stopped' || step === 'in-doubt' ? step : 'composing';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when that changes
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [settled]);

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
        repo={content.repo}
        ground={ground}
        groundState={groundState}
        planned={planned}
        account={account}
        canSignIn={ports.canSignIn}
        {...accountEvents}
        newcomer={drafts.data !== undefined && needsGuideline(opened)}
        now={now}
        looking={submission.looking}
        sending={submission.sending}
        failed={submission.failed}
        saving={autosave.state}
        said={said}
        heading={heading}
        onSubmit={form.handleSubmit(() => plan && submission.send(plan, autosave.flush))}
        onLookAgain={submission.lookAgain}
        onCloseOwn={() => setClosing(true)}
        onAnother={() => onAnother(draft.repo)}
        onCheckAgain={() => void again()}
        onShowProblem={() => {
          setRevealed(true);
          void form.trigger(undefined, { shouldFocus: true });
        }}
        onCopy={ports.copy}
      />
      {closing && state.step === 'opened' && (
        <CloseOwn
          pullRequest={state.pullRequest}
          onClose={async (reason) => {
            keepDraft(queryClient, await sendMessage('closeOwn', { id: draft.id, reason }));
          }}
          onDone={() => setClosing(false)}
        />
      )}
    </>
  );
}

/** How much is in the way, counted; that nobody is signed in, or that the Hub is still being asked, is said apart. */
function inTheWayOf(forbidding: readonly Problem[], brakes: number) {
  const counted = forbidding.filter(
    ({ check, message }) => check !== 'unchecked' && message.key !== 'problemNoAccount',
  );
  const of = (level: Problem['level']) => counted.filter((one) => one.level === level).length;
  return { errors: of('error') + brakes, warnings: of('warning') };
}

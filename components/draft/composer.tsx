import { type FormEventHandler, type RefObject, useId } from 'react';
import { FormProvider, type UseFormReturn, useWatch } from 'react-hook-form';
import type { ScoresDraft } from '../../lib/draft/draft.ts';
import type { DraftGround } from '../../lib/draft/ground.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_TEXT } from '../ui/text.tsx';
import { type ComposerContext, ComposerProvider, type ProblemsContext, ProblemsProvider } from './composer-context.tsx';
import type { DraftForm } from './draft-form.ts';
import { draftClaim, isEditable, savingWords } from './draft-words.ts';
import { Entries } from './entries.tsx';
import { ModelField } from './model-field.tsx';
import { Outcome, type OutcomeProps } from './outcome.tsx';
import { placeOnGround } from './places.ts';
import { QuestionFields } from './question-fields.tsx';
import { type StatusEvents, SubmissionStatus } from './submission-status.tsx';
import { Summary } from './summary.tsx';
import type { SaveState } from './use-autosave.ts';

export interface ComposerProps
  extends StatusEvents,
    Omit<OutcomeProps, 'editable' | 'ground'>,
    Pick<ComposerContext, 'looks' | 'onLook'> {
  form: UseFormReturn<DraftForm>;
  draft: ScoresDraft;
  problems: readonly Problem[];
  ground: DraftGround | undefined;
  looking: boolean;
  saving: SaveState;
  /** What was just done to the draft elsewhere, or by the composer itself. */
  said: string | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
  onSubmit: FormEventHandler;
}

/** One draft: its scores with their problems beside the fields, and what will come of it. */
export function Composer(props: ComposerProps) {
  const { form, draft, problems, ground, now } = props;
  const say = useSay();
  const prefix = useId();
  const editable = isEditable(draft);
  const accepted = useWatch({ control: form.control, name: 'accepted' });
  const { looks, onLook } = props;
  const context: ComposerContext = { prefix, editable, problems, ground, looks, onLook };
  const beside: ProblemsContext = {
    editable,
    accepted,
    placeOf: (link) => placeOnGround(link, ground),
    onAccept: (problem, yes) =>
      form.setValue('accepted', yes ? [...accepted, problem.id] : accepted.filter((id) => id !== problem.id), {
        shouldDirty: true,
      }),
    onOffer: (problem) => takeOffer(form, problem),
  };
  return (
    <FormProvider {...form}>
      <ComposerProvider value={context}>
        <ProblemsProvider value={beside}>
          <form className="cc-composer" noValidate aria-label={say('composerTitleNoModel')} onSubmit={props.onSubmit}>
            <header className="cc-composer-head">
              <h1 ref={props.heading} tabIndex={-1}>
                {editable ? say('composerTitleNoModel') : <Foreign text={draftClaim(draft, say)} most={ROW_TEXT} />}
              </h1>
              <span className="cc-meta" role="status">
                {editable && say(savingWords[props.saving])}
              </span>
            </header>
            <p role="status" className="cc-told">
              {props.said ?? ''}
            </p>
            <SubmissionStatus draft={draft} now={now} looking={props.looking} {...eventsOf(props)} />
            <div className="cc-composer-body">
              {editable ? (
                <div className="cc-composer-fields">
                  <ModelField />
                  <Entries />
                  <QuestionFields account={props.account?.name} />
                </div>
              ) : (
                <Summary {...props.summary} account={draft.plan?.account} />
              )}
              <Outcome {...props} editable={editable} />
            </div>
          </form>
        </ProblemsProvider>
      </ComposerProvider>
    </FormProvider>
  );
}

const eventsOf = ({ onLookAgain, onCloseOwn, onAnother }: StatusEvents): StatusEvents => ({
  onLookAgain,
  onCloseOwn,
  onAnother,
});

/** The change that a problem offers, made in its field. */
function takeOffer(form: UseFormReturn<DraftForm>, { offer, entry }: Problem) {
  if (!offer) return;
  const index = form.getValues('entries').findIndex(({ id }) => id === entry);
  const options = { shouldDirty: true, shouldValidate: true } as const;
  const { field, text } = offer;
  if (field === 'repo' || field === 'updates') form.setValue(field, text, options);
  else if (field !== 'checkpoint' && field !== 'draft' && field !== 'text' && index >= 0)
    form.setValue(`entries.${index}.${field}`, text, options);
}

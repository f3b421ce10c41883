import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/say.tsx';
import type { OutcomeProps } from './outcome.tsx';
import { stepWords } from './submission-status.tsx';

/** The one button that sends, what is in its way, and what it is doing. */
export function ConfirmBar(props: OutcomeProps) {
  const {
    draft,
    editable,
    inTheWay,
    groundState,
    account,
    sending,
    planned,
    asDraft,
    updates,
    ground,
    isBehind = false,
  } = props;
  const say = useSay();
  const step = stepWords(draft.submission) ?? (sending ? 'submissionCheckingAccount' : undefined);
  const { errors, warnings } = inTheWay;
  const problems = errors > 0 || warnings > 0;
  const waitsForGround = planned.forbidding.some(({ check }) => check === 'unchecked');
  const waiting = problems
    ? say(errors > 0 ? 'composerBlocked' : 'composerWarnings', errors > 0 ? errors : warnings)
    : groundState.reading || waitsForGround
      ? say(ground && !groundState.reading ? 'composerNotAllRead' : 'composerWaitsForCheck')
      : account
        ? ''
        : say('composerWaitsForAccount');
  if (!editable && !step) return null;
  const what = updates
    ? say('composerConfirmUpdate', `${updates}`)
    : say(asDraft ? 'composerConfirmDraft' : 'composerConfirm');
  return (
    <div className="cc-confirm">
      <p role="status">
        {step ? say('submissionSafeToClose') : props.failed ? say('submissionNotSent') : waiting}{' '}
        {!step && problems && <Button onClick={props.onShowProblem}>{say('composerShowProblem')}</Button>}
      </p>
      <Button
        outlined
        type="submit"
        className="cc-primary"
        disabled={step !== undefined || problems || groundState.reading || isBehind || !planned.plan}
      >
        {step ? say(step) : what}
      </Button>
    </div>
  );
}

import type { Draft, SubmissionState } from '../../lib/draft/draft.ts';
import type { MessageKey } from '../../lib/evals/message.ts';
import { pullRequestUrl } from '../../lib/evals/view/links.ts';
import { Button } from '../ui/button.tsx';
import { formatAge, formatMoment } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { hubPath } from './draft-words.ts';
import { stopWords } from './stop-words.ts';

export interface StatusEvents {
  onLookAgain(): void;
  onCloseOwn(): void;
  /** Absent where there is nothing else to draft. */
  onAnother?: (() => void) | undefined;
}

interface StatusProps extends StatusEvents {
  draft: Draft;
  now: number;
  /** An answer to "look again" is on its way. */
  looking: boolean;
}

type Opened = Extract<SubmissionState, { step: 'opened' }>;

const steps = {
  'checking-account': 'submissionCheckingAccount',
  'checking-duplicates': 'submissionCheckingDuplicates',
  opening: 'submissionOpening',
  'looking-for-it': 'submissionLookingForIt',
} as const;

const statuses: Record<Opened['status'], MessageKey> = {
  open: 'submissionStatusOpen',
  draft: 'submissionStatusDraft',
  merged: 'submissionStatusMerged',
  closed: 'submissionStatusClosed',
  unknown: 'submissionStatusUnknown',
};

/** The words of a step while it runs; undefined where nothing is being sent. */
export const stepWords = ({ step }: SubmissionState): MessageKey | undefined =>
  step in steps ? steps[step as keyof typeof steps] : undefined;

/** What has become of a draft that was confirmed: why it stopped, that it is not known, or where it stands. */
export function SubmissionStatus({ draft, now, looking, ...events }: StatusProps) {
  const say = useSay();
  const { submission } = draft;
  switch (submission.step) {
    case 'draft':
      return null;
    case 'stopped': {
      const { why, todo } = stopWords[submission.reason];
      const { retryAt, detail } = submission;
      const waits = retryAt !== undefined && retryAt > now;
      return (
        <div className="cc-status cc-status-stopped" role="alert">
          <Icon name="differs" />
          <div>
            <p>
              <b>{say(why)}</b> {say('stopNothingOpened')}{' '}
              {waits ? say('stopDoLaterAt', formatMoment(say.locale, retryAt, now)) : say(todo)}
            </p>
            {detail && (
              <details>
                <summary>{say('submissionDetail')}</summary>
                <Foreign text={detail} />
              </details>
            )}
          </div>
        </div>
      );
    }
    case 'in-doubt':
      return (
        <div className="cc-status" role="alert">
          <Icon name="gap" />
          <div>
            <p>{say('submissionInDoubt')}</p>
            <Button outlined disabled={looking} onClick={events.onLookAgain}>
              {say(looking ? 'submissionLookingForIt' : 'submissionLookNow')}
            </Button>
          </div>
        </div>
      );
    case 'opened':
      return <OpenedStatus draft={draft} opened={submission} now={now} looking={looking} {...events} />;
    default:
      return (
        <div className="cc-status" role="status">
          <Icon name="refresh" />
          <p>
            {say(steps[submission.step])} {say('submissionSafeToClose')}
          </p>
        </div>
      );
  }
}

function OpenedStatus(props: StatusProps & { opened: Opened }) {
  const say = useSay();
  const { draft, opened, now, looking } = props;
  const { pullRequest, status, statusAt } = opened;
  const over = status === 'merged' || status === 'closed';
  return (
    <div className="cc-status" role="status">
      <span className={status === 'closed' ? 'cc-mark cc-apart' : 'cc-mark cc-agree'}>
        <Icon name={status === 'closed' ? 'not-comparable' : 'agree'} />
      </span>
      <div>
        <p>
          <HubLink url={pullRequestUrl(hubPath(draft), pullRequest)}>
            <b>{say('submissionOpened', `${pullRequest}`)}</b> <Icon name="outside" size={12} />
          </HubLink>
        </p>
        <p className="cc-meta">
          {say('submissionStatusAt', say(statuses[status]), formatAge(say.locale, statusAt, now))}
          {status === 'open' &&
            ` · ${say(draft.kind === 'spec' ? 'submissionOpenedSpecNote' : 'submissionOpenedNote')}`}
        </p>
        <p className="cc-actions">
          {props.onAnother && (
            <Button outlined onClick={props.onAnother}>
              {say('submissionAnother')}
            </Button>
          )}
          <Button disabled={looking} onClick={props.onLookAgain}>
            {say('submissionLookAgain')}
          </Button>
          {!over && <Button onClick={props.onCloseOwn}>{say('draftsCloseOwn', `${pullRequest}`)}</Button>}
        </p>
      </div>
    </div>
  );
}

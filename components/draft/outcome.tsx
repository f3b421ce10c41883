import type { Brake } from '../../lib/draft/brakes.ts';
import type { Draft, DraftEntry } from '../../lib/draft/draft.ts';
import type { AnyGround } from '../../lib/draft/ground.ts';
import type { Planned } from '../../lib/draft/plan.ts';
import type { Account } from '../../lib/messaging/draft-messages.ts';
import { useSay } from '../ui/say.tsx';
import { type AccountEvents, AccountSection } from './account-section.tsx';
import { Brakes } from './brakes.tsx';
import { ByHand } from './by-hand.tsx';
import { ChecksLine } from './checks-line.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { Guideline } from './guideline.tsx';
import { Preview } from './preview.tsx';
import { Summary, type SummaryTexts } from './summary.tsx';

/** Where the reading of main and the pull requests stands. */
export interface GroundState {
  reading: boolean;
  /** It could not be asked for at all. */
  failed: boolean;
}

export interface OutcomeProps extends AccountEvents {
  draft: Draft;
  editable: boolean;
  /** The scores that are drafted; none for an `eval.yaml`. */
  entries: readonly DraftEntry[];
  /** The repository as it stands in the Hub's addresses. */
  repoPath: string;
  /** What is claimed and on what evidence, a line each. */
  summary: SummaryTexts;
  asDraft: boolean;
  /** Number of the reader's own pull request that is added to. */
  updates: number | undefined;
  ground: AnyGround | undefined;
  /** Names of the checks that found nothing, in the order in which they ran. */
  passed: readonly string[];
  /** Errors, and warnings that are not accepted yet. */
  inTheWay: { errors: number; warnings: number };
  groundState: GroundState;
  /** What the draft comes to as it stands. */
  planned: Planned;
  /** That is of an older text than the one in the form, which will be checked in a moment. */
  isBehind?: boolean;
  /** Limits that hold it back, in words. */
  brakes: readonly Brake[];
  account: Account | null | undefined;
  canSignIn: boolean;
  /** One of the first three: the guideline is shown. */
  newcomer: boolean;
  /** Sent from here, and the background has not said more yet. */
  sending: boolean;
  /** The last confirm did not even reach the background. */
  failed: boolean;
  /** Epoch ms; ages are told from here. */
  now: number;
  onCheckAgain(): void;
  onShowProblem(): void;
  onCopy(text: string): Promise<boolean>;
}

/** What the checks say, exactly what would be sent, in whose name, and the one button. */
export function Outcome(props: OutcomeProps) {
  const { draft, editable, entries, planned, account } = props;
  const say = useSay();
  const shown = editable ? previewOf(planned) : draft.plan;
  return (
    <div className="cc-composer-outcome">
      {editable && <ChecksLine {...props} />}
      <details className="cc-preview" open>
        <summary>{say('composerPreview')}</summary>
        {shown ? (
          <Preview plan={shown} files={editable ? planned.files : []} entries={entries} />
        ) : (
          <p className="cc-meta">{say('composerPreviewLater')}</p>
        )}
      </details>
      {editable && (
        <>
          <Brakes brakes={props.brakes} />
          <Summary
            {...props.summary}
            account={account ? say('composerSummaryAccount', account.name, say(methods[account.method])) : undefined}
            onSignOut={props.onSignOut}
          />
          {account !== undefined && (
            <AccountSection
              account={account}
              canSignIn={props.canSignIn}
              onToken={props.onToken}
              onSignIn={props.onSignIn}
            />
          )}
          {props.newcomer && <Guideline kind={draft.kind} />}
          <ByHand
            repo={props.repoPath}
            files={previewOf(planned)?.files ?? []}
            title={planned.title}
            onCopy={props.onCopy}
          />
        </>
      )}
      {draft.submission.step !== 'opened' && <ConfirmBar {...props} />}
    </div>
  );
}

const methods = { token: 'accountMethodToken', oauth: 'accountMethodOauth' } as const;

/** What may be shown as a file already: what does not even have its shape is none yet. */
const previewOf = (planned: Planned): Planned | undefined =>
  planned.files.length > 0 && !planned.problems.some(({ check, level }) => check === 'schema' && level === 'error')
    ? planned
    : undefined;

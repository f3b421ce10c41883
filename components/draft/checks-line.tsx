import type { MessageKey } from '../../lib/evals/message.ts';
import { Button } from '../ui/button.tsx';
import { formatAge } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import type { OutcomeProps } from './outcome.tsx';

type ChecksProps = Pick<OutcomeProps, 'passed' | 'ground' | 'groundState' | 'onCheckAgain' | 'now'>;

/** What a check that found nothing is called; a check without a word of its own is not named. */
const words: Record<string, MessageKey> = {
  schema: 'composerCheckSchema',
  benchmark: 'composerCheckBenchmark',
  scale: 'composerCheckScale',
  date: 'composerCheckDate',
  source: 'composerCheckSource',
  'source-states': 'composerCheckSourceStates',
  checkpoint: 'composerCheckCheckpoint',
  'model-named': 'composerCheckModelNamed',
  duplicates: 'composerCheckDuplicates',
  declined: 'composerCheckDeclined',
  conflicts: 'composerCheckConflicts',
  'official-harness': 'composerCheckHarness',
  'spec-duplicates': 'composerCheckSpecDuplicates',
  configs: 'composerCheckConfigs',
};

/** Which checks found nothing, whether main and the pull requests could be read, and when. */
export function ChecksLine({ passed, ground, groundState, onCheckAgain, now }: ChecksProps) {
  const say = useSay();
  const { reading, failed } = groundState;
  return (
    <section className="cc-checks" aria-label={say('composerChecks')}>
      <ul>
        {passed.map((name) => {
          const key = words[name];
          return (
            key && (
              <li key={name}>
                <span className="cc-mark cc-agree">
                  <Icon name="agree" size={12} />
                </span>
                {name.endsWith('duplicates') ? say(key, ground?.pullRequests.length ?? 0) : say(key)}
              </li>
            )
          );
        })}
      </ul>
      <p className="cc-meta">
        <span role="status">
          {reading && say('composerChecking')}
          {!reading && ground && say('composerCheckedAt', formatAge(say.locale, ground.at, now))}
        </span>{' '}
        {!reading && (ground || failed) && <Button onClick={onCheckAgain}>{say('composerCheckAgain')}</Button>}
      </p>
      {!reading && failed && (
        <div className="cc-problem cc-problem-error" role="alert">
          <span className="cc-mark cc-unreadable">
            <Icon name="unreadable" />
          </span>
          <span>{say('composerCheckFailed')}</span>
        </div>
      )}
    </section>
  );
}

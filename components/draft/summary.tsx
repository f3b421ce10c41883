import type { ScoresDraft } from '../../lib/draft/draft.ts';
import type { Say } from '../../lib/evals/say.ts';
import { Button } from '../ui/button.tsx';
import { formatList } from '../ui/format.ts';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { claimOf } from './draft-words.ts';
import { placesOf } from './evidence-block.tsx';

/** What is claimed, and on what evidence. */
export interface SummaryTexts {
  claims: readonly string[];
  evidence: readonly string[];
}

interface SummaryProps extends SummaryTexts {
  /** Whose account, in words; undefined for nobody's. */
  account: string | undefined;
  onSignOut?: () => Promise<void>;
}

/** The scores of a draft in short. */
export function scoresSummary({ repo, entries }: Pick<ScoresDraft, 'repo' | 'entries'>, say: Say): SummaryTexts {
  const model = repo.split('/')[1] ?? repo;
  const filled = entries.filter(({ valueText, dataset }) => valueText && dataset);
  const claims = filled.map(({ valueText, notes, ...entry }) => {
    const on = claimOf({ ...entry, valueText: '' });
    return notes
      ? say('composerSummaryClaimNotes', model, valueText, on, notes)
      : say('composerSummaryClaim', model, valueText, on);
  });
  const evidence = filled.map(({ evidence: one, source }) => {
    if (one.kind === 'typed')
      return source ? say('composerSummaryTyped', source.name ?? source.url) : say('composerNoSource');
    return formatList(say.locale, placesOf(one, say));
  });
  return { claims, evidence: [...new Set(evidence)] };
}

/** The three lines that are confirmed: what is claimed, on what evidence, in whose name. */
export function Summary({ claims, evidence, account, onSignOut }: SummaryProps) {
  const say = useSay();
  const nothing = say('composerSummaryNothing');
  return (
    <dl className="cc-summary">
      <Line name={say('composerClaims')} texts={claims} nothing={nothing} />
      <Line name={say('composerOnEvidence')} texts={evidence} nothing={nothing} />
      <div>
        <dt>{say('composerAs')}</dt>
        <dd className={account ? '' : 'cc-meta'}>
          {account ? (
            <>
              <Foreign text={account} />{' '}
              {onSignOut && <Button onClick={() => void onSignOut()}>{say('accountSignOut')}</Button>}
            </>
          ) : (
            say('accountNobody')
          )}
        </dd>
      </div>
    </dl>
  );
}

function Line({ name, texts, nothing }: { name: string; texts: readonly string[]; nothing: string }) {
  return (
    <div>
      <dt>{name}</dt>
      {texts.length === 0 && <dd className="cc-meta">{nothing}</dd>}
      {texts.map((text) => (
        <dd key={text}>
          <Foreign text={text} />
        </dd>
      ))}
    </div>
  );
}

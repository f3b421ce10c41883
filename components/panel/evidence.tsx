import type { ReactNode } from 'react';
import type { PullRequest } from '../../lib/evals/report.ts';
import type { CardCell, LoaderName, Origin, Score } from '../../lib/evals/score.ts';
import { commitUrl, fileUrl, pullRequestOf, pullRequestUrl } from '../../lib/evals/view/links.ts';
import { rowText } from '../../lib/evals/view/markdown.ts';
import { Button } from '../ui/button.tsx';
import { formatAge, formatDay } from '../ui/format.ts';
import { HubLink, SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { SourceCheck } from './explanation/source-check.tsx';
import { usePanel } from './panel-context.tsx';

const seen = {
  'eval-results': 'panelFactSeenApi',
  'main-files': 'panelFactSeenMain',
  'pull-requests': 'panelFactSeenPull',
  'model-card': 'panelFactSeenCard',
  'model-index': 'panelFactSeenIndex',
} as const satisfies Record<LoaderName, string>;

/** "How we know": every fact of one score with the place that it was read from, and where the Hub filled in. */
export function Evidence({ score, pullRequests }: { score: Score; pullRequests: readonly PullRequest[] }) {
  const say = useSay();
  const { repo, copy } = usePanel();
  const { source } = score;
  return (
    <div className="cc-evidence">
      <dl className="cc-facts">
        <Fact name={say('panelFactValue')}>
          <span className="cc-mono">
            <Foreign text={score.valueText} />
          </span>
          , {say(score.asWritten ? 'panelFactAsWritten' : 'panelFactFromApi')}
        </Fact>
        {score.notes && (
          <Fact name={say('panelFactNotes')}>
            <Foreign text={score.notes} />
          </Fact>
        )}
        {score.variant.tags.length > 0 && (
          <Fact name={say('panelFactSetup')}>
            {score.variant.tags.map((tag) => (
              <span key={`${tag.kind}${tag.value}${tag.from}`} className="cc-tag">
                {tag.kind} <Foreign text={tag.value} />
                <span className="cc-meta">
                  {' '}
                  <Foreign text={say('panelFactReadFrom', tag.quote)} />
                </span>
              </span>
            ))}
          </Fact>
        )}
        {score.origins.map((origin) => (
          <OriginFacts
            key={`${origin.kind}${origin.pullRequest}${origin.path}${origin.line}${origin.cell?.columnIndex}`}
            {...{ origin, pullRequests }}
          />
        ))}
        <Fact name={say('panelFactDate')}>
          <ScoreDate score={score} />
        </Fact>
        {source && (
          <Fact name={say('panelFactSource')}>
            <SourceLink url={source.url}>{source.name && <Foreign text={source.name} />}</SourceLink>
            {source.user && <NamedFor name={source.user} />}
            {source.org && <NamedFor name={source.org} />} <SourceCheck score={score} />
          </Fact>
        )}
        {score.revision && (
          <Fact name={say('panelFactRevision')}>
            <span className="cc-mono">
              <Foreign text={score.revision} />
            </span>
          </Fact>
        )}
        {score.verified && <Fact name={say('panelFactVerified')}>{say('panelFactVerifiedByHub')}</Fact>}
        {score.hasToken && !score.verified && <Fact name={say('panelFactVerified')}>{say('panelFactToken')}</Fact>}
      </dl>
      <Button onClick={() => copy(rowText(score, repo, say))}>{say('panelCopyRow')}</Button>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NamedFor({ name }: { name: string }) {
  const say = useSay();
  return (
    <span className="cc-meta">
      {' '}
      <Foreign text={say('panelFactSourceBy', name)} />
    </span>
  );
}

function ScoreDate({ score: { date, dateIsDefault } }: { score: Score }) {
  const say = useSay();
  if (!date) return say('panelFactNoDate');
  const day = formatDay(say.locale, date);
  return dateIsDefault ? say('panelFactDateDefault', day) : <Foreign text={day} />;
}

/** What a figure of the card is read by: the words of its row and column, and the notes on them. */
function CellFacts({ cell: { table, section, row, column, footnotes } }: { cell: CardCell }) {
  const say = useSay();
  return (
    <>
      <Fact name={say('panelFactColumn')}>
        <Foreign text={column} />
      </Fact>
      {table !== null && (
        <Fact name={say('panelFactTable')}>
          <Foreign text={[say('panelFactTableNumber', table), ...section].join(' › ')} />
        </Fact>
      )}
      {row && (
        <Fact name={say('panelFactRow')}>
          <Foreign text={row} />
        </Fact>
      )}
      {footnotes.length > 0 && (
        <Fact name={say('panelFactFootnotes')}>
          <Foreign text={footnotes.join('\n')} />
        </Fact>
      )}
    </>
  );
}

function OriginFacts({ origin, pullRequests }: { origin: Origin; pullRequests: readonly PullRequest[] }) {
  const say = useSay();
  const { repo, mainSha, now } = usePanel();
  const pullRequest = pullRequestOf(pullRequests, origin.pullRequest);
  const commit = origin.pullRequest === undefined ? mainSha : pullRequest?.head;
  const url = fileUrl(repo, origin, commit);
  const where =
    origin.pullRequest === undefined ? say('panelFactOnMain') : say('panelFactInPullRequest', `${origin.pullRequest}`);
  const opened = pullRequest?.createdAt && formatAge(say.locale, Date.parse(pullRequest.createdAt), now);
  return (
    <>
      {origin.path && url && (
        <Fact name={say('panelFactFile')}>
          <HubLink url={url} className="cc-mono">
            <Foreign text={origin.line === undefined ? origin.path : `${origin.path}:${origin.line}`} />
          </HubLink>{' '}
          {where}
          {origin.quote && (
            <pre className="cc-quote">
              <Foreign text={origin.quote} />
            </pre>
          )}
        </Fact>
      )}
      {origin.cell && <CellFacts cell={origin.cell} />}
      {origin.pullRequest !== undefined && (
        <Fact name={say('panelFactPullRequest')}>
          <HubLink url={pullRequestUrl(repo, origin.pullRequest)}>#{origin.pullRequest}</HubLink>{' '}
          {pullRequest?.title && <Foreign text={pullRequest.title} />}
          <span className="cc-meta">
            {pullRequest?.author && (
              <>
                {' · '}
                <Foreign text={pullRequest.author} />
              </>
            )}
            {opened && ` · ${opened}, ${formatDay(say.locale, pullRequest.createdAt ?? '')}`}
          </span>
        </Fact>
      )}
      <Fact name={say('panelFactSeenBy')}>{origin.seenBy.map((loader) => say(seen[loader])).join(', ')}</Fact>
      {commit && (
        <Fact name={say('panelFactCommit')}>
          <HubLink url={commitUrl(repo, commit)} className="cc-mono">
            {commit.slice(0, 7)}
          </HubLink>
        </Fact>
      )}
    </>
  );
}

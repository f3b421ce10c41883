import { useId } from 'react';
import type { Finding, PullRequest } from '../../lib/evals/report.ts';
import { fileUrl, pullRequestOf, pullRequestUrl } from '../../lib/evals/view/links.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { useSteps } from '../ui/use-steps.ts';
import { usePanel } from './panel-context.tsx';
import { SeverityIcon } from './standing.tsx';

const folded = 5;

interface FindingsProps {
  findings: readonly Finding[];
  pullRequests: readonly PullRequest[];
}

/** What could not be read in the files, and what is worth a remark: two lists, files that are unreadable first. */
export function Findings({ findings, pullRequests }: FindingsProps) {
  const say = useSay();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const remarks = findings.filter(({ severity, rule }) => severity !== 'error' && !isOfCard(rule));
  const doubts = findings.filter(({ severity, rule }) => severity !== 'error' && isOfCard(rule));
  const files = new Set(errors.map(({ path, pullRequest }) => `${pullRequest ?? ''}:${path}`)).size;
  return (
    <>
      <FindingList title={say('panelUnreadable', files)} findings={errors} pullRequests={pullRequests} unreadable />
      <FindingList title={say('panelRemarks', remarks.length)} findings={remarks} pullRequests={pullRequests} />
      <FindingList title={say('panelCardDoubts', doubts.length)} findings={doubts} pullRequests={pullRequests} closed />
    </>
  );
}

/** What the card leaves open keeps nobody from reading what is reported. */
const isOfCard = (rule: string) => /^(card|model-index)\//.test(rule);

function FindingList(props: FindingsProps & { title: string; unreadable?: boolean; closed?: boolean }) {
  const say = useSay();
  const steps = useSteps(props.closed ? 0 : folded);
  const id = useId();
  if (props.findings.length === 0) return null;
  const shown = props.findings.slice(0, steps.shown);
  const more = props.findings.length - shown.length;
  return (
    <section className={`cc-section ${props.closed ? 'cc-aside' : ''}`} aria-labelledby={id}>
      <h3 id={id} className={props.unreadable ? 'cc-unreadable' : ''}>
        <Icon name={props.unreadable ? 'unreadable' : 'info'} />
        <bdi>{props.title}</bdi>
      </h3>
      <ul className="cc-findings" hidden={shown.length === 0}>
        {shown.map((finding) => (
          <FindingItem
            key={`${finding.pullRequest}${finding.path}${finding.line}${finding.rule}${finding.at}`}
            finding={finding}
            pullRequest={pullRequestOf(props.pullRequests, finding.pullRequest)}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button className="cc-fold" onClick={steps.more}>
          {shown.length > 0 ? say('panelMoreScores', more) : say('panelDetails')}
          <Icon name="chevron" size={12} />
        </Button>
      )}
    </section>
  );
}

function FindingItem({ finding, pullRequest }: { finding: Finding; pullRequest: PullRequest | undefined }) {
  const say = useSay();
  const { repo, mainSha } = usePanel();
  const { line, pullRequest: number } = finding;
  const commit = number === undefined ? mainSha : pullRequest?.head;
  const place = {
    path: finding.path,
    ...(line !== null && { line }),
    ...(number !== undefined && { pullRequest: number }),
  };
  const file = <Foreign text={finding.path} />;
  const url = fileUrl(repo, place, commit);
  return (
    <li>
      <div className="cc-finding-place">
        {finding.severity !== 'error' && <SeverityIcon severity={finding.severity} />}
        {url ? (
          <HubLink url={url} className="cc-mono">
            {file}
            {line !== null && <span className="cc-nowrap">, {say('panelLine', line)}</span>}
          </HubLink>
        ) : (
          <span className="cc-mono">{file}</span>
        )}
        {number === undefined ? (
          <span className="cc-meta">{say('panelFactOnMain')}</span>
        ) : (
          <HubLink url={pullRequestUrl(repo, number)}>{say('panelPullRequestShort', `${number}`)}</HubLink>
        )}
      </div>
      <p>
        <Foreign text={say(finding.message)} />
      </p>
      {finding.text && (
        <pre className="cc-quote">
          <Foreign text={finding.text} />
        </pre>
      )}
      {finding.hubSays && (
        <p className="cc-meta cc-hub-says">
          <Foreign text={say('panelHubSays', finding.hubSays)} />
        </p>
      )}
    </li>
  );
}

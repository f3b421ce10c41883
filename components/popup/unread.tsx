import type { Report } from '../../lib/evals/report.ts';
import { SeverityIcon } from '../panel/standing.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

const most = 3;

interface UnreadProps {
  report: Report;
  /** Epoch ms; a wait that the Hub asked for is over from then on. */
  now: number;
  reading: boolean;
  onRetry(): void;
}

/** What could not be read: files with their line and rule, loaders with their reason. */
export function Unread({ report, now, reading, onRetry }: UnreadProps) {
  const say = useSay();
  const { findings, gaps } = report;
  const waits = gaps.some(({ retryAt }) => retryAt !== undefined && retryAt > now);
  return (
    <>
      {findings.length > 0 && (
        <section>
          <h2>{say('panelUnreadable', new Set(findings.map((one) => `${one.pullRequest} ${one.path}`)).size)}</h2>
          <ul className="cc-lines">
            {findings.slice(0, most).map((finding) => (
              <li key={`${finding.pullRequest} ${finding.path} ${finding.line} ${finding.rule}`}>
                <b className="cc-path">
                  <Foreign text={finding.path} />
                </b>
                <span className="cc-sentence">
                  <SeverityIcon severity={finding.severity} />
                  <span>
                    {finding.pullRequest === undefined
                      ? say('panelFactOnMain')
                      : say('panelPullRequestShort', String(finding.pullRequest))}
                    {finding.line !== null && `, ${say('panelLine', String(finding.line))}`}
                    {': '}
                    {say(finding.message)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {findings.length > most && <p className="cc-meta">{say('popupMoreInPanel', findings.length - most)}</p>}
        </section>
      )}
      {gaps.length > 0 && (
        <section>
          <h2>{say('panelGapsTitle')}</h2>
          <ul className="cc-lines">
            {gaps.slice(0, most).map((gap) => (
              <li key={`${gap.loader} ${gap.reason} ${gap.pullRequest} ${gap.path}`}>
                <span className="cc-sentence">
                  <Icon name="gap" /> <span>{say(gap.message)}</span>
                </span>
              </li>
            ))}
          </ul>
          {gaps.length > most && <p className="cc-meta">{say('popupMoreInPanel', gaps.length - most)}</p>}
          <Button disabled={reading || waits} onClick={onRetry}>
            {say('panelRetry')}
          </Button>
        </section>
      )}
    </>
  );
}

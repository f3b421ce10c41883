import type { Finding, Report } from '../../lib/evals/report.ts';
import { SeverityIcon } from '../panel/standing.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

/** So many findings stand in the popup; the panel has all of them. */
const most = 3;

/** The files that could not be read in full, with line and reason; remarks are only counted. */
export function Findings({ report }: { report: Report }) {
  const say = useSay();
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const remarks = report.findings.length - errors.length;
  const files = new Set(errors.map(({ pullRequest, path }) => `${pullRequest ?? 'main'} ${path}`)).size;
  if (report.findings.length === 0) return null;
  return (
    <section>
      {files > 0 && <h2>{say('panelUnreadable', files)}</h2>}
      {files > 0 && (
        <ul className="cc-lines">
          {errors.slice(0, most).map((finding) => (
            <li key={`${finding.pullRequest} ${finding.path} ${finding.line} ${finding.rule} ${finding.at}`}>
              <b className="cc-path">
                <Foreign text={finding.path} />
              </b>
              <span className="cc-sentence">
                <SeverityIcon severity={finding.severity} /> <FindingSentence finding={finding} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {errors.length > most && <p className="cc-meta">{say('popupMoreInPanel', errors.length - most)}</p>}
      {remarks > 0 && <p className="cc-meta">{say('panelRemarks', remarks)}</p>}
    </section>
  );
}

function FindingSentence({ finding }: { finding: Finding }) {
  const say = useSay();
  const { pullRequest, line } = finding;
  const where = pullRequest === undefined ? say('panelFactOnMain') : say('panelPullRequestShort', `${pullRequest}`);
  const what = say(finding.message);
  return (
    <span>
      <Foreign
        text={line === null ? say('popupFinding', where, what) : say('popupFindingAt', where, `${line}`, what)}
      />
    </span>
  );
}

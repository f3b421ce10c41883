import type { ReactNode } from 'react';
import type { Report } from '../../lib/evals/report.ts';
import { reportCounts } from '../../lib/evals/view/counts.ts';
import { Standings, Totals } from '../panel/overview.tsx';
import { Button } from '../ui/button.tsx';
import { formatAge } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Differing } from './differing.tsx';
import { Findings } from './findings.tsx';
import { Gaps } from './gaps.tsx';
import type { PopupEvents } from './popup.tsx';
import type { PopupState } from './popup-state.ts';
import { RepoName } from './repo-name.tsx';

interface SummaryProps extends PopupEvents {
  /** What stands between the counts and what is worth a look. */
  children?: ReactNode;
  state: Extract<PopupState, { kind: 'report' }>;
  panelAway: boolean;
  now: number;
}

/** The report of a model in a few lines. */
export function ReportSummary(props: SummaryProps) {
  const { state, panelAway, now, onOpenPanel, onOpenCard, onRefresh } = props;
  const { repo, report, reading, failed, onCard } = state;
  const say = useSay();
  const counts = reportCounts(report);
  const age = formatAge(say.locale, report.at, now);
  return (
    <>
      <section className="cc-head">
        <h1>
          <RepoName id={repo} />
        </h1>
        {onCard && !panelAway ? (
          <Button outlined onClick={onOpenPanel}>
            {say('popupOpenPanel')} <Icon name="chevron" />
          </Button>
        ) : (
          <Button outlined onClick={onOpenCard}>
            {say('popupOpenCard')} <Icon name="chevron" />
          </Button>
        )}
        {panelAway && <p role="status">{say('popupPanelAway')}</p>}
        {counts.scores > 0 ? (
          <>
            <p>
              <Totals counts={counts} />
            </p>
            <Standings counts={counts} />
          </>
        ) : (
          <Empty report={report} reading={reading} />
        )}
        <p className="cc-meta" role="status">
          {reading ? (
            report.stored ? (
              say('panelStoredChecking', age)
            ) : (
              say('popupReading')
            )
          ) : (
            <time dateTime={new Date(report.at).toISOString()}>{say('popupAt', age)}</time>
          )}
        </p>
        {failed && <p role="alert">{say('popupFailed')}</p>}
      </section>
      {props.children}
      <Differing report={report} />
      <Findings report={report} />
      <Gaps report={report} now={now} reading={reading} onRetry={onRefresh} />
    </>
  );
}

/** No score: nothing there, nothing yet, or nothing that could be read. The reasons themselves stand below. */
function Empty({ report, reading }: { report: Report; reading: boolean }) {
  const say = useSay();
  if (reading) return null;
  const incomplete = report.gaps.length > 0 || report.findings.length > 0;
  return <p>{say(incomplete ? 'panelNoResultsSoFar' : 'panelNoResults')}</p>;
}

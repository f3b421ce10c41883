import { startTransition, useEffect, useMemo, useRef } from 'react';
import type { Group, Report } from '../../lib/evals/report.ts';
import type { ReportCounts } from '../../lib/evals/view/counts.ts';
import { type FilterName, filterGroups, sortScores } from '../../lib/evals/view/filter.ts';
import { arrangeGroups, foldRows, needsFilterBox } from '../../lib/evals/view/fold.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { useSteps } from '../ui/use-steps.ts';
import { Findings } from './findings.tsx';
import { Gaps } from './gaps.tsx';
import { Missing } from './missing.tsx';
import { Standings, Totals } from './overview.tsx';
import { usePanel } from './panel-context.tsx';
import { ScoreGroup } from './score-group.tsx';
import { Sentences } from './sentences.tsx';
import { Toolbar } from './toolbar.tsx';
import { useFrozenHeight } from './use-frozen-height.ts';
import { useKeptOrder } from './use-kept-order.ts';
import { useView, type View } from './use-view.ts';

const filterNames: readonly FilterName[] = ['all', 'merged', 'community', 'verified', 'card', 'differing'];
/** However many conflict: beyond this a panel is no summary any more, and drawing it holds up the page. */
const mostOpen = 12;

type ArrangedGroup = ReturnType<typeof arrangeGroups>[number];

const groupId = ({ dataset, task }: Group) => `${dataset}\n${task}`;
const scoresIn = (groups: readonly Group[]) => groups.reduce((sum, { scores }) => sum + scores.length, 0);

interface ReportBodyProps {
  id: string;
  report: Report | undefined;
  counts: ReportCounts | undefined;
  loading: boolean;
  failure: string | undefined;
  now: number;
  /** Px that the first groups have to fill; all are drawn where it is absent. */
  room: number | undefined;
  onRefresh: () => void;
  onReadEveryPullRequest: () => void;
  onOpenOptions: () => void;
}

/** Everything below the panel's first line. */
export function ReportBody({ id, report, counts, loading, now, room, ...props }: ReportBodyProps) {
  const { wished, shown, change, reset } = useView();
  const body = useRef<HTMLDivElement>(null);
  const hasScores = counts !== undefined && counts.scores > 0;
  // What only the card states is no result yet: it waits behind its fold.
  const hasResults = counts !== undefined && counts.reported > 0;
  useFrozenHeight(body, hasScores && room === undefined, loading);

  // An old report says first why it is old.
  const old = report?.stored === true && !loading;
  const gaps = report && (
    <Gaps
      report={report}
      busy={loading}
      now={now}
      onRetry={props.onRefresh}
      onReadEveryPullRequest={props.onReadEveryPullRequest}
      onOpenOptions={props.onOpenOptions}
    />
  );

  return (
    <div id={id} ref={body} className="cc-body">
      <Sentences report={report} loading={loading} failure={props.failure} now={now} onRefresh={props.onRefresh} />
      {old && gaps}
      {hasResults && (
        <div className="cc-overview">
          <Totals counts={counts} />
          <Standings counts={counts} />
        </div>
      )}
      {report && hasResults && <FilterBar report={report} wished={wished} onView={change} />}
      {report && hasScores && <Groups report={report} view={shown} room={room} onReset={reset} />}
      {report && room === undefined && <Findings findings={report.findings} pullRequests={report.pullRequests} />}
      {!old && room === undefined && gaps}
      {report && room === undefined && (hasScores || !loading) && <Missing report={report} />}
    </div>
  );
}

function FilterBar({
  report,
  wished,
  onView,
}: {
  report: Report;
  wished: View;
  onView: (change: Partial<View>) => void;
}) {
  const { groups } = report;
  const counts = useMemo(
    () =>
      Object.fromEntries(filterNames.map((name) => [name, scoresIn(filterGroups(groups, { name }))])) as Record<
        FilterName,
        number
      >,
    [groups],
  );
  return <Toolbar view={wished} counts={counts} withText={needsFilterBox(groups)} onView={onView} />;
}

interface GroupsProps extends Pick<ReportBodyProps, 'room'> {
  report: Report;
  view: View;
  onReset: () => void;
}

function Groups({ report, view, room, onReset }: GroupsProps) {
  const say = useSay();
  const steps = useSteps(0);
  const arranged = useMemo(() => {
    const passing = filterGroups(report.groups, { name: view.filter, text: view.text });
    const sorted = passing.map((group) => ({ ...group, scores: sortScores(group.scores, view.sort) }));
    const everything = view.filter === 'all' && !view.text;
    return arrangeGroups(view.sort === 'found' && everything ? passing : sorted, everything);
  }, [report.groups, view]);
  const deal = JSON.stringify(view);
  const kept = useKeptOrder(arranged, ({ group }) => groupId(group), deal);
  const { asked } = usePanel();
  const isAsked = ({ scores }: Group) => scores.some(({ id }) => id === asked?.score);
  const open = useOpenGroups(kept, steps.shown, deal, isAsked);
  const isFiltered = asked && report.groups.some(isAsked) && !kept.some(({ group }) => isAsked(group));
  useEffect(() => {
    if (isFiltered) onReset();
  }, [isFiltered, onReset]);
  const folded = kept.length - open.length;
  const drawn = room === undefined ? open : firstInSight(open, room);

  if (kept.length === 0) {
    return (
      <p className="cc-sentence">
        {say('panelNothingLeft')} <Button onClick={onReset}>{say('panelClearFilter')}</Button>
      </p>
    );
  }
  return (
    <>
      {drawn.map(({ group }) => (
        <ScoreGroup key={groupId(group)} group={group} pullRequests={report.pullRequests} deal={deal} />
      ))}
      {folded > 0 && drawn === open && (
        <Button className="cc-fold cc-more-groups" onClick={() => startTransition(steps.more)}>
          {say(open.length > 0 ? 'panelMoreGroups' : 'panelBenchmarks', folded)}
          <Icon name="chevron" size={12} />
        </Button>
      )}
    </>
  );
}

/** What a group and a score take at least, in px: a head and a line each, in the widest panel. */
const LEAST = { group: 48, score: 24 };

/** The first groups, as many as fill the room even if each were as low as it can be. */
function firstInSight(open: readonly ArrangedGroup[], room: number): readonly ArrangedGroup[] {
  let filled = 0;
  const enough = open.findIndex(({ group }) => {
    filled += LEAST.group + LEAST.score * foldRows(group).shown.length;
    return filled >= room;
  });
  return enough < 0 ? open : open.slice(0, enough + 1);
}

/**
 * The groups that are not folded, and `more` of the others. One that was open stays so, whatever later snapshots bring,
 * until a new deal.
 */
function useOpenGroups(
  kept: readonly ArrangedGroup[],
  more: number,
  deal: string,
  isAsked: (group: Group) => boolean,
): readonly ArrangedGroup[] {
  const opened = useRef({ deal, ids: new Set<string>() });
  if (opened.current.deal !== deal) opened.current = { deal, ids: new Set() };
  const { ids } = opened.current;
  const room = mostOpen - kept.filter(({ group }) => ids.has(groupId(group))).length;
  const fresh = kept.filter(({ group, folded }) => !folded && !ids.has(groupId(group))).slice(0, Math.max(0, room));
  for (const { group } of [...fresh, ...kept.filter(({ group }) => isAsked(group))]) ids.add(groupId(group));
  const asked = new Set(kept.filter(({ group }) => !ids.has(groupId(group))).slice(0, more));
  return kept.filter((one) => asked.has(one) || ids.has(groupId(one.group)));
}

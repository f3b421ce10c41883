import { explain } from '../evals/checks/explain.ts';
import { pageFactsOf } from '../evals/checks/page-facts.ts';
import { dismissalKey, type VerdictName } from '../evals/dismissal.ts';
import type { Explanation } from '../evals/explanation.ts';
import type { NamedVerdicts, Protocol } from '../messaging/protocol.ts';
import { Refused } from '../messaging/refused.ts';
import { isHubUrl, type Sender, tabShows } from '../messaging/senders.ts';
import type { DismissalStore } from '../store/dismissals.ts';
import type { ReadersView } from './readers-view.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';
import { spreadReport } from './spread.ts';
import { repoOf, type Tabs } from './tabs.ts';

interface VerdictParts {
  tabs: Tabs;
  desk: Pick<ReportDesk, 'latest'>;
  view: ReadersView;
  dismissals: Pick<DismissalStore, 'add' | 'remove'>;
}

type VerdictMessage = 'readExplanation' | 'dismissVerdicts' | 'restoreVerdicts';

/** What the background answers about verdicts: what is behind one, and which the reader does not want to see. */
export function createVerdictHandlers(parts: VerdictParts): Pick<Handlers, VerdictMessage> {
  const { dismissals } = parts;
  const keysOf = ({ repo, verdicts }: NamedVerdicts) => verdicts.map((verdict) => dismissalKey(repo, verdict));
  return {
    async readExplanation(pair, sender) {
      checkRepo('readExplanation', pair.repo, sender);
      return readExplanation(parts, pair);
    },
    async dismissVerdicts(which, sender) {
      checkRepo('dismissVerdicts', which.repo, sender);
      await dismissals.add(keysOf(which));
      await showAnew(parts, which.repo);
    },
    async restoreVerdicts(which, sender) {
      checkRepo('restoreVerdicts', which.repo, sender);
      await dismissals.remove(keysOf(which));
      await showAnew(parts, which.repo);
    },
  };
}

function checkRepo(type: keyof Protocol, repo: string, sender: Sender): void {
  if (isHubUrl(sender.url) && !tabShows(sender, repo)) {
    throw new Refused(`"${type}" speaks of ${repo}, which this tab does not show`);
  }
}

async function readExplanation(
  { desk, view }: VerdictParts,
  { repo, ...name }: { repo: string } & VerdictName,
): Promise<Explanation | undefined> {
  const kept = await desk.latest(repo);
  const report = kept && (await view.of(kept));
  for (const { scores, verdicts } of report?.groups ?? []) {
    const verdict = verdicts.find(({ a, b, code }) => a === name.a && b === name.b && code === name.code);
    if (verdict)
      return explain(scores, verdict, {
        repo: report?.repo,
        thresholds: await view.thresholds(),
        page: report && pageFactsOf(report),
      });
  }
  return undefined;
}

/** What the reader chose has changed: brings the report, judged anew, to every tab that shows it. */
export async function showAnew({ tabs, desk, view }: Omit<VerdictParts, 'dismissals'>, repo: string): Promise<void> {
  view.forget();
  const report = await desk.latest(repo);
  if (report) await spreadReport(tabs, await view.of(report));
}

/** {@link showAnew} for every repository that a tab shows. */
export async function showAllAnew(parts: Omit<VerdictParts, 'dismissals'>): Promise<void> {
  const repos = new Set<string>();
  await parts.tabs.where(({ page }) => {
    const repo = repoOf(page);
    if (repo !== undefined) repos.add(repo);
    return false;
  });
  await Promise.all([...repos].map((repo) => showAnew(parts, repo)));
}

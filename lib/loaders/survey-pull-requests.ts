import { readApiEntriesInSlices } from '../evals/api-entries.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import type { Gap } from '../evals/report.ts';
import type { FoundEntry } from '../evals/score.ts';
import { type Discussion, listOpen, type OpenList } from '../hub/discussions.ts';
import type { LoaderContext } from './loader.ts';
import { namedByApi } from './named-by-api.ts';
import { speaksOfEvaluation } from './speaks-of-evaluation.ts';
import { toGap } from './to-gap.ts';

/** Pull requests that are looked into by themselves; the rest when the reader asks. */
const atMost = 30;

/** What is known before the first pull request is looked into. */
export interface Survey {
  /** With the Hub's own spelling. */
  repo: string;
  gated: boolean;
  /** Numbers that the API names. */
  named: number[];
  /** What the API ascribes to pull requests. */
  fromApi: FoundEntry[];
  listed: Discussion[];
  /** How many open ones there are beyond {@link listed}. */
  unlisted: number;
  /** The list failed, but the API named some. */
  gaps: Gap[];
  /** Which to look into, the surest first. */
  worthLooking: number[];
}

/** Asks the API and the list side by side; rejects when neither has a pull request to tell of and the list failed. */
export async function surveyPullRequests(context: LoaderContext): Promise<Survey> {
  const { repo, modelInfo, everyPullRequest } = context;
  const asking = modelInfo();
  // A legacy id has no owner, and gets its real name from the API first.
  const listing = repo.includes('/') ? listOf(context, repo) : asking.then(({ facts }) => listOf(context, facts.id));
  const [asked, list] = await Promise.allSettled([asking, listing]);
  const info = asked.status === 'fulfilled' ? asked.value : undefined;
  const named = info ? namedByApi(info).pullRequests : [];
  if (list.status === 'rejected' && named.length === 0) throw list.reason;
  const { listed, unlisted } = list.status === 'fulfilled' ? list.value : { listed: [], unlisted: 0 };

  const titled = listed.filter(({ title }) => speaksOfEvaluation(title));
  // Without the API's word any of them may matter.
  const others = everyPullRequest || !info ? listed : [];
  const all = [...new Set([...named, ...[...titled, ...others].map(({ num }) => num)])];
  return {
    repo: info?.facts.id ?? repo,
    gated: Boolean(info?.facts.gated),
    named,
    fromApi: (await readApiEntriesInSlices(info?.evalResults)).entries.filter(
      ({ origin }) => origin.pullRequest !== undefined,
    ),
    listed,
    unlisted,
    gaps: list.status === 'rejected' ? [toGap('pull-requests', list.reason)] : [],
    worthLooking: everyPullRequest ? all : all.slice(0, atMost),
  };
}

/** The first page of the open ones, or all when the reader asks for every one; nothing when the page says that there are none. */
const listOf = async (
  { hub, signal, openDiscussions, everyPullRequest }: LoaderContext,
  repo: string,
): Promise<OpenList> =>
  openDiscussions === 0
    ? { listed: [], unlisted: 0 }
    : listOpen(hub, modelRepo(repo), Boolean(everyPullRequest), { signal });

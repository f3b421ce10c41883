import * as z from 'zod/mini';
import { modelRepo } from '../evals/repo-ref.ts';
import type { Gap } from '../evals/report.ts';
import { readDiscussion } from '../hub/discussion.ts';
import { isGate, isGeneral } from '../hub/hub-error.ts';
import { readPullRequestFiles } from '../hub/pull-request-files.ts';
import { listRefs } from '../hub/refs.ts';
import { keep, privacyOf, readKept } from './kept.ts';
import type { Loader, LoaderContext } from './loader.ts';
import { evidenceOfKept, type Looked, pullRequestEvidence } from './pull-request-evidence.ts';
import { type PullRequestRecord, readRecord, recordSchema, toRecord } from './pull-request-record.ts';
import { surveyPullRequests } from './survey-pull-requests.ts';
import { toGap } from './to-gap.ts';

const name = 'pull-requests';

const keptSchema = z.array(recordSchema);

/** A pull request with more text than this is read again each time, so that the store stays small. */
const keptCharacters = 128 * 1024;

/** The open pull requests: who made them, what they change, and the good entries of files that the API rejects. */
export const pullRequests: Loader = {
  name,
  async load(context, emit) {
    const { hub, signal, openDiscussions } = context;
    const kept = new Map((await readKept(context, name, keptSchema))?.map((record) => [record.num, record]));
    // One request tells which heads moved; it is only worth asking when something is kept.
    const moving =
      kept.size > 0 && openDiscussions !== 0 ? listRefs(hub, modelRepo(context.repo), { signal }) : undefined;
    const [survey, refs] = await Promise.all([
      surveyPullRequests(context),
      moving?.catch(() => undefined),
      kept.size > 0 ? evidenceOfKept([...kept.values()]).then(emit) : undefined,
    ]);
    const { repo } = survey;
    const looked = new Map<number, Looked>();
    const tell = () => emit(pullRequestEvidence(survey, looked));
    tell();

    let shut: 'all' | 'files' | undefined;
    /** A gate or a dead line is the same for every pull request: said once, and the rest is not asked. */
    const failed = (num: number, error: unknown, path?: string): Gap[] => {
      if (shut === 'all' || (shut === 'files' && isGate(error))) return [];
      if (isGeneral(error)) shut = 'all';
      else if (isGate(error)) shut = 'files';
      const single = !isGeneral(error) && !isGate(error);
      return [{ ...toGap(name, error), ...(single && { pullRequest: num, ...(path !== undefined && { path }) }) }];
    };

    const ask = async (num: number): Promise<Looked> => {
      const record = kept.get(num);
      if (record?.head !== undefined && record.head === refs?.pullRequests.get(num)) {
        return { record, isKept: true, isRead: true, gaps: [] };
      }
      const details = await readDiscussion(hub, modelRepo(repo), num, { signal });
      const bare = toRecord(details, []);
      if (isOver(bare)) return { record: bare, isRead: true, gaps: [] };
      if (shut !== undefined && details.diff === undefined) return { record: bare, gaps: [] };
      try {
        const { files, failures, unopened } = await readPullRequestFiles(hub, modelRepo(repo), details, { signal });
        const gaps = failures.flatMap(({ path, error }) => failed(num, error, path));
        if (unopened > 0) {
          const message = { key: 'gapMoreFiles', args: [unopened] } as const;
          gaps.push({ loader: name, reason: 'too-large', message, pullRequest: num });
        }
        return { record: toRecord(details, files), isRead: failures.length === 0 || files.length > 0, gaps };
      } catch (error) {
        return { record: bare, gaps: failed(num, error) };
      }
    };

    const lookInto = async (num: number) => {
      if (shut === 'all') return;
      const found = await ask(num).catch((error: unknown): Looked => ({ gaps: failed(num, error) }));
      if (found.record) found.read = await readRecord(found.record, survey.fromApi);
      looked.set(num, found);
      tell();
    };

    const [first, ...rest] = survey.worthLooking;
    if (first !== undefined) {
      const one = lookInto(first);
      // Behind a gate the first one tells whether the others are worth more than their details.
      if (survey.gated) await one;
      await Promise.all([one, ...rest.map(lookInto)]);
    }
    await keepRecords(context, kept, looked);
    return pullRequestEvidence(survey, looked);
  },
};

/** Closed or merged since the list or the API spoke of it: it brings nothing of its own any more. */
function isOver({ status }: PullRequestRecord): boolean {
  return status === 'closed' || status === 'merged';
}

/** Keeps what was read in full, and nothing that is not open any more. */
async function keepRecords(
  context: LoaderContext,
  kept: ReadonlyMap<number, PullRequestRecord>,
  looked: ReadonlyMap<number, Looked>,
): Promise<void> {
  if (context.signal.aborted) return;
  const records = [...looked.values()].flatMap(({ record, isRead, gaps }) => {
    const isWhole = isRead && gaps.length === 0 && record?.head !== undefined && !isOver(record);
    return isWhole && record.files.every(({ text }) => text.length <= keptCharacters) ? [record] : [];
  });
  const changed = records.length !== kept.size || records.some((record) => kept.get(record.num) !== record);
  if (changed) await keep(context, name, records, await privacyOf(context));
}

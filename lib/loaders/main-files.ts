import * as z from 'zod/mini';
import { parseResultsFileInSlices } from '../evals/parse.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import type { Evidence } from '../evals/report.ts';
import { HubError, isGate, isGeneral } from '../hub/hub-error.ts';
import { type RepoFile, readRepoFile } from '../hub/repo-file.ts';
import { listTree } from '../hub/tree.ts';
import { isResultsFile, resultsFolder } from '../hub/urls.ts';
import { keep, privacyOf, readKept } from './kept.ts';
import type { Loader, LoaderContext } from './loader.ts';
import { namedByApi } from './named-by-api.ts';
import { toGap } from './to-gap.ts';

const name = 'main-files';

/** Files that are opened at most; real repositories have below 40. More would be somebody's attack on the reader's quota. */
const atMost = 60;

/** The files as they were at one commit of main. */
const keptSchema = z.object({
  sha: z.string(),
  files: z.array(z.object({ path: z.string(), text: z.string(), size: z.exactOptional(z.number()) })),
});

interface Wanted {
  repo: string;
  /** Head of main; undefined when the API did not say. */
  sha: string | undefined;
  paths: string[];
  gated: boolean;
}

/** Which files to read: those that the API names; when it has failed on its own account, those of the tree. */
async function findFiles({ repo, hub, signal, modelInfo }: LoaderContext): Promise<Wanted> {
  try {
    const info = await modelInfo();
    const { id, sha, gated } = info.facts;
    return { repo: id, sha, paths: namedByApi(info).mainFiles, gated: gated !== false };
  } catch (error) {
    if (!(error instanceof HubError && ['server', 'timeout', 'unexpected', 'too-large'].includes(error.reason)))
      throw error;
    const files = await listTree(hub, modelRepo(repo), 'main', resultsFolder, { signal });
    return {
      repo,
      sha: undefined,
      paths: [...new Set(files.map(({ path }) => path).filter(isResultsFile))],
      gated: false,
    };
  }
}

/** The results files on main, read themselves: values as written, lines, and the good entries of files that the API rejects. */
export const mainFiles: Loader = {
  name,
  async load(context, emit) {
    const { hub, signal } = context;
    const evidence: Evidence = { entries: [], findings: [], gaps: [], pullRequests: [] };
    const tell = () =>
      emit({ ...evidence, entries: [...evidence.entries], findings: [...evidence.findings], gaps: [...evidence.gaps] });
    const take = async (path: string, { text, size }: RepoFile) => {
      const { entries, findings } = await parseResultsFileInSlices(text, {
        path,
        loader: name,
        ...(size !== undefined && { size }),
      });
      evidence.entries.push(...entries);
      evidence.findings.push(...findings);
    };

    const kept = await readKept(context, name, keptSchema);
    // What was there last time is shown until the Hub has said whether it still is.
    if (kept) {
      for (const file of kept.files) await take(file.path, file);
      tell();
      Object.assign(evidence, { entries: [], findings: [] });
    }
    const { repo, sha, paths: all, gated } = await findFiles(context);
    const paths = all.slice(0, atMost);
    const more = all.length - paths.length;
    if (more > 0) {
      const message = { key: 'gapMoreFiles', args: [more] } as const;
      evidence.gaps.push({ loader: name, reason: 'too-large', message });
    }
    const known = new Map(kept && kept.sha === sha ? kept.files.map((file) => [file.path, file]) : []);
    const read = new Map<string, RepoFile>();
    let shut = false;

    const readOne = async (path: string) => {
      if (shut) return;
      try {
        const file = known.get(path) ?? (await readRepoFile(hub, modelRepo(repo), sha ?? 'main', path, { signal }));
        read.set(path, file);
        await take(path, file);
      } catch (error) {
        if (shut) return;
        // A gate or a dead line is the same for every file: said once.
        shut = isGeneral(error) || isGate(error);
        evidence.gaps.push({ ...toGap(name, error), ...(!shut && { path }) });
      }
      tell();
    };

    const [first, ...rest] = paths;
    if (first !== undefined && gated) await readOne(first);
    await Promise.all((gated ? rest : paths).map(readOne));
    if (sha !== undefined && paths.some((path) => read.get(path) !== known.get(path)) && evidence.gaps.length === 0) {
      const files = [...read].map(([path, file]) => ({ path, ...file }));
      await keep(context, name, { sha, files }, await privacyOf(context));
    }
    return evidence;
  },
};

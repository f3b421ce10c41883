import type { CommitPlan, DiscussionPlan, RepositoryPlan } from '../hub/load/plan.ts';

type Files = CommitPlan['files'];

/** A pull request in a few words; `files` is what it adds, changes or (`null`) deletes. */
export interface PullRequestSketch extends Partial<Omit<DiscussionPlan, 'commits'>> {
  num: number;
  files?: Files;
}

export interface ModelSketch {
  id: string;
  main?: Files;
  pullRequests?: PullRequestSketch[];
  facts?: Record<string, unknown>;
  aliases?: string[];
}

/** A model repository for the local Hub, built in a test. */
export function modelPlan({ id, main = {}, pullRequests = [], facts = {}, aliases = [] }: ModelSketch): RepositoryPlan {
  return {
    type: 'model',
    id,
    aliases,
    facts,
    readers: [],
    commits: [{ at: '2026-02-01T10:00:00Z', message: 'First commit', files: { 'README.md': `# ${id}\n`, ...main } }],
    discussions: pullRequests.map(({ num, files, ...rest }) => ({
      num,
      title: 'Add evaluation results',
      author: 'reader',
      createdAt: '2026-03-01T10:00:00.000Z',
      status: 'open',
      ...rest,
      commits: files ? [{ at: '2026-03-01T10:00:00Z', author: 'reader', message: 'Add results', files }] : [],
    })),
    kept: [],
    verified: [],
  };
}

/** A results file with entries of the benchmark GPQA (task `diamond`), one for each value, in the plain form. */
export function gpqaFile(...values: (string | { value: string; notes: string })[]): string {
  return values
    .map((given) => {
      const { value, notes } = typeof given === 'string' ? { value: given, notes: undefined } : given;
      return `- dataset:\n    id: Idavidrein/gpqa\n    task_id: diamond\n  value: ${value}\n${notes ? `  notes: ${notes}\n` : ''}`;
    })
    .join('');
}

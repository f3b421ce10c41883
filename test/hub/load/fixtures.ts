import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CommitPlan, RepositoryPlan } from './plan.ts';

const isoTime = z.iso.datetime();
const commitSchema = z.strictObject({
  at: isoTime,
  message: z.string().optional(),
  author: z.string().optional(),
  files: z.array(z.string()),
});
const statusSchema = z.enum(['draft', 'open', 'closed', 'merged']).default('open');
const discussionSchema = z.strictObject({
  num: z.int().positive(),
  title: z.string(),
  author: z.string().optional(),
  createdAt: isoTime,
  status: statusSchema,
  description: z.string().optional(),
});
const pullRequestSchema = z.strictObject({
  ...discussionSchema.omit({ num: true }).shape,
  /** Which file came when; files not named here come with the first commit. */
  commits: z.array(commitSchema).optional(),
  deletes: z.array(z.string()).optional(),
});
const repositorySchema = z.looseObject({
  id: z.string(),
  type: z.enum(['model', 'dataset']).default('model'),
  aliases: z.array(z.string()).default([]),
  readers: z.array(z.string()).default([]),
  discussionsDisabled: z.boolean().default(false),
  createdAt: isoTime,
  commits: z.array(commitSchema).default([]),
  discussions: z.array(discussionSchema).default([]),
  /** Open pull requests that touch only the card: their numbers, first and last, and titles taken in turn. */
  quietPullRequests: z
    .strictObject({ from: z.int(), to: z.int(), createdAt: isoTime, titles: z.array(z.string()).nonempty() })
    .optional(),
  verified: z.array(z.strictObject({ path: z.string(), pullRequest: z.int().optional(), index: z.int() })).default([]),
});

/** Reads a YAML file through a schema; the message names the file. */
function readYaml<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/** Path (with `/`) → bytes of all files under a folder. */
function readFiles(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Map(
    found.map((item) => {
      const path = join(item.parentPath, item.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
}

/** Spreads files over the commits that name them; the rest goes into `rest`, which comes first. */
function spread(files: Map<string, Buffer>, named: z.infer<typeof commitSchema>[], rest: CommitPlan, where: string) {
  const left = new Map(files);
  const later = named.map((commit): CommitPlan => {
    const own: CommitPlan['files'] = {};
    for (const path of commit.files) {
      const content = files.get(path);
      if (!content) throw new Error(`${where} names ${path}, which is not there.`);
      own[path] = content;
      left.delete(path);
    }
    const author = commit.author ?? rest.author;
    return { at: commit.at, message: commit.message ?? rest.message, ...(author && { author }), files: own };
  });
  const first = { ...rest, files: { ...rest.files, ...Object.fromEntries(left) } };
  return Object.keys(first.files).length > 0 || later.length === 0 ? [first, ...later] : later;
}

/** Plans the repository of one fixture folder; the format is described in `test/fixtures/README.md`. */
export function planFixture(folder: string): RepositoryPlan {
  const path = join(folder, 'repo.yaml');
  const { commits, discussions, quietPullRequests, verified, aliases, readers, type, discussionsDisabled, ...facts } =
    readYaml(path, repositorySchema);
  const main = readFiles(join(folder, 'main'));
  const plan: RepositoryPlan = {
    type,
    id: facts.id,
    aliases,
    readers,
    discussionsDisabled,
    facts,
    commits: spread(main, commits, { at: facts.createdAt, message: 'initial commit', files: {} }, path),
    discussions: discussions.map(({ author, description, ...rest }) => ({
      ...rest,
      ...(author && { author }),
      ...(description && { description }),
    })),
    kept: [],
    verified: verified.map(({ pullRequest, ...rest }) => ({ ...rest, ...(pullRequest && { pullRequest }) })),
  };
  const pulls = join(folder, 'pull-requests');
  for (const name of existsSync(pulls) ? readdirSync(pulls) : []) {
    plan.discussions.push(planPullRequest(Number(name), join(pulls, name)));
  }
  for (let num = quietPullRequests?.from ?? 1; quietPullRequests && num <= quietPullRequests.to; num++) {
    const title = quietPullRequests.titles[num % quietPullRequests.titles.length] ?? '';
    const card = `${main.get('README.md') ?? ''}\n<!-- ${title} (${num}) -->\n`;
    const at = new Date(Date.parse(quietPullRequests.createdAt) + num * 3_600_000).toISOString();
    plan.discussions.push({
      num,
      title,
      author: `reader-${num}`,
      createdAt: at,
      status: 'open',
      commits: [{ at, message: title, author: `reader-${num}`, files: { 'README.md': card } }],
    });
  }
  return plan;
}

function planPullRequest(num: number, folder: string): RepositoryPlan['discussions'][number] {
  const path = join(folder, 'pull-request.yaml');
  const { commits, deletes, author, description, ...rest } = readYaml(path, pullRequestSchema);
  const files = readFiles(folder);
  files.delete('pull-request.yaml');
  const first: CommitPlan = {
    at: rest.createdAt,
    message: rest.title,
    ...(author && { author }),
    files: Object.fromEntries((deletes ?? []).map((gone) => [gone, null])),
  };
  return {
    num,
    ...rest,
    ...(author && { author }),
    ...(description && { description }),
    commits: spread(files, commits ?? [], first, path),
  };
}

/** The fixture folders under `root`. */
export const planFixtures = (root: string): RepositoryPlan[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => planFixture(join(root, item.name)));

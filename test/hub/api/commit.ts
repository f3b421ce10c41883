import { FastImport } from '../git/fast-import.ts';
import { checkGate, owns, writer } from '../http/access.ts';
import { type Context, flagParam } from '../http/context.ts';
import { badRequest, HubFault, notPermitted } from '../http/fault.ts';
import { json, type Reply } from '../http/reply.ts';
import { createDiscussion } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { nextNumber } from './change-discussion.ts';
import { commitAt } from './tree.ts';

interface SentCommit {
  summary: string;
  description: string;
  parentCommit: string | undefined;
  files: Record<string, Buffer | null>;
}

interface Line {
  key?: string;
  value?: Record<string, unknown>;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the NDJSON that the clients send, or one JSON object. */
function parseCommit(body: string, contentType: string): SentCommit {
  let lines: Line[];
  try {
    lines = contentType.includes('ndjson')
      ? body
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Line)
      : fromObject(JSON.parse(body) as Record<string, unknown>);
  } catch {
    throw badRequest('The body is neither NDJSON nor JSON');
  }
  const header = lines.find((line) => line.key === 'header')?.value;
  if (!header || asText(header.summary) === '')
    throw badRequest('✖ Invalid input: expected string, received undefined\n  → at summary');
  const files: SentCommit['files'] = {};
  for (const { key, value = {} } of lines) {
    const path = asText(value.path);
    if (key === 'header') continue;
    if (path === '' || path.startsWith('/') || path.split('/').includes('..'))
      throw badRequest(`Invalid path: "${path}"`);
    if (key === 'file') {
      files[path] = Buffer.from(asText(value.content), value.encoding === 'base64' ? 'base64' : 'utf8');
    } else if (key === 'deletedFile' || key === 'deletedFolder' || key === 'deletedEntry') {
      files[path] = null;
    } else {
      throw badRequest(`The local Hub has no large files: "${key}"`);
    }
  }
  return {
    summary: asText(header.summary),
    description: asText(header.description),
    parentCommit: typeof header.parentCommit === 'string' ? header.parentCommit : undefined,
    files,
  };
}

const fromObject = ({ files, deletedEntries, ...header }: Record<string, unknown>): Line[] => [
  { key: 'header', value: header },
  ...((files ?? []) as Record<string, unknown>[]).map((value) => ({ key: 'file', value })),
  ...((deletedEntries ?? []) as Record<string, unknown>[]).map((value) => ({ key: 'deletedEntry', value })),
];

/** `POST …/commit/{rev}`: a commit on a branch or a pull request's ref, or with `create_pr=1` a new pull request. */
export async function commit(context: Context, repository: HubRepository, revision: string): Promise<Reply> {
  const user = writer(context);
  checkGate(context, repository);
  const sent = parseCommit((await context.body()).toString('utf8'), context.headers['content-type'] ?? '');
  const createPr = flagParam(context.url.searchParams, 'create_pr');
  const at = new Date().toISOString();
  const plan = {
    at,
    author: user.name,
    message: [sent.summary, sent.description].filter(Boolean).join('\n\n'),
    files: sent.files,
  };

  if (createPr) {
    if (revision !== 'main') throw badRequest('create_pr is only possible from main');
    if (repository.plan.discussionsDisabled) throw new HubFault(403, 'Discussions are disabled for this repo');
    const parent = sent.parentCommit ?? 'main';
    const num = nextNumber(repository);
    const oid = await write(repository, `refs/pr/${num}`, plan, await commitAt(repository, parent));
    repository.discussions.set(
      num,
      createDiscussion(repository.id, {
        num,
        title: sent.summary.slice(0, 200),
        author: user.name,
        createdAt: at,
        status: 'open',
        description: sent.description,
        commits: [],
      }),
    );
    return done(context, repository, oid, `${context.origin}${repository.page}/discussions/${num}`);
  }

  const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
  const discussion = number === undefined ? undefined : repository.discussions.get(Number(number));
  if (number === undefined && !owns(user, repository)) {
    throw new HubFault(403, 'Forbidden: pass create_pr=1 as a query parameter to create a Pull Request');
  }
  if (number !== undefined && discussion?.author !== user.name && !owns(user, repository)) throw notPermitted();
  if (discussion && discussion.status !== 'open' && discussion.status !== 'draft') {
    throw badRequest('The pull request is closed');
  }
  const head = await commitAt(repository, revision);
  if (sent.parentCommit !== undefined && sent.parentCommit !== head) {
    throw new HubFault(412, 'A commit has happened since. Please refresh and try again.');
  }
  const ref = number === undefined ? `refs/heads/${revision}` : revision;
  return done(context, repository, await write(repository, ref, plan, head), undefined);
}

async function write(
  repository: HubRepository,
  ref: string,
  plan: { at: string; author: string; message: string; files: SentCommit['files'] },
  parent: string,
): Promise<string> {
  repository.written = true;
  const stream = new FastImport();
  stream.commit(ref, plan, parent);
  await stream.run(repository.git.path);
  return commitAt(repository, ref);
}

const done = (context: Context, repository: HubRepository, oid: string, pullRequestUrl: string | undefined): Reply =>
  json({
    success: true,
    commitOid: oid,
    commitUrl: `${context.origin}${repository.page}/commit/${oid}`,
    hookOutput: '',
    ...(pullRequestUrl && { pullRequestUrl }),
  });

/** `POST …/preupload/{rev}`: says of each file whether it must go as a large file; nothing here is large. */
export async function preupload(context: Context): Promise<Reply> {
  writer(context);
  const sent = JSON.parse((await context.body()).toString()) as { files?: { path: string }[] };
  return json({ files: (sent.files ?? []).map(({ path }) => ({ path, uploadMode: 'regular', shouldIgnore: false })) });
}

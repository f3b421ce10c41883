import { readSource } from '../card/read-source.ts';
import type { Message } from '../evals/message.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import type { Score } from '../evals/score.ts';
import type { SourceAnswer } from '../evals/source-answer.ts';
import type { Hub } from '../hub/hub.ts';
import { filePath } from '../hub/urls.ts';
import { cardPath } from './read-model-card.ts';
import { toGap } from './to-gap.ts';

/** What of a score is held against its source. */
type Sourced = Pick<Score, 'dataset' | 'task' | 'value' | 'valueText' | 'source'>;

/** A file on the Hub that a link leads to. */
interface Target extends RepoRef {
  revision: string;
  path: string;
}

/** The biggest cards have about a megabyte; of anything longer the beginning is read. */
const maxBytes = 2_000_000;

const readable = /(?:^|[./])(?:md|markdown|jsonl?|csv|tsv|ya?ml|txt|log|readme)$/i;

/** Names of pages, not of organisations. */
const pages =
  /^(?:spaces|papers|blog|docs|collections|buckets|api|posts|learn|organizations|kernels|join|login|settings)$/i;

/**
 * Looks at what a score names as its source, because the reader asked: one file, from the Hub alone. Never rejects; what
 * cannot be looked at is an answer with its reason.
 */
export async function checkSource(
  hub: Hub,
  { repo, score, signal }: { repo: string; score: Sourced; signal: AbortSignal },
): Promise<SourceAnswer> {
  const target = targetOf(score.source?.url);
  if ('key' in target) return { kind: 'unread', why: target };
  const { repoType, revision, path } = target;
  const place = filePath(target, revision, path);
  try {
    const { text, truncated } = await hub.get(place, { signal, maxBytes, keepHead: true });
    if (/^version https:\/\/git-lfs/.test(text)) return { kind: 'unread', why: { key: 'sourceNoText' } };
    const isCard = repoType === 'model' && path === cardPath;
    return await readSource(
      { text, path, isCut: truncated, ...(isCard && { cardOf: target.repo }) },
      { ...score, model: repo },
    );
  } catch (error) {
    return { kind: 'unread', why: toGap('model-card', error).message };
  }
}

/** The file that a link means: a repository's own page is its README. */
function targetOf(link: string | undefined): Target | Message {
  if (!link?.trim()) return { key: 'panelNoSource' };
  let url: URL;
  try {
    url = new URL(link.trim());
  } catch {
    return { key: 'sourceNoLink' };
  }
  if (!/^https?:$/.test(url.protocol) || !/^(?:www\.)?(?:huggingface\.co|hf\.co)$/i.test(url.hostname))
    return { key: 'sourceElsewhere', args: [url.hostname || url.protocol] };
  let parts: string[];
  try {
    parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return { key: 'sourceNoLink' };
  }
  const repoType = parts[0] === 'datasets' ? 'dataset' : 'model';
  const [org, name, view, revision = 'main', ...rest] = repoType === 'dataset' ? parts.slice(1) : parts;
  if (!org || !name || pages.test(org)) return { key: 'sourceNoFile' };
  const repo = `${org}/${name}`;
  if (!view || (view === 'tree' && rest.length === 0)) return { repoType, repo, revision, path: cardPath };
  const path = rest.join('/');
  if (!/^(?:blob|resolve|raw)$/.test(view) || path === '') return { key: 'sourceNoFile' };
  return readable.test(path) ? { repoType, repo, revision, path } : { key: 'sourceNoText' };
}

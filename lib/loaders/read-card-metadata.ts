import { splitCard } from '../card/front-matter.ts';
import type { RepoRef } from '../evals/repo-ref.ts';
import type { GetOptions, Hub } from '../hub/hub.ts';
import { readRepoFile } from '../hub/repo-file.ts';
import { cardPath } from './read-model-card.ts';

/** Metadata of more bytes is not that of any real card. */
const maxBytes = 64 * 1024;

/** The YAML at the head of a repository's card; empty when the card has none. Rejects when it could not be read. */
export async function readCardMetadata(
  hub: Hub,
  repo: RepoRef,
  revision: string,
  options: GetOptions,
): Promise<string> {
  const { text } = await readRepoFile(hub, repo, revision, cardPath, { ...options, maxBytes });
  return splitCard(text).metadata;
}

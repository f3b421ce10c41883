import * as z from 'zod/mini';
import type { CardReading } from '../card/card.ts';
import { readCardInSlices } from '../card/read-card.ts';
import { modelRepo } from '../evals/repo-ref.ts';
import { HubError } from '../hub/hub-error.ts';
import { type RepoFile, readRepoFile } from '../hub/repo-file.ts';
import { keep, privacyOf, readKept } from './kept.ts';
import type { LoaderContext, ModelCard } from './loader.ts';

/** The only file that the Hub shows as a card; its name is told by case. */
export const cardPath = 'README.md';

/** The biggest cards of the Hub have about a megabyte; of more than this the beginning is read. */
const maxBytes = 3_000_000;

/** A card of more characters than this is asked for again rather than kept; most have 5,000 to 30,000. */
const keptCharacters = 128 * 1024;

/** The card as it was at one commit of main; without a text there was none. */
const keptSchema = z.object({ id: z.string(), sha: z.string(), text: z.exactOptional(z.string()) });

type Parts = Pick<LoaderContext, 'repo' | 'hub' | 'signal' | 'cache' | 'modelInfo'>;

/** Begins to read the card: what was kept at once, the Hub's word when its API has named the head of main. */
export function readModelCard(context: Parts): ModelCard {
  const keeping = readKept(context, 'model-card', keptSchema);
  const kept = keeping
    .then((card) => (card?.text ? read({ text: card.text }, card.id) : undefined))
    .catch(() => undefined);
  const now = readNow(context, keeping, kept);
  // Whoever asks hears of a failure; nobody may ask.
  now.catch(() => undefined);
  return { kept, now };
}

async function readNow(
  context: Parts,
  keeping: Promise<z.infer<typeof keptSchema> | undefined>,
  kept: ModelCard['kept'],
): Promise<CardReading | undefined> {
  const { repo, sha } = await headOf(context);
  const known = await keeping;
  if (known && known.sha === sha && known.id === repo) return kept;
  const file = await readRepoFile(context.hub, modelRepo(repo), sha ?? 'main', cardPath, {
    signal: context.signal,
    maxBytes,
  }).catch(noneWhenMissing);
  const isSmall = file === undefined || (file.size === undefined && file.text.length <= keptCharacters);
  if (sha !== undefined && isSmall) {
    await keep(context, 'model-card', { id: repo, sha, ...(file && { text: file.text }) }, await privacyOf(context));
  }
  return file && read(file, repo);
}

/** Where to read; when the API has failed on its own account, main itself is asked. */
async function headOf({ repo, modelInfo }: Parts): Promise<{ repo: string; sha: string | undefined }> {
  try {
    const { facts } = await modelInfo();
    return { repo: facts.id, sha: facts.sha };
  } catch (error) {
    if (error instanceof HubError && ['server', 'timeout', 'unexpected', 'too-large'].includes(error.reason))
      return { repo, sha: undefined };
    throw error;
  }
}

function noneWhenMissing(error: unknown): undefined {
  if (error instanceof HubError && error.reason === 'entry-missing') return undefined;
  throw error;
}

async function read({ text, size }: RepoFile, model: string): Promise<CardReading> {
  const reading = await readCardInSlices(text, { model });
  if (size === undefined) return reading;
  const cut = { rule: 'card/too-large', message: { key: 'findingCardUnread' }, severity: 'info' } as const;
  return { ...reading, findings: [...reading.findings, { ...cut, line: text.split('\n').length }] };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryPlan } from './plan.ts';
import { idOfFile, planRecording } from './recording.ts';

const named = (folder: string | undefined, ending: string): string[] =>
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort();

/**
 * Plans the repositories of `DIR/<org>__<name>.json` recordings and `DIR/<org>__<name>.md` cards. A card without a
 * recording is a model with no results.
 */
export function planRecordings(recordings: string | undefined, cards: string | undefined): RepositoryPlan[] {
  for (const folder of [recordings, cards]) {
    if (folder !== undefined && !existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  }
  const cardTexts = new Map(
    named(cards, '.md').map((name) => [name.slice(0, -'.md'.length), readFileSync(join(cards ?? '', name), 'utf8')]),
  );
  const plans = named(recordings, '.json').map((name) => {
    const stem = name.slice(0, -'.json'.length);
    const path = join(recordings ?? '', name);
    const plan = readRecording(path, cardTexts.get(stem));
    cardTexts.delete(stem);
    return plan;
  });
  const alone = [...cardTexts].map(([stem, card]) => planRecording(JSON.stringify({ id: idOfFile(stem) }), stem, card));
  return [...plans, ...alone];
}

function readRecording(path: string, card: string | undefined): RepositoryPlan {
  try {
    return planRecording(readFileSync(path, 'utf8'), path, card);
  } catch (thrown) {
    throw new Error(`${path} is no recording of GET /api/models/{id}: ${thrown}`, { cause: thrown });
  }
}

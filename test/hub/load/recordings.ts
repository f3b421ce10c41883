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
  const plans = named(recordings, '.json').flatMap((name) => {
    const stem = name.slice(0, -'.json'.length);
    const path = join(recordings ?? '', name);
    const text = readFileSync(path, 'utf8');
    if (!isRecording(name, text)) {
      console.error(`${path} was passed over: recordings are named <org>__<name>.json, or say their id.`);
      return [];
    }
    const plan = readRecording(path, text, cardTexts.get(stem));
    cardTexts.delete(stem);
    return [plan];
  });
  const alone = [...cardTexts].map(([stem, card]) => planRecording(JSON.stringify({ id: idOfFile(stem) }), stem, card));
  return [...plans, ...alone];
}

/** A file in the folder that is neither named as a recording nor says whose it is (a manifest, an index) is none. */
function isRecording(name: string, text: string): boolean {
  return name.includes('__') || /"id"\s*:\s*"/.test(text);
}

function readRecording(path: string, text: string, card: string | undefined): RepositoryPlan {
  try {
    return planRecording(text, path, card);
  } catch (thrown) {
    throw new Error(`${path} is no recording of GET /api/models/{id}: ${thrown}`, { cause: thrown });
  }
}

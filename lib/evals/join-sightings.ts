import type { FoundEntry } from './score.ts';

const placeKey = ({ origin }: FoundEntry) => JSON.stringify([origin.kind, origin.pullRequest, origin.path]);

/** What must be the same for two sightings at one place to be one entry; the Hub may have filled in the date. */
function contentKey({ dataset, task, revision, value, notes, source }: FoundEntry): string {
  const { url, name, user, org } = source ?? {};
  return JSON.stringify([dataset, task, revision, value, notes, source && [url, name, user, org]]);
}

/**
 * Joins what the Hub's API and the file itself say of the same entry at the same place. The file knows the number as
 * written, the lines and whether the author gave a date; the API knows what is verified and the commit's date. Each
 * API entry meets at most one file entry, that of the same date if there is one, so that a repeat stays a repeat.
 */
export function joinSightings(fromApi: readonly FoundEntry[], fromFiles: readonly FoundEntry[]): FoundEntry[] {
  const waiting = new Map<string, FoundEntry[]>();
  for (const entry of fromFiles) {
    const key = placeKey(entry) + contentKey(entry);
    const others = waiting.get(key);
    if (others) others.push(entry);
    else waiting.set(key, [entry]);
  }
  const partner = new Map<FoundEntry, FoundEntry>();
  const joined: FoundEntry[] = [];
  const meet = (api: FoundEntry, sameDate: boolean): boolean => {
    const files = waiting.get(placeKey(api) + contentKey(api));
    const index = files?.findIndex(({ date }) => !sameDate || date === api.date) ?? -1;
    const [file] = index < 0 ? [] : (files?.splice(index, 1) ?? []);
    if (file) partner.set(api, file);
    return file !== undefined;
  };
  for (const api of fromApi.filter((entry) => !meet(entry, true))) meet(api, false);
  for (const api of fromApi) {
    const file = partner.get(api);
    joined.push(file ? join(api, file) : api);
  }
  for (const files of waiting.values()) joined.push(...files);
  return joined;
}

function join(api: FoundEntry, file: FoundEntry): FoundEntry {
  const { dateIsDefault: _guessed, date, ...rest } = api;
  return {
    ...rest,
    ...(file.date === undefined
      ? { ...(date === undefined ? {} : { date, dateIsDefault: true }) }
      : { date: file.date }),
    valueText: file.valueText,
    asWritten: file.asWritten,
    hasToken: api.hasToken || file.hasToken,
    origin: { ...file.origin, seenBy: [...api.origin.seenBy, ...file.origin.seenBy] },
  };
}

import type { ParsedFile } from '../evals/parse.ts';
import type { Finding } from '../evals/report.ts';
import type { FoundEntry } from '../evals/score.ts';

function contentOf({ dataset, task, revision, valueText, date, notes, source, hasToken }: FoundEntry): string {
  const { url, name, user, org } = source ?? {};
  return JSON.stringify([dataset, task, revision, valueText, date, notes, url, name, user, org, hasToken]);
}

const complaintOf = ({ rule, message, text }: Finding) => JSON.stringify([rule, message.args, text]);

/** The items of `now` that have no partner in `before`; a repeat needs a partner of its own. */
function added<T>(now: readonly T[], before: readonly T[], keyOf: (item: T) => string): T[] {
  const partners = new Map<string, number>();
  for (const item of before) partners.set(keyOf(item), (partners.get(keyOf(item)) ?? 0) + 1);
  return now.filter((item) => {
    const left = partners.get(keyOf(item)) ?? 0;
    partners.set(keyOf(item), left - 1);
    return left <= 0;
  });
}

/**
 * What a changed file brings along: its entries and findings without those that stood there before, wherever in the
 * file. An entry of which a single word changed is the pull request's own.
 */
export function ownEntries(now: ParsedFile, before: ParsedFile): ParsedFile {
  return {
    entries: added(now.entries, before.entries, contentOf),
    findings: added(now.findings, before.findings, complaintOf),
  };
}

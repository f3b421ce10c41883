import { shortName } from '../file-name.ts';
import type { GroundClosed } from '../ground.ts';
import type { DraftCheck, DraftInQuestion, EntryInQuestion, ProblemFacts } from './check.ts';

/**
 * A pull request with the same value was closed before. Closing is an answer: the account that it was closed for does
 * not send it again, others are told.
 */
export const declined: DraftCheck = {
  name: 'declined',
  check(question) {
    const { ground } = question;
    if (!ground) return [];
    if (!ground.closed) return [{ field: 'draft', level: 'notice', message: { key: 'problemClosedUnread' } }];
    return question.entries.flatMap((entry) => ofEntry(entry, question));
  },
};

function ofEntry(entry: EntryInQuestion, { ground, account }: DraftInQuestion): ProblemFacts[] {
  return (ground?.closed ?? [])
    .filter((closed) => claims(closed, entry))
    .map((closed) => {
      const { number, author, closedBy, closedAt } = closed;
      const day = closedAt?.slice(0, 10) ?? '–';
      const base = {
        entry: entry.entry.id,
        field: 'valueText' as const,
        links: [{ kind: 'pull-request' as const, number }],
      };
      if (closedBy !== undefined && closedBy === author)
        return { ...base, level: 'notice', message: { key: 'problemWithdrawn', args: [author, `#${number}`, day] } };
      const own = account !== undefined && author === account;
      const args = [closedBy ?? '–', `#${number}`, day];
      return own
        ? { ...base, level: 'error', message: { key: 'problemDeclinedOwn', args } }
        : { ...base, level: 'warning', message: { key: 'problemDeclined', args } };
    });
}

/** Whether a closed pull request claimed what the entry does: by its files, else by its title. */
function claims({ title, values }: GroundClosed, { fields, value }: EntryInQuestion): boolean {
  if (value === undefined) return false;
  if (values)
    return values.some(
      ({ dataset, task, valueText }) =>
        dataset.toLowerCase() === fields.dataset.toLowerCase() && task === fields.task && Number(valueText) === value,
    );
  const numbers = Array.from(title.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\d)/g), ([number]) => Number(number));
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return numbers.includes(value) && bare(title).includes(bare(shortName(fields.dataset)));
}

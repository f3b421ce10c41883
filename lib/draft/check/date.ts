import type { DraftCheck, DraftInQuestion, EntryInQuestion, ProblemFacts } from './check.ts';

/** The day of the measurement: ISO, not to come, not before the benchmark was there. */
export const date: DraftCheck = {
  name: 'date',
  check: (question) => question.entries.flatMap((entry) => ofEntry(entry, question)),
};

function ofEntry({ entry, fields }: EntryInQuestion, { ground, now }: DraftInQuestion): ProblemFacts[] {
  const { date: day, dataset } = fields;
  const problem = (level: ProblemFacts['level'], message: ProblemFacts['message']): ProblemFacts[] => [
    { entry: entry.id, field: 'date', level, message },
  ];
  if (day === undefined) return problem('notice', { key: 'problemDateMissing' });
  if (!isDay(day)) return problem('error', { key: 'problemDateShape', args: [day] });
  // Somewhere it is already tomorrow.
  const today = new Date(now + 14 * 3_600_000).toISOString().slice(0, 10);
  if (day > today) return problem('error', { key: 'problemDateToCome', args: [day] });
  const since = ground?.benchmarks.find((one) => one.dataset.toLowerCase() === dataset.toLowerCase())?.createdAt;
  const born = since?.slice(0, 10);
  return born !== undefined && isDay(born) && day < born
    ? problem('warning', { key: 'problemDateBeforeBenchmark', args: [day, dataset, born] })
    : [];
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

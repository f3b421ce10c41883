const steps = [
  { unit: 'year', ms: 365.25 * 86_400_000 },
  { unit: 'month', ms: 30.44 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

const kept = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Intl formatters cost a millisecond each to make; a report of 200 scores needs them 400 times. */
function once<T extends Intl.DateTimeFormat | Intl.RelativeTimeFormat>(key: string, make: () => T): T {
  const known = kept.get(key);
  if (known) return known as T;
  const made = make();
  kept.set(key, made);
  return made;
}

/** "2 min. ago", "5 mo. ago" in the reader's language; a moment ahead of `now` counts as now. Both in epoch ms. */
export function formatAge(locale: string, at: number, now: number, style: 'short' | 'narrow' = 'short'): string {
  const format = once(`age ${locale} ${style}`, () => new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' }));
  const past = Math.max(0, now - at);
  const step = steps.find(({ ms }) => past >= ms);
  return step ? format.format(-Math.floor(past / step.ms), step.unit) : format.format(0, 'second');
}

/** The time of day when `at` (epoch ms) is today, else with its date. */
export function formatMoment(locale: string, at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const style: Intl.DateTimeFormatOptions = sameDay
    ? { timeStyle: 'short' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  return once(`moment ${locale} ${sameDay}`, () => new Intl.DateTimeFormat(locale, style)).format(at);
}

/**
 * The day of an entry's date (`2025-08-05`, or an ISO time) in the reader's language; what is no date stays as it is
 * written. Days are read as UTC: the Hub writes them so, and a day must not change with the reader's clock.
 */
export function formatDay(locale: string, date: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(at)) return date;
  return once(`day ${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })).format(
    at,
  );
}

/** "a, b, c", or as the language parts a list: Chinese has no separator for the type that English calls "unit". */
export function formatList(locale: string, words: readonly string[]): string {
  return new Intl.ListFormat(locale, { style: 'narrow', type: 'conjunction' }).format(words);
}

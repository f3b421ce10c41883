import type { Problem } from '../../lib/draft/problem.ts';
import { type DraftForm, formPath } from './draft-form.ts';

/** What is known of the fields: which the reader has been in, or that all are to be shown. */
interface Seen {
  revealed: boolean;
  /** Main and the pull requests are being read for the first time; the line of the checks says so. */
  reading: boolean;
  isTouched(path: string): boolean;
  valueOf(path: string): unknown;
}

/**
 * The problems that stand beside the fields: all but those of a field that is still empty because the reader has not
 * come to it, and what is being read just now. They count, and are shown as soon as the reader asks what is in the way.
 */
export function worthShowing(problems: readonly Problem[], form: DraftForm, seen: Seen): Problem[] {
  return problems.filter(({ check, field, entry }) => {
    if (seen.revealed) return true;
    if (seen.reading && check === 'unchecked') return false;
    const path = formPath(form, field, entry);
    if (path === undefined || field === 'checkpoint') return true;
    const typed = form.entries.find(({ id }) => id === entry)?.evidence.kind ?? 'typed';
    return typed !== 'typed' || seen.isTouched(path) || Boolean(seen.valueOf(path));
  });
}

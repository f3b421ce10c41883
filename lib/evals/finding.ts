import type { Message } from './message.ts';
import type { CheckCode, Finding, Severity } from './report.ts';
import type { LoaderName } from './score.ts';
import { wellFormed } from './view/well-formed.ts';

/** The file that is being read, as findings and origins name it. */
export interface FilePlace {
  path: string;
  /** Absent for main. */
  pullRequest?: number;
  loader: LoaderName;
}

/** What a finding is about, beside its file. */
export interface FindingFacts {
  rule: string;
  message: Message;
  line?: number | null;
  /** The text of the bad line. */
  text?: string | undefined;
  /** In the Hub's own notation: `[0].dataset.task_id`. */
  at?: string | undefined;
  code?: CheckCode;
  severity?: Severity;
}

const MAX_TEXT = 200;

/** A {@link Finding} of a file; an error of code S1 on no line in particular, unless the facts say otherwise. */
export function makeFinding(place: FilePlace, facts: FindingFacts): Finding {
  const { rule, message, line = null, text, at, code = 'S1', severity = 'error' } = facts;
  return {
    path: place.path,
    ...(place.pullRequest === undefined ? {} : { pullRequest: place.pullRequest }),
    line,
    code,
    severity,
    rule,
    message,
    ...(at === undefined ? {} : { at }),
    ...(text === undefined ? {} : { text: cut(text, MAX_TEXT) }),
    seenBy: place.loader,
  };
}

/** The text itself, or its first characters and an ellipsis; never half of a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${wellFormed(text.slice(0, length - 1)).replace(/\uFFFD$/, '')}…`;
}

/** The line around an offset, without its end; of a very long line the part around the offset. */
export function lineText(text: string, offset: number): string {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - MAX_TEXT);
  const to = text.indexOf('\n', offset);
  return text.slice(from, Math.min(to === -1 ? text.length : to, from + 2 * MAX_TEXT)).replace(/\r$/, '');
}

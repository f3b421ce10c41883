import { hash53 } from '../../evals/hash53.ts';
import type { Message } from '../../evals/message.ts';
import type { Score } from '../../evals/score.ts';
import { readVariant } from '../../evals/variant/index.ts';
import type { DraftEntry, ScoresDraft } from '../draft.ts';
import { type EntryFields, fieldsOf } from '../fields.ts';
import { fileStem, freePath } from '../file-name.ts';
import type { DraftGround } from '../ground.ts';
import type { Problem } from '../problem.ts';
import { isYamlNumber } from '../yaml-number.ts';

/** All of a draft that is checked. */
export type DraftContent = Pick<ScoresDraft, 'repo' | 'entries' | 'answers' | 'updates'>;

/** What looking at an entry's source gave. */
export interface SourceReading {
  /** The address that was read; a reading of another one does not count. */
  url: string;
  /** `mentions`: the number stands there, and nothing that could be read says what it means. */
  says: 'states' | 'mentions' | 'states-not' | 'unreadable';
  /** The same in a sentence, with what stands there instead. */
  message: Message;
}

/** What a draft is checked against. */
export interface CheckContext {
  /** Epoch milliseconds. */
  now: number;
  /** Absent while it was not read: then what is in the repository is not known, and nothing may be sent. */
  ground?: DraftGround | undefined;
  /** Name of the account that would open the pull request. */
  account?: string | undefined;
  /** By {@link DraftEntry.id}; only for sources that the reader asked to be looked at. */
  sources?: Readonly<Record<string, SourceReading>> | undefined;
}

/** One entry, made ready for the checks. */
export interface EntryInQuestion {
  entry: DraftEntry;
  fields: EntryFields;
  /** Absent when the value cannot stand in a file as it is written. */
  value?: number;
  /** The entry as the panel would show it; absent without a value. */
  score?: Score;
}

/** A draft and what it is checked against; a ground of another repository is left out. */
export interface DraftInQuestion extends CheckContext {
  draft: DraftContent;
  entries: EntryInQuestion[];
}

/** What a check says; name and id are put to it. */
export type ProblemFacts = Omit<Problem, 'id' | 'check'>;

/** One check of one file, registered in `index.ts`. */
export interface DraftCheck {
  name: string;
  check(question: DraftInQuestion): ProblemFacts[];
}

/** Whether a ground is the one of a draft's repository; the Hub does not tell case apart. */
export const isGroundOf = (ground: DraftGround | undefined, repo: string): ground is DraftGround =>
  ground !== undefined && ground.repo.toLowerCase() === repo.trim().toLowerCase();

/** Id of a draft's entry among the scores of a report. */
export const scoreId = (entry: string): string => `draft:${entry}`;

/** Makes a draft ready for the checks. */
export function inQuestion(draft: DraftContent, context: CheckContext): DraftInQuestion {
  const ground = isGroundOf(context.ground, draft.repo) ? context.ground : undefined;
  return { ...context, ground, draft, entries: draft.entries.map(prepare) };
}

function prepare(entry: DraftEntry): EntryInQuestion {
  const fields = fieldsOf(entry);
  if (!isYamlNumber(fields.valueText)) return { entry, fields };
  const value = Number(fields.valueText);
  return { entry, fields, value, score: toScore(entry.id, fields, value) };
}

function toScore(id: string, fields: EntryFields, value: number): Score {
  const { dataset, task, revision, valueText, date, source, notes } = fields;
  const path = freePath(fileStem(fields), new Set());
  return {
    id: scoreId(id),
    dataset,
    task,
    ...(revision === undefined ? {} : { revision }),
    value,
    valueText,
    asWritten: true,
    ...(date === undefined ? {} : { date }),
    ...(notes === undefined ? {} : { notes }),
    ...(source ? { source } : {}),
    verified: false,
    hasToken: false,
    variant: readVariant({ dataset, task, notes, path, sourceName: source?.name }),
    origins: [{ kind: 'pull-request', path, seenBy: ['pull-requests'] }],
  };
}

/** The problem with its check's name, and an id that is its own as long as it speaks of the same. */
export function named(check: string, facts: ProblemFacts): Problem {
  const { entry, field, level, message, links, line } = facts;
  const said = [entry, field, level, message, links, ...(line === undefined ? [] : [line])];
  return { id: `${check}:${hash53(JSON.stringify(said))}`, check, ...facts };
}

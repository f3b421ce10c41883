import type { SourceAnswer } from '../evals/source-answer.ts';
import { sourceSentence } from '../evals/view/source-sentence.ts';
import type { DraftContent, SourceReading } from './check/check.ts';
import type { DraftEntry } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { isYamlNumber } from './yaml-number.ts';

/** What is asked of a source: whether it gives this value on this task to this model. */
export interface SourceQuestion {
  repo: string;
  dataset: string;
  task: string;
  valueText: string;
  url: string;
}

/** What looking at a source gave. It answers this question and no other. */
export interface SourceLook {
  question: SourceQuestion;
  answer: SourceAnswer;
}

const SAYS: Readonly<Record<SourceAnswer['kind'], SourceReading['says']>> = {
  states: 'states',
  mentions: 'mentions',
  beside: 'states-not',
  other: 'states-not',
  silent: 'states-not',
  unread: 'unreadable',
};

/** Whether an address is on the Hub, which is all that can be looked at. */
export const isOnHub = (url: string): boolean =>
  /^(?:www\.)?(?:huggingface\.co|hf\.co)$/.test(URL.parse(url)?.host ?? '');

/** What can be asked of an entry's source; undefined while something of it is missing, or the source is not on the Hub. */
export function sourceQuestion(repo: string, entry: DraftEntry): SourceQuestion | undefined {
  const { dataset, task, valueText, source } = fieldsOf(entry);
  const whole = repo.trim() && dataset && task && isYamlNumber(valueText) && source && isOnHub(source.url);
  return whole ? { repo: repo.trim(), dataset, task, valueText, url: source.url } : undefined;
}

/** The look that answers a question; one at another value or address does not count. */
export const lookAt = (question: SourceQuestion | undefined, looks: readonly SourceLook[]): SourceLook | undefined =>
  question && looks.find((look) => isSame(look.question, question));

export function isSame(a: SourceQuestion, b: SourceQuestion): boolean {
  const { repo, dataset, task, valueText, url } = a;
  return repo === b.repo && dataset === b.dataset && task === b.task && valueText === b.valueText && url === b.url;
}

/** What is known of the sources of a draft as it stands, by entry, for its checks. */
export function readingsOf(
  { repo, entries }: Pick<DraftContent, 'repo' | 'entries'>,
  looks: readonly SourceLook[],
): Record<string, SourceReading> {
  const known = entries.flatMap((entry) => {
    const look = lookAt(sourceQuestion(repo, entry), looks);
    if (!look) return [];
    const { question, answer } = look;
    const message = sourceSentence(answer, question.valueText);
    return [[entry.id, { url: question.url, says: SAYS[answer.kind], message }] as const];
  });
  return Object.fromEntries(known);
}

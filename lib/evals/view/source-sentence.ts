import type { Message } from '../message.ts';
import type { SourceAnswer } from '../source-answer.ts';

/** What a source says of a value, in a sentence. */
export function sourceSentence(answer: SourceAnswer, value: string): Message {
  switch (answer.kind) {
    case 'states':
      return { key: 'sourceStates', args: [value, answer.row, answer.column] };
    case 'beside':
      return answer.valueText === undefined
        ? { key: 'sourceBeside', args: [value, answer.column] }
        : { key: 'sourceBesideOwn', args: [value, answer.column, answer.valueText] };
    case 'other':
      return { key: 'sourceOther', args: [value, answer.valueText, answer.row, answer.column] };
    case 'mentions':
      return { key: 'sourceMentions', args: [value, String(answer.line)] };
    case 'silent':
      return { key: 'sourceSilent', args: [value] };
    case 'unread':
      return answer.why;
  }
}

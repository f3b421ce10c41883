import type { Cause, NoiseAccount } from '../explanation.ts';
import type { Message, Phrase } from '../message.ts';
import type { CheckCode, Group, Verdict } from '../report.ts';

/** What a cause is called. */
const TITLES = {
  S4: 'causeScale',
  I1: 'causeModel',
  I2: 'causeModel',
  V0: 'causeNotes',
  V1: 'causeSetup',
  V2: 'causeQuestions',
  V3: 'causeCounting',
  V4: 'causeSetup',
  R1: 'causeRounding',
  L1: 'causeDigits',
  L2: 'causeDigits',
  D0: 'causeUnknown',
  N0: 'causeNoise',
  N1: 'causeNoise',
  N2: 'causeNoise',
  P1: 'causeSource',
  P3: 'causeCopied',
  P5: 'causeDuplicate',
  P6: 'causeVerified',
  B1: 'causeUnusual',
} as const satisfies Partial<Record<CheckCode, Message['key']>>;

/** Why that matters, where the sentence of the verdict does not say it already. */
const REASONS = {
  I1: 'reasonModel',
  I2: 'reasonModel',
  V0: 'reasonNotes',
  V1: 'reasonSetup',
  V2: 'reasonQuestions',
  V3: 'reasonCounting',
  V4: 'reasonHarness',
  S4: 'reasonScale',
  D0: 'reasonUnknown',
} as const satisfies Partial<Record<CheckCode, Message['key']>>;

/** A cause in words: what it is called, what exactly differs, and why that matters. */
export interface CauseWords {
  title: Message;
  /** `effort: high / low`. */
  difference?: Phrase;
  /** The whole sentence, for a cause that is not the verdict itself and that `difference` does not tell. */
  sentence?: Message;
  reason?: Message;
}

/** @param leads whether the verdict's own sentence, which stands above, is this cause's */
export function causeWords({ code, message }: Pick<Cause, 'code' | 'message'>, leads: boolean): CauseWords {
  const title = TITLES[code as keyof typeof TITLES];
  const reason = REASONS[code as keyof typeof REASONS];
  const difference = message.args?.find((arg): arg is Phrase => typeof arg === 'object' && arg.key.startsWith('setup'));
  return {
    title: { key: title ?? 'causeOther' },
    ...(difference && { difference }),
    ...(!leads && !difference && { sentence: message }),
    ...(reason && { reason: { key: reason } }),
  };
}

/** Whether a cause is the word on chance, which has an account of its own. */
export const isNoise = ({ code }: Pick<Cause, 'code'>): boolean => /^[ND]\d$/.test(code);

const ITEMS = { questions: 'panelQuestions', tasks: 'panelTasks', pages: 'panelPages', items: 'explainItems' } as const;
const GAP = { questions: 'itemsQuestions', tasks: 'itemsTasks', pages: 'itemsPages', items: 'itemsAny' } as const;

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** A probability as people write it after its letter: `= 0.012`. */
export const probability = (p: number): string => (p < 0.0001 ? '< 0.0001' : `= ${Number(p.toPrecision(2))}`);

/** The account of chance, line by line. */
export function noiseWords(noise: NoiseAccount): {
  title: Message;
  gap: Message;
  adjusted?: Message;
  counted: Message;
} {
  const { points, items, n, of, within, z, p, adjusted, runs, about } = noise;
  const count = { key: ITEMS[of], args: [n] };
  return {
    title: { key: 'explainNoise', args: [{ key: 'points', args: [rounded(within, within < 1 ? 2 : 1)] }] },
    gap: {
      key: 'explainGap',
      args: [
        { key: 'points', args: [rounded(points, 2)] },
        { key: GAP[of], args: [rounded(items, items < 1 ? 1 : 0), n] },
        String(rounded(z, 2)),
        probability(p),
      ],
    },
    ...(adjusted && {
      adjusted: { key: 'explainAdjusted' as const, args: [adjusted.comparisons, probability(adjusted.p)] },
    }),
    counted:
      runs[0] === 1 && runs[1] === 1
        ? { key: about ? 'explainAboutOneRun' : 'explainOneRun', args: [count] }
        : { key: about ? 'explainAboutRuns' : 'explainRuns', args: [count, String(runs[0]), String(runs[1])] },
  };
}

/** A part of a text; `at` is where it begins. */
export interface Piece {
  text: string;
  at: number;
  read: boolean;
}

/** A text in pieces: those that were read as words of setup, and those between them. */
export function markRead(text: string, quotes: readonly string[]): Piece[] {
  const spans = quotes
    .map((quote) => ({ from: text.indexOf(quote), to: text.indexOf(quote) + quote.length }))
    .filter(({ from, to }) => from >= 0 && to > from)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (to <= at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), at, read: false });
    const start = Math.max(from, at);
    pieces.push({ text: text.slice(start, to), at: start, read: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, read: false });
  return pieces;
}

/** The verdict that the group's line quotes, where it quotes one. */
export function leadingVerdict({ verdicts, summary }: Pick<Group, 'verdicts' | 'summary'>): Verdict | undefined {
  const quoted = JSON.stringify(summary);
  return verdicts.find(({ message, dismissed }) => !dismissed && JSON.stringify(message) === quoted);
}

/** What the reader asks of a verdict; the two values as written. */
export function questionOf({ a, b, code, deltaPoints }: Verdict, scores: Group['scores']): Message {
  const [x = '', y = ''] = [a, b].map((id) => scores.find((score) => score.id === id)?.valueText ?? '');
  if (a === b) return { key: 'explainAlone', args: [x] };
  const same = code === 'R1' || code === 'P3' || code === 'P5' || deltaPoints === 0;
  return { key: same ? 'explainSame' : 'explainWhy', args: [x, y] };
}

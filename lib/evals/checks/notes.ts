import { type Check, gap, gapItems, RANK, severityOf } from './pair.ts';
import { items, points } from './words.ts';

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text || '–');

/** V0: the notes differ in words that nothing here understands. They are shown, and the gap is judged by noise. */
export const notes: Check = {
  codes: ['V0'],
  pair(pair) {
    if (pair.otherScale) return undefined;
    const { a, b, level } = pair;
    const [x, y] = [a.score.variant.rest, b.score.variant.rest];
    if (a.rest === b.rest) return undefined;
    const texts = [a.score.valueText, b.score.valueText, short(x), short(y), points(gap(pair))];
    const count = gapItems(pair);
    const bothSpeak = a.rest !== '' && b.rest !== '';
    return {
      code: 'V0',
      severity: severityOf(level),
      comparable: true,
      // Within noise, words on one side alone are not worth more than the agreement.
      rank: level === 0 && !bothSpeak ? RANK.lattice - 1 : RANK.notes,
      message: () =>
        count === undefined || !pair.noise
          ? { key: 'verdictNotesPlain', args: texts }
          : {
              key: level === 0 ? 'verdictNotesWithin' : 'verdictNotesBeyond',
              args: [...texts, items(count, pair.noise.items)],
            },
    };
  },
};

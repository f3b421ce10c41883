import { describe, expect, it } from 'vitest';
import { neighbourOf } from '../../lib/card/neighbour.ts';
import { readCard } from '../../lib/card/read-card.ts';
import { readNumber } from '../../lib/card/read-number.ts';
import { delimiterColumns, splitRow } from '../../lib/card/split-row.ts';
import { seeded } from '../../lib/evals/stats/random.ts';
import { compare, keyOf, tagsOfNotes, trueCards } from './cards.ts';

const cards = trueCards();
const readings = cards.map((card) => {
  const started = performance.now();
  const reading = readCard(card.text, { model: card.truth.model });
  return { card, reading, time: performance.now() - started, ...compare(card.truth, reading.scores) };
});
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe.skipIf(cards.length === 0)('the model cards of the corpus', () => {
  it('are read right, of this model alone', () => {
    const found = sum(readings.map((each) => each.found.length));
    const missed = readings.flatMap((each) => each.missed.map((miss) => ({ ...miss, name: each.card.name })));
    const added = readings.flatMap((each) =>
      each.added.map((score) => `${each.card.name}: ${keyOf(score)} [${score.where.column}]`),
    );
    const lines = readings.map(
      ({ card, reading, found: own, missed: gone, added: more, time }) =>
        `${card.name.padEnd(52)} ${own.length}/${own.length + gone.length} scores, ${more.length} too many, ${reading.ambiguous.length} doubtful, ${time.toFixed(1)} ms`,
    );
    for (const tier of ['core', 'later']) {
      const all = cards.flatMap(({ truth }) => truth.scores).filter((score) => score.tier === tier).length;
      lines.push(`${tier}: ${all - missed.filter((miss) => miss.tier === tier).length}/${all}`);
    }
    const precision = found / (found + added.length);
    const recall = found / (found + missed.length);
    lines.push(`${cards.length} cards: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(precision, added.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(recall, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.93);
  });

  it('never give a look-alike or another model for this one', () => {
    const fallen = readings.flatMap(({ card, reading }) => {
      const right = new Set(card.truth.scores.map(keyOf));
      const wrong = reading.scores.filter((score) => !right.has(keyOf(score)));
      return card.truth.traps
        .filter(({ value }) => wrong.some((score) => score.value === value))
        .map((trap) => `${card.name}: ${trap.label_in_card} ${trap.value}`);
    });
    expect(fallen).toEqual([]);
  });

  it('have the setup that the truth notes', () => {
    const off: string[] = [];
    let checked = 0;
    for (const { card, reading } of readings)
      for (const truth of card.truth.scores) {
        const tags = tagsOfNotes(truth.notes ?? '');
        const same = reading.scores.filter((score) => keyOf(score) === keyOf(truth));
        for (const tag of tags) {
          checked++;
          // "No tools" may be the truth's reading of a row that says nothing.
          const held = same.some(({ variant }) =>
            tag === 'tools=none?'
              ? variant.tags.every(({ kind, value }) => kind !== 'tools' || value === 'none')
              : variant.tags.some(({ kind, value }) => `${kind}=${value}` === tag),
          );
          if (!held) off.push(`${card.name}: ${keyOf(truth)} lacks ${tag}`);
        }
      }
    expect(checked).toBeGreaterThan(30);
    expect(off.length / checked, off.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('give each sibling its own scores when they are read for it', () => {
    const off = cards.flatMap(({ name, text, truth }) =>
      truth.other_models.flatMap(({ model, scores }) => {
        const { missed, added } = compare({ scores, ambiguous: truth.ambiguous }, readCard(text, { model }).scores);
        return [...missed.map(({ key }) => key), ...added.map(keyOf)].map((key) => `${name} for ${model}: ${key}`);
      }),
    );
    expect(off).toEqual([]);
  });

  it('betray a figure that was taken from a neighbouring column: at least 98 %', () => {
    const swaps = readings.flatMap(({ card, reading }) =>
      reading.scores.flatMap((score) =>
        score.beside
          .filter(
            ({ value }) =>
              !reading.scores.some(
                (own) => own.task === score.task && own.dataset === score.dataset && own.value === value,
              ),
          )
          .map((other) => ({ card, reading, score, other })),
      ),
    );
    expect(swaps.length).toBeGreaterThan(300);
    const caught = swaps.filter(({ reading, score, other }) =>
      neighbourOf(reading.scores, { ...score, value: other.value }),
    );
    process.stdout.write(`column swaps: ${caught.length} of ${swaps.length} found\n`);
    expect(caught.length / swaps.length).toBeGreaterThanOrEqual(0.98);
    // The table of Qwen3-4B-Instruct-2507 gives 69.1 to Qwen3-30B-A3B, and 69.6 to the card's own model.
    const real = readings.find(({ card }) => card.truth.model === 'Qwen/Qwen3-4B-Instruct-2507');
    expect(
      neighbourOf(real?.reading.scores ?? [], { dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', value: 69.1 }),
    ).toMatchObject({
      own: { valueText: '69.6' },
      other: { name: 'Qwen3-30B-A3B Non-Thinking' },
    });
  });

  it('say the same when the columns of their tables change places', () => {
    const random = seeded(4);
    for (const { card, reading } of readings) {
      const shuffled = readCard(shuffleColumns(card.text, random), { model: card.truth.model });
      expect(shuffled.scores.map(keyOf).sort(), card.name).toEqual(reading.scores.map(keyOf).sort());
    }
  });
});

/** The same markdown with the value columns of every table in another order. */
function shuffleColumns(text: string, random: () => number): string {
  const lines = text.split('\n');
  for (let at = 1; at < lines.length; at++) {
    const columns = delimiterColumns(lines[at] ?? '');
    const head = splitRow(lines[at - 1] ?? '');
    if (columns < 4 || head.length !== columns) continue;
    const body: string[][] = [];
    for (let row = at + 1; (lines[row] ?? '').includes('|'); row++) body.push(splitRow(lines[row] ?? ''));
    if (body.some((cells) => cells.length > columns)) continue;
    const numbers = (column: number) =>
      body.filter((cells) => readNumber(cells[column] ?? '').kind === 'number').length;
    const first = Array.from({ length: columns }, (_, column) => column).findIndex(
      (column) => column > 0 && numbers(column) > body.length / 3,
    );
    if (first < 1) continue;
    const order = Array.from({ length: columns }, (_, column) => column);
    for (let i = columns - 1; i > first; i--) {
      const j = first + Math.floor(random() * (i - first + 1));
      [order[i], order[j]] = [order[j] ?? i, order[i] ?? j];
    }
    const turned = (cells: readonly string[]) =>
      `| ${order.map((column) => (cells[column] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
    lines[at - 1] = turned(head);
    body.forEach((cells, index) => {
      lines[at + 1 + index] = turned(cells);
    });
  }
  return lines.join('\n');
}

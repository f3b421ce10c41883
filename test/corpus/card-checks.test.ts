import { describe, expect, it } from 'vitest';
import { readCard } from '../../lib/card/read-card.ts';
import { buildReport } from '../../lib/evals/build.ts';
import type { Evidence, Verdict } from '../../lib/evals/report.ts';
import type { FoundEntry } from '../../lib/evals/score.ts';
import { cardEvidence } from '../../lib/loaders/card-evidence.ts';
import { trueCards } from './cards.ts';

const cards = trueCards().map(({ name, text, truth: { model } }) => ({
  name,
  model,
  reading: readCard(text, { model }),
}));

/** A line of a card that gives a figure to its own model: understood, or understood but for which part is meant. */
const linesOf = ({ reading }: (typeof cards)[number]) => [
  ...reading.scores.map((score) => ({ ...score, notes: score.notes })),
  ...reading.ambiguous.flatMap(({ stated }) => (stated ? [{ ...stated, task: 'main', notes: '' }] : [])),
];

/** What a reader is told of a results file that has one figure and names the card as its source. */
function told(
  card: (typeof cards)[number],
  figure: Pick<FoundEntry, 'dataset' | 'task' | 'value' | 'valueText' | 'notes'>,
) {
  const entry: FoundEntry = {
    ...figure,
    asWritten: true,
    verified: false,
    hasToken: false,
    source: { url: `https://huggingface.co/${card.model}`, name: 'Model Card' },
    origin: { kind: 'main', path: '.eval_results/results.yaml', line: 1, seenBy: ['main-files'] },
  };
  const file: Evidence = { entries: [entry], findings: [], gaps: [], pullRequests: [] };
  const state = { 'eval-results': 'ok', 'main-files': 'ok', 'pull-requests': 'ok', 'model-card': 'ok' } as const;
  const report = buildReport(
    card.model,
    {
      'main-files': file,
      'model-card': cardEvidence(card.reading, 'model-card'),
      'model-index': cardEvidence(card.reading, 'model-index'),
    },
    { ...state, 'model-index': 'ok' },
    0,
  );
  const group = report.groups.find(({ scores }) => scores.some(({ source }) => source));
  const id = group?.scores.find(({ source }) => source)?.id;
  return group?.verdicts.filter(({ a, b }) => a === id || b === id) ?? [];
}

const asks = ({ code, secondary, severity }: Verdict) =>
  [code, ...secondary].some((one) => one === 'I1' || one === 'I2' || one === 'P2') && severity !== 'none';

describe.skipIf(cards.length === 0)('files that name a card of the corpus as their source', () => {
  it('are asked about a figure that was taken from a neighbouring column: at least 98 %', () => {
    let all = 0;
    const missed: string[] = [];
    for (const card of cards) {
      const lines = linesOf(card);
      for (const line of lines)
        for (const other of line.beside) {
          // Where the card gives the figure to this model somewhere too, nobody can tell.
          if (lines.some((own) => own.dataset === line.dataset && own.value === other.value)) continue;
          all++;
          const verdicts = told(card, { ...line, value: other.value, valueText: other.valueText });
          if (!verdicts.some((verdict) => asks(verdict) && verdict.severity === 'warning'))
            missed.push(
              `${card.name}: ${line.dataset} ${other.valueText} of ${other.name} for ${line.valueText}: ${verdicts.map(({ code, severity }) => `${code} ${severity}`)}`,
            );
        }
    }
    process.stdout.write(`column swaps from card to report: ${all - missed.length} of ${all} found\n`);
    expect(all).toBeGreaterThan(400);
    expect((all - missed.length) / all, missed.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('are asked nothing when they say what the card says', () => {
    const asked = cards.flatMap((card) =>
      linesOf(card).flatMap((line) =>
        told(card, { ...line })
          .filter(asks)
          .map(({ code, message }) => `${card.name}: ${line.dataset} ${line.valueText}: ${code} ${message.key}`),
      ),
    );
    expect(asked).toEqual([]);
  });
});

import type { CardDoubt, CardReading, CardScore } from '../card/card.ts';
import { cut, type FilePlace, type FindingFacts, makeFinding } from '../evals/finding.ts';
import type { MessageKey } from '../evals/message.ts';
import type { CheckCode, Evidence, Finding } from '../evals/report.ts';
import type { CardCell, FoundEntry } from '../evals/score.ts';
import type { ModelCard } from './loader.ts';
import { cardPath } from './read-model-card.ts';

/** The two places of a card that scores stand in; each has a loader of the same name. */
type Place = CardScore['origin'];

/** Doubts that are told of one card; the rest are counted. */
const MOST_DOUBTS = 40;

/** Which question a doubt is: another model, subset or version, task, form, bounds, setup, metric, scale. */
const codes: Partial<Record<MessageKey, CheckCode>> = {
  cardModelUnclear: 'I1',
  cardIndexModel: 'I1',
  cardSubsetUnnamed: 'V2',
  cardVersionUnnamed: 'V2',
  cardTaskUnnamed: 'S2',
  cardOutOfScale: 'S3',
  cardScaleUnknown: 'S4',
  cardBoosted: 'V1',
  cardMetricUnclear: 'V3',
};

/** Reads one place of the card: first what was kept, then what stands there now. */
export async function loadCard(
  place: Place,
  { kept, now }: ModelCard,
  emit: (evidence: Evidence) => void,
): Promise<Evidence> {
  const before = await kept;
  if (before) emit(cardEvidence(before, place));
  return cardEvidence(await now, place);
}

/** What one place of a card brings into a report; a repository without a card has none, which is no gap. */
export function cardEvidence(reading: CardReading | undefined, place: Place): Evidence {
  if (!reading) return { entries: [], findings: [], gaps: [], pullRequests: [] };
  const isHere = ({ rule }: FindingFacts) => rule.startsWith('model-index/') === (place === 'model-index');
  const file: FilePlace = { path: cardPath, loader: place };
  return {
    entries: reading.scores.filter(({ origin }) => origin === place).map(toEntry),
    findings: [
      // What a card is not understood in hides nothing of the files: a remark, never an alarm.
      ...reading.findings.filter(isHere).map((facts) => makeFinding(file, { ...facts, severity: 'info' })),
      ...doubts(
        reading.ambiguous.filter(({ origin }) => origin === place),
        file,
      ),
    ],
    gaps: [],
    pullRequests: [],
  };
}

function toEntry(score: CardScore): FoundEntry {
  const { dataset, task, value, valueText, notes, variant, origin, line, quote, where, unit, beside } = score;
  return {
    dataset,
    task,
    value,
    valueText,
    asWritten: true,
    ...(notes !== '' && { notes: cut(notes, 500) }),
    verified: false,
    hasToken: false,
    variant: { ...variant, rest: cut(variant.rest, 500) },
    origin: {
      kind: origin,
      path: cardPath,
      line,
      quote: cut(quote, 2000),
      cell: brief(where, unit, beside),
      seenBy: [origin],
    },
  };
}

/** A cell's words without what no reader reads: tables of fifty models, footnotes of a page. */
function brief(where: CardScore['where'], unit: CardCell['unit'], beside: CardCell['beside']): CardCell {
  const texts = (all: readonly string[], most: number, length: number) =>
    all.slice(0, most).map((text) => cut(text, length));
  return {
    ...where,
    section: texts(where.section, 6, 120),
    row: cut(where.row, 200),
    column: cut(where.column, 200),
    header: texts(where.header, 40, 80),
    footnotes: texts(where.footnotes, 8, 400),
    unit,
    beside: beside.slice(0, 40).map(({ name, ...figure }) => ({ ...figure, name: cut(name, 80) })),
  };
}

/** One remark for each row and question. */
function doubts(all: readonly CardDoubt[], file: FilePlace): Finding[] {
  const seen = new Set<string>();
  const single = all.filter(({ quote, why }) => {
    const key = JSON.stringify([quote, why]);
    return !seen.has(key) && seen.add(key);
  });
  const told = single.slice(0, MOST_DOUBTS).map(({ quote, why, line, stated }) => ({
    ...makeFinding(file, {
      rule: 'card/ambiguous',
      code: codes[why.key] ?? 'S1',
      severity: 'info',
      message: why,
      line,
      text: quote,
    }),
    ...(stated && { stated: { ...stated, beside: stated.beside.slice(0, 40) } }),
  }));
  const left = single.length - told.length;
  const more = { rule: 'card/more', severity: 'info', message: { key: 'findingMoreDoubts', args: [left] } } as const;
  return left > 0 ? [...told, makeFinding(file, more)] : told;
}

import { type Check, type GroupFacts, type Hit, type Pair, RANK } from './pair.ts';
import type { Side } from './side.ts';

/** The file's score and the card's, where the pair is one of each and the file names the card as its source. */
function fileAndCard({ a, b }: Pair): { file: Side; card: Side } | undefined {
  const [file, card] = a.fromCard ? [b, a] : [a, b];
  return !file.fromCard && card.fromCard && file.namesCard ? { file, card } : undefined;
}

function pairHit(pair: Pair): Hit | undefined {
  const two = fileAndCard(pair);
  const kind = two?.file.card?.kind;
  if (!two || pair.otherScale || (kind !== 'beside' && (kind !== 'different' || pair.equal))) return undefined;
  // Another setup is another number: the card is only held to what it states of this one.
  if (pair.differences.some(({ stated }) => stated)) return undefined;
  const cell = two.card.score.origins.find((origin) => origin.cell)?.cell;
  const args = [two.file.score.valueText, two.card.score.valueText, cell?.row ?? '', cell?.column ?? ''];
  return {
    code: 'P2',
    severity: pair.level === 0 ? 'notice' : 'warning',
    comparable: true,
    rank: RANK.cardSays,
    message: () => ({ key: 'verdictCardOther', args }),
  };
}

function singleHit({ score, card, namesCard }: Side, { benchmark }: GroupFacts): Hit | undefined {
  if (!namesCard) return undefined;
  const base = { code: 'P2', comparable: true, rank: RANK.provenance } as const;
  if (card?.kind === 'beside' && card.doubtful) {
    const { line, other } = card;
    const args = [score.valueText, other.name, line.column, line.valueText, line.row];
    return { ...base, severity: 'warning', message: () => ({ key: 'verdictNeighbour', args }) };
  }
  if (card?.kind !== 'silent') return undefined;
  return {
    ...base,
    severity: 'notice',
    message: () => ({ key: 'verdictCardSilent', args: [score.valueText, benchmark] }),
  };
}

/** P2: the source is this model's own card, and the card states another number, or none. */
export const ownCard: Check = { codes: ['P2'], pair: pairHit, single: singleHit };

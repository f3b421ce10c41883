import type { VariantTag } from '../score.ts';
import { kindOfName, namesDisagree } from './model-name.ts';
import type { PageFacts } from './page-facts.ts';
import { type Check, type GroupFacts, gap, type Hit, type Pair, RANK, severityOf } from './pair.ts';
import type { Side } from './side.ts';
import { points, tagWords } from './words.ts';

const kindSaid = (tags: readonly VariantTag[]) => tags.find(({ value }) => !value.startsWith('named:'))?.value;
const namedIn = (tags: readonly VariantTag[]) =>
  tags.find(({ value }) => value.startsWith('named:'))?.value.slice('named:'.length);

/** The model that a side speaks of, as far as it names one. */
const nameOf = (side: Side, repo: string | undefined) => namedIn(side.modelTags) ?? side.model ?? repo;

/** Words for the two models, or for what was said of them. */
function whom(pair: Pair) {
  const words = (side: Side) => {
    const tags = side.modelTags;
    return tags.length > 0 ? tagWords(tags) : (side.model ?? pair.repo ?? '–');
  };
  return { key: 'eitherOr' as const, args: [words(pair.a), words(pair.b)] };
}

/** Whether the words of the two sides cannot be about one model. */
function clash(pair: Pair): 'model' | 'precision' | undefined {
  const { a, b, repo } = pair;
  const [saidA, saidB] = [kindSaid(a.modelTags), kindSaid(b.modelTags)];
  if (saidA !== saidB) {
    if (saidA === 'parent' || saidB === 'parent' || (saidA && saidB)) return 'model';
    const said = saidA ?? saidB;
    const own = repo === undefined ? '' : kindOfName(repo);
    if ((said === 'base' && own !== '' && own !== 'base') || (said === 'instruct' && own === 'base')) return 'model';
  }
  const [nameA, nameB] = [nameOf(a, repo), nameOf(b, repo)];
  return nameA === undefined || nameB === undefined ? undefined : namesDisagree(nameA, nameB);
}

/** The model page that a score's source leads to, when it is another model's. */
function otherPage(side: Side, repo: string | undefined): string | undefined {
  const own = side.model ?? repo;
  const { page } = side;
  if (!own || !page || page.toLowerCase() === own.toLowerCase()) return undefined;
  // A table on another model's page may have a column for this one, and says so.
  const column = namedIn(side.modelTags);
  return column !== undefined && !namesDisagree(column, own) ? undefined : page;
}

const isParent = (name: string, page: PageFacts | undefined) =>
  page?.baseModels.some((parent) => nameMeans(name, parent)) ?? false;

/** Whether a column's name means this repository and no other: its words are all in it, and nothing disagrees. */
function nameMeans(name: string, repo: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z0-9.]+/)
      .filter(Boolean);
  const own = words(repo.slice(repo.indexOf('/') + 1));
  return words(name).length > 0 && own.every((word) => words(name).includes(word)) && !namesDisagree(name, repo);
}

/** The file's number is the one that the card gives to another model, beside another number for this one. */
function columnHit(pair: Pair): Hit | undefined {
  const { a, b, equal, level, page } = pair;
  const [file, card] = a.fromCard ? [b, a] : [a, b];
  const word = file.card;
  if (!card.fromCard || word?.kind !== 'beside' || word.doubtful || pair.otherScale) return undefined;
  if (!card.score.origins.some(({ cell }) => cell?.beside.includes(word.other))) return undefined;
  const { other, line } = word;
  const said = file.score.valueText;
  const parent = isParent(other.name, page);
  const message: Hit['message'] = () =>
    parent
      ? { key: 'verdictParentsColumn', args: [said, other.name, line.valueText, line.row] }
      : { key: 'verdictNeighbour', args: [said, other.name, line.column, line.valueText, line.row] };
  const code = parent ? 'I2' : 'I1';
  if (parent || file.namesCard) return { code, severity: 'warning', comparable: false, rank: RANK.identity, message };
  // Without a word on where it is from, a number may stand in another column by chance: most so where the gap is small.
  if (equal || level === 0) return undefined;
  return { code, severity: 'notice', comparable: true, rank: RANK.oneSided.model, message };
}

function pairHit(pair: Pair): Hit | undefined {
  const { a, b, equal, level, repo } = pair;
  const texts = [a.score.valueText, b.score.valueText];
  const column = columnHit(pair);
  if (column) return column;
  const found = clash(pair);
  const strict = { comparable: false, rank: RANK.identity };
  if (found === 'model') {
    const message = equal
      ? { key: 'verdictModelEqual' as const, args: [...texts, whom(pair)] }
      : { key: 'verdictModel' as const, args: [...texts, whom(pair), points(gap(pair))] };
    return { ...strict, code: 'I1', severity: 'warning', message: () => message };
  }
  if (found === 'precision') {
    if (equal)
      return {
        ...strict,
        code: 'I2',
        severity: 'warning',
        message: () => ({ key: 'verdictInherited', args: [...texts, whom(pair)] }),
      };
    return {
      comparable: false,
      rank: RANK.setup.V4,
      code: 'V4',
      severity: level === 0 ? 'info' : 'notice',
      message: () => ({ key: 'verdictSetupPlain', args: [...texts, whom(pair), points(gap(pair))] }),
    };
  }
  const [pageA, pageB] = [otherPage(a, repo), otherPage(b, repo)];
  const page = pageA && pageB ? undefined : (pageA ?? pageB);
  const other = page !== undefined && namesDisagree(page, repo ?? '') === 'model';
  if (other && equal)
    return {
      ...strict,
      code: 'I2',
      severity: 'notice',
      message: () => ({ key: 'verdictSamePage', args: [...texts, page] }),
    };
  const said = [kindSaid(a.modelTags), kindSaid(b.modelTags)];
  const [nameA, nameB] = [nameOf(a, repo), nameOf(b, repo)];
  // "Llama-3.1-8B" beside "Llama-3.1-8B-Instruct": another repository, or the same one with its name cut short.
  const cutShort = nameA !== undefined && nameB !== undefined && kindOfName(nameA) !== kindOfName(nameB);
  const oneSided = said[0] !== said[1] || cutShort;
  if (equal || level === 0 || (!other && !oneSided)) return undefined;
  return {
    code: 'I1',
    severity: severityOf(level),
    comparable: true,
    rank: RANK.oneSided.model,
    message: () =>
      oneSided
        ? { key: 'verdictModelMaybe', args: [...texts, whom(pair), points(gap(pair))] }
        : { key: 'verdictOtherPage', args: [...texts, page ?? '', points(gap(pair))] },
  };
}

/** A quantized repository whose card gives a figure in the column of the model that it was made from. */
function inherited(
  { score, fromCard }: Side,
  repo: string | undefined,
  page: PageFacts | undefined,
): string | undefined {
  const column = fromCard ? score.origins.find(({ cell }) => cell)?.cell?.column : undefined;
  if (!column || repo === undefined || !isParent(column, page)) return undefined;
  return namesDisagree(column, repo) === 'precision' ? column : undefined;
}

function singleHit(side: Side, { repo, page: facts }: GroupFacts): Hit | undefined {
  const page = otherPage(side, repo);
  const parent = inherited(side, repo, facts);
  if (parent !== undefined)
    return {
      code: 'I2',
      severity: 'notice',
      comparable: true,
      rank: RANK.identity,
      message: () => ({ key: 'verdictParentsFigure', args: [side.score.valueText, parent] }),
    };
  if (page && facts?.baseModels.some((parent) => parent.toLowerCase() === page.toLowerCase()))
    return {
      code: 'I2',
      severity: 'warning',
      comparable: true,
      rank: RANK.identity,
      message: () => ({ key: 'verdictParentsPage', args: [side.score.valueText, page] }),
    };
  const disagree = page && repo ? namesDisagree(page, repo) : undefined;
  if (!page || !disagree) return undefined;
  return {
    code: disagree === 'precision' ? 'I2' : 'I1',
    severity: 'notice',
    comparable: true,
    rank: RANK.identity,
    message: () => ({ key: 'verdictOtherModelsPage', args: [side.score.valueText, page] }),
  };
}

/** I1, I2: the score may be another model's: base for instruct, another size or version, the parent's. */
export const identity: Check = { codes: ['I1', 'I2'], pair: pairHit, single: singleHit };

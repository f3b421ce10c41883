import type { Benchmark } from '../benchmarks/index.ts';
import { type Pattern, remark } from './pattern.ts';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const cache = new Map<string, Pattern[]>();

/**
 * How the benchmark's own family is named in running text: `GPQA Diamond`, `Terminal-Bench 2.1`, `AIME25`. The stem
 * alone is a statement only where {@link Benchmark.family} says so: then the author did not say which one is meant.
 */
export function familyPatterns(benchmark: Benchmark): Pattern[] {
  const { family, dataset } = benchmark;
  if (!family) return [];
  const known = cache.get(dataset);
  if (known) return known;
  const stem = family.stem.split(/[-\s]/).map(literal).join('[- _]?');
  const members = family.members.map((member) =>
    /^20\d\d$/.test(member) ? `(?:(?:feb(?:ruary)?|nov(?:ember)?)[- _]?)?(?:20)?${member.slice(2)}` : literal(member),
  );
  const value = (match: RegExpExecArray) => {
    const said = (match[1] ?? '').toLowerCase();
    const year = /(?:20)?(\d\d)$/.exec(said)?.[1];
    return family.members.find((member) => member === said || member === `20${year}`) ?? said;
  };
  const find = (source: string) => new RegExp(`(?<![a-z0-9])${source}(?![a-z0-9])`, 'gi');
  const made: Pattern[] = [
    // `AIME 2026 I` is half of it.
    {
      kind: 'subset',
      find: find(`(?<=${stem}[- _]?(?:20)?\\d\\d )(i{1,2})(?! ?(?:&|and))`),
      value: (match) => match[0].toLowerCase(),
    },
    {
      kind: family.kind,
      find: find(`${stem}[- _@]?[("]?v?(${members.join('|')}|\\d+\\.\\d+)(?! ?(?:%|points))\\)?`),
      value,
      fields: ['notes', 'source', 'row', 'header', 'footnote'],
    },
    { kind: 'subset', find: find(`${stem}[- _]text[- _](\\d+)`), value: (match) => `text-${match[1]}` },
    { kind: 'modality', find: find(`${stem}[- _]text(?:[- _]only)?`), value: 'text-only' },
    { kind: 'modality', find: find(`${stem}[- _]full`), value: 'full' },
  ];
  if (/^\d/.test(family.members[0] ?? '')) {
    // A bare version, and the half of a contest that has two.
    made.push({ kind: 'version', find: remark(`v?(${members.join('|')})(?: (?:subset|set))?`), value });
    made.push({
      kind: 'subset',
      find: remark('i{1,2}|(?:first|second) half'),
      value: (match) => match[0].toLowerCase(),
    });
  }
  if (family.kind === 'subset') {
    made.push({
      kind: 'subset',
      find: find(`(${members.join('|')}) (?:sub)?(?:set|split)`),
      value,
    });
    made.push({ kind: 'subset', find: remark(`(${members.join('|')})`), value });
    const distinct = family.members.filter((member) => member !== 'main' && member !== 'extended');
    made.push({ kind: 'subset', find: find(`(${distinct.join('|')})`), value });
  }
  if (family.bare) {
    made.push({
      kind: family.kind,
      find: find(
        `${stem}(?! ?[\\d.])(?:["”’]?,?[^,;.]{0,30}(?:without a version|no version)|(?: |,)*\\(?(?:original|unversioned)\\)?)?`,
      ),
      value: 'unnamed',
      fields: ['notes', 'row', 'header', 'footnote'],
    });
  }
  cache.set(dataset, made);
  return made;
}

import { isCollection, isNode, isPair, isScalar, Lexer, type Node, type Scalar, Schema, visit } from 'yaml';
import { cut } from '../../evals/finding.ts';
import type { Message } from '../../evals/message.ts';
import { visibleText } from '../../evals/view/visible-text.ts';
import type { ProblemFacts } from '../check/check.ts';
import type { ProblemLevel } from '../problem.ts';
import type { SpecCheck } from './ground-checks.ts';
import { readSpec, type SpecRead } from './read-spec.ts';

/** Lines that are named at most; the rest are counted. */
const MOST_SAID = 20;

/** Fields whose texts name something: read as a number or a date they name nothing. */
const NAMES = new Set(['id', 'config', 'split', 'name', 'evaluation_framework']);

/** What YAML 1.1 takes for a number, a date, yes or no; PyYAML knows `=` besides. */
const older = new Schema({ schema: 'yaml-1.1', resolveKnownTags: false }).tags.flatMap((tag) =>
  tag.default === true && 'test' in tag && tag.test && tag.tag !== 'tag:yaml.org,2002:str' ? [tag.test] : [],
);

/** `010`, `0o17` and `1e3`: other numbers, or none, for readers of YAML 1.1. */
const ODD_NUMBER = /^(?!0x)(?:[-+]?0(?:o|\d)|[^.]*e|.*e(?![-+]))/i;

/** In braces and brackets PyYAML takes a question mark for a key's, and no text begins with a colon. */
const ODD_IN_FLOW = /\?|^:/;

/** Characters that no reader of YAML takes, or that some take for the end of a line; half characters among them. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u;

/** What the lexer puts in: the start of a document, of a text without quotes, and an error. */
const MARKS = ['\u0002', '\u001f', '\u0018'];

interface Said {
  level: ProblemLevel;
  /** 1-based. */
  line: number;
  message: Message;
}

/**
 * A file that its readers take for the same. Those of JavaScript know YAML 1.2, PyYAML, by which harnesses read it, YAML
 * 1.1, and it refuses more. What the two read differently was tried with js-yaml 4.3.2 and PyYAML 6.0.3.
 */
export const alike: SpecCheck = {
  name: 'alike',
  check({ draft }) {
    const read = readSpec(draft.text);
    const all = [...characters(read.yaml.text), ...tabs(read), ...scalars(read)];
    // The same twice in one line is put right at one look.
    const said = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].sort((a, b) => a.line - b.line);
    const left = said.length - MOST_SAID;
    const shown = said.slice(0, MOST_SAID).map((one): ProblemFacts => ({ field: 'text', ...one }));
    const more = said.slice(MOST_SAID);
    const level = more.some((one) => one.level === 'error') ? 'error' : 'warning';
    return left > 0 ? [...shown, { field: 'text', level, message: { key: 'findingMore', args: [left] } }] : shown;
  },
};

/** Characters that cannot stand in a file, or that nobody sees. */
function characters(text: string): Said[] {
  if (visibleText(text) === text && !FORBIDDEN.test(text)) return [];
  return text.split('\n').flatMap((whole, index): Said[] => {
    const line = whole.replace(/\r$/, '');
    const forbidden = FORBIDDEN.exec(line)?.[0];
    const at = index + 1;
    if (forbidden !== undefined)
      return [{ level: 'error', line: at, message: { key: 'specProblemCharacter', args: [nameOf(forbidden)] } }];
    const hidden = [...line].find((one) => visibleText(one) !== one);
    return hidden === undefined
      ? []
      : [{ level: 'warning', line: at, message: { key: 'specProblemHidden', args: [nameOf(hidden)] } }];
  });
}

const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const tabbed = (line: number): Said => ({ level: 'error', line, message: { key: 'specProblemTab' } });

/** Tabs between the parts of a line; in quotes, comments and blocks of text they are text. */
function tabs({ yaml }: SpecRead): Said[] {
  const { text, problems, lineAt } = yaml;
  if (!text.includes('\t') || problems.length > 0) return [];
  const lines = new Set<number>();
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // Marks that the lexer puts in stand nowhere in the text.
    if (MARKS.includes(lexeme) && text[at] !== lexeme) continue;
    if (/^[ \t]*\t[ \t]*$/.test(lexeme)) lines.add(lineAt(at));
    at += lexeme.length;
  }
  return [...lines].map(tabbed);
}

/** Unquoted values that are one thing for YAML 1.1 and another for YAML 1.2, and keys that some readers refuse. */
function scalars({ yaml }: SpecRead): Said[] {
  const [document] = yaml.documents;
  if (!document || yaml.problems.length > 0) return [];
  const said: Said[] = [];
  const between = (key: Node, value: Node) => yaml.text.slice(key.range?.[0], value.range?.[0]);
  const tell = (level: ProblemLevel, node: unknown, message: Message) =>
    said.push({ level, line: yaml.lineAt((isNode(node) && node.range?.[0]) || 0), message });
  visit(document, {
    Pair(_, { key, value }, path) {
      if (isScalar(key) && isNode(value) && isFlow(path) && /\n.*:/s.test(between(key, value)))
        tell('error', key, { key: 'specProblemKey' });
      if (!isScalar(key)) tell('error', isNode(key) ? key : value, { key: 'specProblemKey' });
      else if (key.value === null) tell('error', value, { key: 'specProblemKey' });
      else if (key.value === '<<' && key.type === 'PLAIN') tell('warning', key, { key: 'specProblemMerge' });
    },
    Scalar(place, node, path) {
      const parent = path.at(-1);
      const name = place === 'value' && isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : '';
      const isName = NAMES.has(name);
      if (node.type !== 'PLAIN') {
        if (name === 'id' && hasOuterBlanks(node)) tell('warning', node, { key: 'specProblemIdSpace' });
        return;
      }
      const [from, to] = node.range ?? [0, 0];
      if (yaml.text.slice(from, to).includes('\t')) said.push(tabbed(yaml.lineAt(from)));
      // A name that is no text for us either is said by the schema.
      if (ODD_IN_FLOW.test(node.source ?? '') && isFlow(path))
        tell('error', node, { key: 'specProblemAmbiguous', args: [cut(node.source ?? '', 60)] });
      else if (place !== 'key' && isDoubtful(node, isName))
        tell(isName ? 'error' : 'warning', node, { key: 'specProblemAmbiguous', args: [cut(node.source ?? '', 60)] });
      else if (place === 'key' && node.value !== '<<' && isDoubtful(node, false))
        tell('warning', node, { key: 'specProblemAmbiguous', args: [cut(node.source ?? '', 60)] });
    },
  });
  return said;
}

/** Whether something stands in braces or brackets. */
const isFlow = (path: readonly unknown[]) => path.some((one) => isCollection(one) && one.flow === true);

/** Whether an id begins or ends with blanks, or holds a line end: a results file must name it with exactly that. */
const hasOuterBlanks = ({ value }: Scalar) => typeof value === 'string' && /^\s|\s$|\n/.test(value);

function isDoubtful({ source = '', value, tag }: Scalar, isName: boolean): boolean {
  if (tag !== undefined) return false;
  if (typeof value === 'number') return !isName && ODD_NUMBER.test(source);
  // YAML 1.1 has `y` and `n` for yes and no, and no reader in use follows it there.
  if (typeof value !== 'string' || /^[yn]$/i.test(source)) return false;
  return source === '=' || source === '<<' || older.some((test) => test.test(source));
}

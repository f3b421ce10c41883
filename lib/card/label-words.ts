import type { Benchmark, BenchmarkTask } from '../evals/benchmarks/index.ts';
import { readVariant } from '../evals/variant/index.ts';

/** Words for how a score is counted; they are no setup of their own. */
const counting =
  /(?<![\p{L}\d])(?:acc(?:uracy)?|acc_char|acc_norm|em|exact match|score|resolved|resolve rate|success rate|pass rate|solve rate|rate|correct|avg|average|mean|strict(?!-match)|full set|full|official|public|the|of|on|in|prompt(?:[- ]?level)?|loose|mcq?|multiple choice|generative|gen|percentage|average@\d+|higher is better|single[- ]attempt|ndcg@10|macro|micro|perf(?:ormance)?|w|with|by|using|via|\d+[km]?[- ](?:max[- ])?(?:steps?|turns?|iterations?|tool calls|tokens?|trials?|attempts?))(?![\p{L}\d@])/giu;
/** Fillers that may stand beside a benchmark's name. */
const fillers =
  /(?<![\p{L}\d])(?:overall|test|leaderboard|set|feb(?:ruary)?|benchmarks?|dataset|english|en|mteb|retrieval)(?![\p{L}\d])/giu;
/** Topics before a name or in brackets behind it; right behind it they would be a part of its questions. */
const topics =
  /(?<![\p{L}\d])(?:agentic|knowledge|reasoning|science|scientific|math(?:ematics)?|coding|code|general|graduate[- ]level|phd[- ]level|software engineering|agents?|factuality|tools?|search|q&a|qa|language|text)(?![\p{L}\d])/giu;
/** In brackets most words are a remark; these make it another set of questions. */
const another =
  /(?<![\p{L}\d])(?:lite|mini|hard|january|march|april|may|june|july|august|september|october|november|december|nov|dec|oct|easy|symbolic|multilingual|multi|zh|cn|chinese|japanese|korean|german|french|spanish|translated|plus|redux|subset|sample|dev|image|images|audio|video|live|java|typescript|private|commercial|biology|business|chemistry|computer science|economics|engineering|health|history|law|medicine|philosophy|physics|psychology|humanities|stem|social sciences?|elo|rating|cost|tokens?|time|latency|wins?)(?![\p{L}\d])/iu;

/** Behind a colon, a dash with blanks or a bar stands a description. */
const description = /\s[-–—|]\s|[:|]\s/;

/** The words around a name, without those that only say how a score is counted. */
export function setupOf(prefix: string, suffix: string): string {
  const pieces = (text: string) =>
    text
      .replace(counting, (word) => (/^(?:em|macro|micro|perf(?:ormance)?|w|with|\d.*)$/.test(word) ? word : ' '))
      .replace(/[_↑↓*†‡]/g, ' ')
      .split(/[(),;[\]]/)
      .map((piece) => piece.replace(/^[\s\-–—./:]+|[\s\-–—./:]+$/g, ''))
      .filter((piece) => /[\p{L}\d]/u.test(piece.replace(fillers, '').replace(topics, '')));
  // What stands behind a colon or a dash describes the benchmark, unless it is a setup.
  const [near = '', ...described] = suffix.split(description);
  return [...pieces(prefix), ...pieces(near), ...described.flatMap(pieces).filter((piece) => isSetup(piece))].join(
    ', ',
  );
}

/** Whether what stands around a benchmark's name is a setup or a filler, so that it is still the same benchmark. */
export function explained(prefix: string, suffix: string, benchmark: Benchmark, task?: BenchmarkTask): boolean {
  const whole = `${prefix} ${suffix}`;
  if (!/[\p{L}\d]/u.test(whole)) return true;
  if (saysAnother(prefix, suffix, benchmark, task)) return false;
  const brackets: string[] = [];
  const outside = (text: string) =>
    text.replace(/[([{]([^()[\]{}]*)[)\]}]?/g, (_, remark: string) => {
      brackets.push(...remark.split(/[,;]/));
      return ' ';
    });
  const [behind = '', ...described] = outside(suffix).split(description);
  if (!understood(behind, benchmark, task) || !understood(outside(prefix).replace(topics, ' '), benchmark, task))
    return false;
  return [...brackets, ...described].every((remark) => {
    const words = remark.replace(topics, ' ');
    return (
      understood(remark, benchmark, task) ||
      understood(words, benchmark, task) ||
      (!another.test(remark) && !/\d/.test(words))
    );
  });
}

/** Whether the words name another version or subset than the task's. */
function saysAnother(prefix: string, suffix: string, benchmark: Benchmark, task: BenchmarkTask | undefined): boolean {
  const name = task ? benchmark.name : (benchmark.family?.stem ?? benchmark.name);
  const { tags } = readVariant({ row: `${prefix}${name}${suffix}`, dataset: benchmark.dataset, task: task?.id });
  return tags.some(({ kind, value }) => {
    if (value === 'unnamed') return false;
    return kind === 'version'
      ? value !== task?.implied?.version
      : kind === 'subset' && value !== task?.implied?.subset && value !== 'public';
  });
}

function understood(text: string, benchmark: Benchmark, task: BenchmarkTask | undefined): boolean {
  const words = text.replace(/[↑↓⬆⬇%*†‡#]/g, ' ').trim();
  if (!/[\p{L}\d]/u.test(words)) return true;
  const { rest } = readVariant({ row: words.replace(/[_]/g, ' '), dataset: benchmark.dataset, task: task?.id });
  return !/[\p{L}\d]/u.test(rest.replace(counting, ' ').replace(fillers, ' '));
}

/** Whether words are a setup and nothing else: `no tools`, `5-shot`, `w/ python`, `Diamond`. */
export function isSetup(text: string, benchmark?: Benchmark): boolean {
  const words = text.trim();
  if (words === '' || words.length > 120) return false;
  const { tags, rest } = readVariant({ row: words, dataset: benchmark?.dataset });
  return tags.length > 0 && !/[\p{L}\d]/u.test(rest.replace(counting, ' '));
}

import { type FilePlace, lineText, makeFinding, wellFormed } from './finding.ts';
import { readDocuments, recoverItems } from './read-items.ts';
import { readYaml, type YamlProblem } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { FoundEntry } from './score.ts';
import { splitItems } from './split-items.ts';

export interface ParseOptions extends FilePlace {
  /** Bytes of the whole file, when {@link parseResultsFile} gets only its beginning. */
  size?: number;
}

export interface ParsedFile {
  entries: FoundEntry[];
  findings: Finding[];
}

/** 256 KiB. The biggest results file seen is below 20 KB. */
export const MAX_BYTES = 256 * 1024;
const MAX_FINDINGS = 50;

/**
 * Reads a `.eval_results` file: every entry that is one, and a finding for everything that is not. Never throws; one
 * bad entry never hides its neighbours. A file of 256 KiB takes above 100 ms: where something else is waiting, use
 * {@link parseResultsFileInSlices}.
 */
export function parseResultsFile(text: string, options: ParseOptions): ParsedFile {
  const steps = readFile(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link parseResultsFile} that lets others run after every 20 ms. */
export async function parseResultsFileInSlices(text: string, options: ParseOptions): Promise<ParsedFile> {
  const steps = readFile(text, options);
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < 20) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

function* readFile(source: string, options: ParseOptions): Generator<undefined, ParsedFile> {
  const entries: FoundEntry[] = [];
  const findings: Finding[] = [];
  let left = 0;
  const add = (found: FoundEntry | Finding[]) => {
    if (!Array.isArray(found)) entries.push(found);
    else if (findings.length < MAX_FINDINGS) findings.push(...found);
    else left += found.length;
  };
  const text = withinLimit(wellFormed(source).replace(/^\uFEFF/, ''), options, add);
  const whole = yield* readYaml(text);
  yield* whole.problems.some(breaksTheFile) ? recoverItems(whole, options, add) : readDocuments(whole, options, add);
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (left > 0)
    findings.push(makeFinding(options, { rule: 'file/more', message: { key: 'findingMore', args: [left] } }));
  return { entries, findings };
}

/** An unknown tag keeps its own item from being read, but no other. */
const breaksTheFile = ({ code }: YamlProblem) => code !== 'TAG_RESOLVE_FAILED';

function withinLimit(text: string, options: ParseOptions, add: (found: Finding[]) => void): string {
  const bad = text.indexOf('\uFFFD');
  if (bad !== -1)
    add([
      makeFinding(options, {
        rule: 'file/encoding',
        severity: 'notice',
        message: { key: 'findingEncoding' },
        line: text.slice(0, bad).split('\n').length,
        text: lineText(text, bad),
      }),
    ]);
  // No character takes more than three bytes for each unit of a JavaScript string.
  const size = options.size ?? (text.length * 3 <= MAX_BYTES ? text.length : new TextEncoder().encode(text).length);
  if (size <= MAX_BYTES) return text;
  const head = text.slice(0, MAX_BYTES);
  const last = splitItems(head).at(-1);
  const kept = last ? head.slice(0, last.offset) : head;
  const args = [Math.ceil(size / 1024), MAX_BYTES / 1024, kept.split('\n').length - 1];
  add([makeFinding(options, { rule: 'file/too-large', message: { key: 'findingTooLarge', args } })]);
  return kept;
}

import { type FilePlace, lineText, makeFinding } from './finding.ts';
import { inSlices, run } from './in-slices.ts';
import { readApart, readDocuments, recoverItems, type Sink } from './read-items.ts';
import { readYaml, type YamlProblem } from './read-yaml.ts';
import type { Finding } from './report.ts';
import type { FoundEntry } from './score.ts';
import { isPlainList, splitItems, type TextItem } from './split-items.ts';
import { wellFormed } from './view/well-formed.ts';

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
export const parseResultsFile = (text: string, options: ParseOptions): ParsedFile => run(readFile(text, options));

/** {@link parseResultsFile} that lets others run after every 20 ms. */
export const parseResultsFileInSlices = (text: string, options: ParseOptions): Promise<ParsedFile> =>
  inSlices(readFile(text, options));

function* readFile(source: string, options: ParseOptions): Generator<undefined, ParsedFile> {
  const entries: FoundEntry[] = [];
  const findings: Finding[] = [];
  let left = 0;
  const sink: Sink = {
    file: options,
    entry: (found) => entries.push(found),
    finding: (make) => {
      if (findings.length < MAX_FINDINGS) findings.push(make());
      else left++;
    },
    full: () => findings.length >= MAX_FINDINGS,
  };
  const { text, items } = yield* withinLimit(source, options, sink);
  checkEncoding(text, options, sink);
  if (isPlainList(text, items)) yield* readApart(items, sink);
  else {
    const whole = yield* readYaml(text);
    yield* whole.problems.some(breaksTheFile) ? recoverItems(whole, items, sink) : readDocuments(whole, sink);
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (left > 0)
    findings.push(makeFinding(options, { rule: 'file/more', message: { key: 'findingMore', args: [left] } }));
  return { entries, findings };
}

/** An unknown tag keeps its own item from being read, but no other. */
const breaksTheFile = ({ code }: YamlProblem) => code !== 'TAG_RESOLVE_FAILED';

/** The text up to the size limit, without the item that the limit cuts through, and its items. */
function* withinLimit(
  source: string,
  options: ParseOptions,
  sink: Sink,
): Generator<undefined, { text: string; items: TextItem[] }> {
  const text = wellFormed(source.slice(0, MAX_BYTES)).replace(/^\uFEFF/, '');
  const items = yield* splitItems(text);
  // No character takes more than three bytes for each unit of a JavaScript string.
  const size = options.size ?? (source.length * 3 <= MAX_BYTES ? 0 : new TextEncoder().encode(source).length);
  if (size <= MAX_BYTES) return { text, items };
  const whole = source.length > MAX_BYTES || options.size !== undefined ? items.slice(0, -1) : items;
  const end = items[whole.length]?.offset ?? text.length;
  const args = [Math.ceil(size / 1024), MAX_BYTES / 1024, text.slice(0, end).split('\n').length - 1];
  sink.finding(() => makeFinding(options, { rule: 'file/too-large', message: { key: 'findingTooLarge', args } }));
  return { text: text.slice(0, end), items: whole };
}

function checkEncoding(text: string, options: ParseOptions, sink: Sink): void {
  const bad = text.indexOf('\uFFFD');
  if (bad === -1) return;
  sink.finding(() =>
    makeFinding(options, {
      rule: 'file/encoding',
      severity: 'notice',
      message: { key: 'findingEncoding' },
      line: text.slice(0, bad).split('\n').length,
      text: lineText(text, bad),
    }),
  );
}

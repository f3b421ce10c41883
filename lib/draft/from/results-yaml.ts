import { parseResultsFile } from '../../evals/parse.ts';
import type { FoundEntry } from '../../evals/score.ts';
import { type EntryStart, quoteOf, type ReadEvidence } from './evidence.ts';

/** A `.eval_results` file: its good entries as they stand, and its findings with their lines. */
export function fromResultsYaml(text: string, file: string | undefined): ReadEvidence {
  const { entries, findings } = parseResultsFile(text, { path: file ?? '', loader: 'main-files' });
  return {
    format: 'eval-results',
    entries: entries.map((entry) => toStart(entry, file)),
    findings: findings.map(({ rule, message, severity, line, at }) => ({
      level: severity === 'error' || severity === 'warning' ? 'warning' : 'notice',
      rule,
      message,
      ...(line === null ? {} : { line }),
      ...(at === undefined ? {} : { at }),
    })),
  };
}

function toStart(entry: FoundEntry, file: string | undefined): EntryStart {
  const { dataset, task, revision, valueText, date, notes, source, origin } = entry;
  return {
    dataset,
    task,
    ...(revision === undefined ? {} : { revision }),
    valueText,
    ...(date === undefined ? {} : { date: date.slice(0, 10) }),
    ...(notes === undefined ? {} : { notes }),
    ...(source === undefined ? {} : { source }),
    evidence: {
      kind: 'file',
      format: 'eval-results',
      ...(file === undefined ? {} : { file: file.slice(-200) }),
      ...(origin.quote === undefined ? {} : { quote: quoteOf(origin.quote) }),
      ...(origin.line === undefined ? {} : { line: origin.line }),
    },
  };
}

import { memo } from 'react';
import type { DraftEntry, SubmissionPlan } from '../../lib/draft/draft.ts';
import type { DraftFile } from '../../lib/draft/files.ts';
import { visibleText } from '../../lib/evals/view/visible-text.ts';
import { Setup } from '../panel/setup.tsx';
import { alignmentOf, Value } from '../panel/value.tsx';
import { formatDay } from '../ui/format.ts';
import { SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import { type DiffLine, lineDiff } from './line-diff.ts';
import { scoreOf } from './score-of.ts';

interface PreviewProps {
  plan: Pick<SubmissionPlan, 'files' | 'title' | 'body'>;
  /** What is known of the files beside their new text. */
  files: readonly DraftFile[];
  /** Rows that it would add to the board; none for an `eval.yaml`. */
  entries: readonly DraftEntry[];
}

/** Exactly what will be sent: each file's change, the rows as they will look, and the pull request's words. */
export function Preview({ plan, files, entries }: PreviewProps) {
  const say = useSay();
  return (
    <>
      {plan.files.map((file) => (
        <FileChange
          key={file.path}
          file={file}
          isNew={files.some(({ path, how }) => path === file.path && how === 'new')}
        />
      ))}
      {entries.length > 0 && (
        <>
          <h2>{say('composerPreviewRow')}</h2>
          <ul className="cc-row-previews">
            {entries.map((entry) => (
              <RowPreview key={entry.id} entry={entry} all={entries} />
            ))}
          </ul>
        </>
      )}
      <details className="cc-words">
        <summary>{say('composerPreviewText')}</summary>
        <p className="cc-pull-title">
          <Foreign text={plan.title} />
        </p>
        <pre className="cc-pull-body">
          <Foreign text={plan.body} most={20_000} />
        </pre>
      </details>
    </>
  );
}

/** Lines of one sign beyond this many stand as one text: thousands of elements would hold the typing up. */
const MOST_LINES = 400;

/** One file's change; drawn anew only for another one. */
const FileChange = memo(function FileChange({
  file,
  isNew,
}: {
  file: SubmissionPlan['files'][number];
  isNew: boolean;
}) {
  const say = useSay();
  const { path, text, before } = file;
  const { kept, lines, added } = lineDiff(before ?? '', text);
  const keys = new Map<string, number>();
  return (
    <figure className="cc-change">
      <figcaption>
        <span className="cc-mono">
          <Foreign text={path} />
        </span>{' '}
        <span className="cc-meta">
          {before !== undefined ? say('composerPreviewAdded', added) : isNew && say('composerPreviewNew', added)}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and a keyboard has to get there */}
      <section className="cc-diff" tabIndex={0} aria-label={path}>
        {kept > 0 && <span className="cc-diff-kept">{say('composerPreviewKept', kept)}</span>}
        <pre>
          {joined(lines).map(({ sign, text: line }) => {
            const nth = (keys.get(sign + line) ?? 0) + 1;
            keys.set(sign + line, nth);
            return (
              <span key={`${sign}${line}${nth}`} className="cc-diff-line" data-sign={sign}>
                <span className="cc-diff-sign">{sign}</span>
                <bdi>{visibleText(line)}</bdi>
                {'\n'}
              </span>
            );
          })}
        </pre>
      </section>
    </figure>
  );
});

/** The lines as they are drawn: very many of one sign together, each with its sign before it. */
function joined(lines: readonly DiffLine[]): readonly DiffLine[] {
  if (lines.length <= MOST_LINES) return lines;
  const parts: DiffLine[] = [];
  for (let from = 0; from < lines.length; ) {
    const { sign } = lines[from] as DiffLine;
    let to = from;
    while (lines[to]?.sign === sign) to++;
    const texts = lines.slice(from, to).map(({ text }) => text);
    parts.push({ sign, text: texts.join(`\n${sign}`) });
    from = to;
  }
  return parts;
}

/** The row as the panel and the board will show it. */
function RowPreview({ entry, all }: { entry: DraftEntry; all: readonly DraftEntry[] }) {
  const say = useSay();
  const { source, date } = entry;
  return (
    <li className="cc-row-preview">
      <Value text={entry.valueText} alignment={alignmentOf(all.map(({ valueText }) => valueText))} />
      <Setup score={scoreOf(entry)} />
      <span className="cc-meta">{date ? formatDay(say.locale, date) : say('composerNoDate')}</span>
      <span className="cc-badge">{say('composerAsCommunity')}</span>
      <span className="cc-row-source">
        {source ? (
          <SourceLink url={source.url}>{source.name && <Foreign text={source.name} most={ROW_NAME} />}</SourceLink>
        ) : (
          <span className="cc-meta">{say('composerNoSource')}</span>
        )}
      </span>
    </li>
  );
}

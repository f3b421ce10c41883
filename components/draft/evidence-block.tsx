import type { DraftEvidence } from '../../lib/draft/draft.ts';
import { fileUrl } from '../../lib/evals/view/links.ts';
import { Icon } from '../ui/icon.tsx';
import { HubLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

/** Where the value was read, in its author's words; nothing here is the reader's to change. */
export function EvidenceBlock({ evidence, repo }: { evidence: DraftEvidence; repo: string }) {
  const say = useSay();
  const { quote, footnotes = [], stated = [] } = evidence;
  if (evidence.kind === 'typed') return <p className="cc-meta">{say('composerEvidenceTyped')}</p>;
  const places = placesOf(evidence, say);
  const card = evidence.kind === 'card' && repo ? { path: 'README.md', line: evidence.line ?? 1 } : undefined;
  const link = card && fileUrl(repo, card, evidence.commit);
  return (
    <div className="cc-evidence">
      {quote && (
        <blockquote>
          <Foreign text={quote} />
        </blockquote>
      )}
      <p className="cc-meta">
        <Foreign text={places.join(' · ')} />{' '}
        {link && (
          <HubLink url={link}>
            {say('composerEvidenceShow')} <Icon name="outside" size={12} />
          </HubLink>
        )}
      </p>
      {footnotes.map((footnote) => (
        <p key={footnote} className="cc-meta">
          <Foreign text={say('composerEvidenceFootnote', footnote)} />
        </p>
      ))}
      {stated.length > 0 && (
        <details>
          <summary>{say('composerEvidenceStated')}</summary>
          <dl className="cc-stated">
            {stated.map(([name, value]) => (
              <div key={`${name} ${value}`}>
                <dt>
                  <Foreign text={name} />
                </dt>
                <dd>
                  <Foreign text={value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** The places that evidence names, the widest first. */
export function placesOf(evidence: DraftEvidence, say: ReturnType<typeof useSay>): string[] {
  const { kind, section = [], table, row, column, line, commit, file, format } = evidence;
  const whole = {
    card: say('composerEvidenceCard'),
    report: say('composerEvidenceReport'),
    file: file && format ? say('composerEvidenceFormat', file, format) : (file ?? ''),
    typed: '',
  }[kind];
  return [
    commit ? `${whole} @ ${commit.slice(0, 7)}` : whole,
    ...section,
    table === undefined ? '' : say('composerEvidenceTable', `${table}`),
    row ? say('composerEvidenceRow', row) : '',
    column ? say('composerEvidenceColumn', column) : '',
    line === undefined ? '' : say('composerEvidenceLine', `${line}`),
  ].filter(Boolean);
}

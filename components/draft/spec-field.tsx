import type { Ref } from 'react';
import type { SpecDraft } from '../../lib/draft/draft.ts';
import type { Problem } from '../../lib/draft/problem.ts';
import { useSay } from '../ui/say.tsx';
import { useProblems } from './composer-context.tsx';
import { ProblemLines } from './problem-lines.tsx';

type Content = Pick<SpecDraft, 'text' | 'asDraft'>;

interface SpecFieldProps {
  ref: Ref<HTMLTextAreaElement>;
  prefix: string;
  content: Content;
  problems: readonly Problem[];
  onChange(change: Partial<Content>): void;
}

/** The file itself, to be gone over line by line, with its problems below; and whether it is opened as a draft. */
export function SpecField({ ref, prefix, content, problems, onChange }: SpecFieldProps) {
  const say = useSay();
  const { editable } = useProblems();
  const { text, asDraft } = content;
  const ofText = problems.filter(({ field }) => field === 'text');
  const others = problems.filter(({ field }) => field !== 'text');
  return (
    <div className="cc-composer-fields">
      <div className="cc-spec-field">
        <label htmlFor={`${prefix}-text`}>{say('specFile')}</label>
        <textarea
          ref={ref}
          id={`${prefix}-text`}
          className="cc-mono cc-spec-text"
          rows={Math.min(30, Math.max(10, text.split('\n').length + 1))}
          spellCheck={false}
          autoCapitalize="off"
          value={text}
          aria-invalid={ofText.some(({ level }) => level === 'error')}
          aria-describedby={`${prefix}-note${ofText.length > 0 ? ` ${prefix}-text-problems` : ''}`}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
        {ofText.length > 0 && <ProblemLines id={`${prefix}-text-problems`} problems={ofText} />}
        <p id={`${prefix}-note`} className="cc-meta">
          {say('specNote')}
        </p>
      </div>
      <label className="cc-check-line">
        <input
          type="checkbox"
          disabled={!editable}
          checked={asDraft}
          onChange={(event) => onChange({ asDraft: event.currentTarget.checked })}
        />{' '}
        {say('composerAsDraft')}
      </label>
      {others.length > 0 && <ProblemLines id={`${prefix}-draft-problems`} problems={others} />}
    </div>
  );
}

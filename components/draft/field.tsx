import type { ReactNode } from 'react';
import type { Problem } from '../../lib/draft/problem.ts';
import { useComposer } from './composer-context.tsx';
import { ProblemLines } from './problem-lines.tsx';

/** What a control needs to be tied to its label, its hint and its problems. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  disabled: boolean;
}

interface FieldProps {
  /** The form's name of the field, `entries.0.valueText`. */
  name: string;
  label: string;
  /** What stands beside the control. */
  hint?: ReactNode;
  problems: readonly Problem[];
  className?: string;
  children(control: FieldControl): ReactNode;
}

/** A label, its control, a hint, and the problems that the field has. */
export function Field({ name, label, hint, problems, className = '', children }: FieldProps) {
  const { prefix, editable } = useComposer();
  const id = `${prefix}-${name}`;
  const described = [hint && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(' ');
  return (
    <div className={`cc-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <div className="cc-field-body">
        {children({
          id,
          disabled: !editable,
          'aria-describedby': described || undefined,
          'aria-invalid': problems.some(({ level }) => level === 'error') || undefined,
        })}
        {hint && (
          <span id={`${id}-hint`} className="cc-meta cc-hint">
            {hint}
          </span>
        )}
      </div>
      {problems.length > 0 && <ProblemLines id={`${id}-problems`} problems={problems} />}
    </div>
  );
}

import { type ReactNode, useId } from 'react';

interface CheckProps {
  type: 'checkbox' | 'radio';
  /** Radio buttons with one name are one choice. */
  name?: string;
  checked: boolean;
  label: string;
  note?: ReactNode;
  onChange(checked: boolean): void;
}

/** A checkbox or radio button with its label, and a sentence that belongs to it. */
export function Check({ type, name, checked, label, note, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="cc-check">
      <input
        id={id}
        type={type}
        name={name}
        checked={checked}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {note && (
        <p id={`${id}-note`} className="cc-note">
          {note}
        </p>
      )}
    </div>
  );
}

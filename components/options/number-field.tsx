import { useEffect, useId, useState } from 'react';
import { useSay } from '../ui/say.tsx';

interface NumberFieldProps {
  label: string;
  note?: string;
  value: number;
  min: number;
  max: number;
  disabled?: boolean;
  onChange(value: number): void;
}

/** A number with its bounds: kept when the reader leaves the field or presses Enter, and only when it is within them. */
export function NumberField({ label, note, value, min, max, disabled, onChange }: NumberFieldProps) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const number = Number(text.trim().replace(',', '.'));
  const fits = text.trim() !== '' && number >= min && number <= max;
  const keep = () => {
    if (fits && number !== value) onChange(number);
  };
  return (
    <div className="cc-number">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        disabled={disabled}
        aria-invalid={!fits}
        aria-describedby={[!fits && `${id}-error`, note && `${id}-note`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      {!fits && (
        <p id={`${id}-error`} role="alert" className="cc-errors">
          {say('optionsNumberBounds', String(min), String(max))}
        </p>
      )}
      {note && (
        <p id={`${id}-note`} className="cc-note">
          {note}
        </p>
      )}
    </div>
  );
}

import { useRef } from 'react';
import { Button } from './button.tsx';

interface FileButtonProps {
  label: string;
  /** Endings and types, as an input's `accept`. */
  accept: string;
  onFile(file: File): void;
  'aria-describedby'?: string;
}

/** A button that asks for a file; the browser's own field behind it stays out of sight. */
export function FileButton({ label, accept, onFile, ...rest }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button outlined onClick={() => field.current?.click()} {...rest}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // Else the browser stays silent when the same file is chosen again, mended.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

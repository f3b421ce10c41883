// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { FileButton } from './file-button.tsx';

afterEach(cleanup);

it('a button that asks for a file tells of each that is chosen, also of the same once more', () => {
  const onFile = vi.fn();
  render(<FileButton label="Choose" accept=".json" onFile={onFile} />);
  const field = screen.getByLabelText<HTMLInputElement>('Choose', { selector: 'input' });
  const open = vi.spyOn(field, 'click');
  fireEvent.click(screen.getByRole('button', { name: 'Choose' }));
  expect(open).toHaveBeenCalledOnce();
  const file = new File(['{}'], 'a.json');
  for (let times = 0; times < 2; times++) fireEvent.change(field, { target: { files: [file] } });
  fireEvent.change(field, { target: { files: [] } });
  expect(onFile.mock.calls).toEqual([[file], [file]]);
  expect(field.value).toBe('');
});

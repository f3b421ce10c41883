import { type FocusEvent, type KeyboardEvent, useState } from 'react';

interface ComboboxOptions<T> {
  id: string;
  options: readonly T[];
  onChoose(option: T): void;
  onSearch(text: string): void;
}

/**
 * The keyboard and roles of an editable combobox with a list (WAI-ARIA 1.2): arrows move in the list while the focus
 * stays in the field, Enter takes, Escape closes. What was typed is only ever a search.
 */
export function useCombobox<T>({ id, options, onChoose, onSearch }: ComboboxOptions<T>) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = `${id}-list`;
  const optionId = (index: number) => `${list}-${index}`;
  const at = open && active < options.length ? active : -1;

  const close = () => {
    setOpen(false);
    setActive(-1);
    onSearch('');
  };
  const choose = (index: number) => {
    const option = options[index];
    if (option === undefined) return;
    onChoose(option);
    close();
  };
  const move = (to: number) => {
    setOpen(true);
    setActive(options.length === 0 ? -1 : (to + options.length) % options.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at < 0 ? options.length - 1 : at - 1);
    else if (event.key === 'Enter' && open) choose(at < 0 ? 0 : at);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    open,
    active: at,
    input: {
      role: 'combobox',
      autoComplete: 'off',
      spellCheck: false,
      'aria-expanded': open,
      'aria-controls': list,
      'aria-autocomplete': 'list',
      'aria-activedescendant': at < 0 ? undefined : optionId(at),
      onKeyDown,
      onClick: () => setOpen(true),
      onBlur: (_: FocusEvent) => close(),
    } as const,
    /** A key press in the field: the list opens, and its first line is what Enter takes. */
    search(text: string) {
      onSearch(text);
      setOpen(true);
      setActive(text ? 0 : -1);
    },
    list: { id: list, role: 'listbox' } as const,
    option: (index: number) =>
      ({
        id: optionId(index),
        role: 'option',
        'aria-selected': index === at,
        // The field keeps the focus, so that it is not closed before the click arrives.
        onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
        onClick: () => choose(index),
      }) as const,
  };
}

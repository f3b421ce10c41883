import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import type { IconName } from './icon.tsx';

export type MenuItem =
  | { label: string; onChoose: () => void; href?: never; note?: never }
  | { label: string; href: string; note?: string; onChoose?: never };

/** Where the list goes, in the window's coordinates: below its button, or above where there is no room below. */
function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const rightToLeft = getComputedStyle(button).direction === 'rtl';
  const left = rightToLeft ? at.left : at.right - width;
  const below = at.bottom + height + 8 <= window.innerHeight || at.top < height + 8;
  list.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
  list.style.top = `${below ? at.bottom + 4 : at.top - height - 4}px`;
}

/** An icon button that opens a short list of actions and links: arrows move, Enter chooses, Esc closes and returns. */
export function Menu(props: {
  label: string;
  icon?: IconName;
  items: () => MenuItem[];
  buttonProps?: { tabIndex?: number; 'data-roving'?: '' };
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (returnFocus: boolean) => {
    setOpen(false);
    if (returnFocus) button.current?.focus();
  };
  return (
    <span className="cc-menu">
      <IconButton
        ref={button}
        icon={props.icon ?? 'more'}
        label={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || props.buttonProps?.tabIndex === -1) return;
          event.preventDefault();
          setOpen(true);
        }}
        {...props.buttonProps}
      />
      {open && <MenuList id={id} label={props.label} items={props.items()} button={button.current} onClose={close} />}
    </span>
  );
}

function MenuList(props: {
  id: string;
  label: string;
  items: MenuItem[];
  button: HTMLElement | null;
  onClose: (returnFocus: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const onClose = useRef(props.onClose);
  onClose.current = props.onClose;
  const { button } = props;

  useEffect(() => {
    const shown = list.current;
    if (!shown || !button) return;
    // The top layer is clipped by nothing, and stays inside our shadow root.
    shown.showPopover?.();
    place(shown, button);
    shown.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const closeSilently = () => onClose.current(false);
    // Scrolling inside our shadow root is not heard outside of it.
    const places: EventTarget[] = [window, shown.getRootNode()];
    for (const place of places) place.addEventListener('scroll', closeSilently, true);
    window.addEventListener('resize', closeSilently);
    return () => {
      for (const place of places) place.removeEventListener('scroll', closeSilently, true);
      window.removeEventListener('resize', closeSilently);
    };
  }, [button]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) items.at(next % items.length)?.focus();
    else if (event.key === 'Escape') props.onClose(true);
    else if (event.key === 'Tab') return props.onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onBlur = (event: FocusEvent) => {
    const { relatedTarget } = event;
    if (relatedTarget === button || (relatedTarget instanceof Node && list.current?.contains(relatedTarget))) return;
    props.onClose(false);
  };

  return (
    <div
      ref={list}
      id={props.id}
      role="menu"
      tabIndex={-1}
      aria-label={props.label}
      className="cc-menu-list"
      popover="manual"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {props.items.map((item) => (
        <MenuEntry key={item.label} item={item} onDone={() => props.onClose(item.href === undefined)} />
      ))}
    </div>
  );
}

function MenuEntry({ item, onDone }: { item: MenuItem; onDone: () => void }): ReactNode {
  if (item.href === undefined) {
    const choose = () => {
      onDone();
      item.onChoose();
    };
    return (
      <button type="button" role="menuitem" tabIndex={-1} onClick={choose}>
        {item.label}
      </button>
    );
  }
  return (
    <a role="menuitem" tabIndex={-1} href={item.href} target="_blank" rel="noopener noreferrer" onClick={onDone}>
      {item.label}
      {item.note && <span className="cc-meta">{item.note}</span>}
    </a>
  );
}

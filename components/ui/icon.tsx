/** Every drawing of the interface, 16 units wide; strokes take the colour of the text around them. */
const drawings = {
  agree: <path d="M3 8.6 6.4 12 13 4.6" strokeWidth="2" />,
  differs: (
    <>
      <path d="M8 2.6 14.4 13.6H1.6Z" fill="currentColor" />
      <path d="M8 6.6v3.2M8 11.6v.2" stroke="var(--cc-bg)" />
    </>
  ),
  'not-comparable': (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m4 12 8-8" />
    </>
  ),
  unreadable: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4Z" />
      <path d="M8 4.8v4M8 11v.2" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.4v3.4M8 5.2v.2" />
    </>
  ),
  gap: <circle cx="8" cy="8" r="5.75" strokeDasharray="2.2 2.3" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2v3h-3" />,
  more: <path d="M3.4 8h.01M8 8h.01M12.6 8h.01" strokeWidth="2.2" />,
  chevron: <path d="m6 4 4 4-4 4" />,
  outside: <path d="M6 3.5h6.5V10M12.2 3.8 4 12" />,
  copy: <path d="M6 5.5h7v8H6zM3 10.5v-8h7" />,
  done: <path d="M3 8.6 6.4 12 13 4.6" />,
  plus: <path d="M8 3v10M3 8h10" />,
  pencil: <path d="m10.8 2.8 2.4 2.4-7.6 7.6-3 .6.6-3Z" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
} as const;

export type IconName = keyof typeof drawings;

/** A decoration, its strokes set by the style sheet: a long panel has a hundred of them. Whoever shows one says its meaning in a word beside it or in an accessible name. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg className="cc-icon" data-icon={name} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}

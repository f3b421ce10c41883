/** How a score of the explained pair is marked wherever it stands: by its form, in the colour of the text around it. */
export type ShapeName = 'first' | 'second' | 'other';

const drawings = {
  first: <path d="M0 -5.5 5.5 0 0 5.5 -5.5 0Z" fill="currentColor" />,
  second: <path d="M-4.2 -4.2H4.2V4.2H-4.2Z" fill="currentColor" />,
  other: <circle r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />,
} as const;

/** The mark around the origin, inside a drawing. */
export const Shape = ({ name }: { name: ShapeName }) => drawings[name];

/** The mark in running text. */
export function ShapeIcon({ name }: { name: ShapeName }) {
  return (
    <svg className="cc-shape" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
      <Shape name={name} />
    </svg>
  );
}

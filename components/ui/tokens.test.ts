import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Both themes of every colour token, as the style sheet has them. */
const tokens = new Map(
  [
    ...readFileSync('components/ui/tokens.css', 'utf8').matchAll(
      /--cc-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]),
);

/** Relative luminance of `#rrggbb`: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function of(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --cc-${name} with both themes in tokens.css`);
  return token[theme];
}

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it('knows the two ends of the scale', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  it.each(['text', 'text-meta', 'link', 'agree', 'differs', 'apart', 'unreadable'])(
    'text in %s is readable on every ground it stands on',
    (name) => {
      for (const ground of ['bg', 'bg-soft', 'bg-press']) {
        expect(contrast(of(name, theme), of(ground, theme)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it.each(['line-strong', 'focus'])('marks in %s stand out from every ground', (name) => {
    for (const ground of ['bg', 'bg-soft']) {
      expect(contrast(of(name, theme), of(ground, theme)), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});

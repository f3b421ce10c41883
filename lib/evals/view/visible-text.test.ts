import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it('spells out what turns the reading direction (CVE-2021-42574)', () => {
    expect(visibleText('71.5 \u202e5.17\u202c')).toBe('71.5 [U+202E]5.17[U+202C]');
  });

  it('spells out what cannot be seen', () => {
    expect(visibleText('gp\u200bqa\u0000\u{e0041}')).toBe('gp[U+200B]qa[U+0000][U+E0041]');
  });

  it('leaves ordinary text of any script alone', () => {
    const text = 'Reasoning: high — 推理 ×2\n\ttools 👩‍🔬 נושא';
    expect(visibleText(text)).toBe(text);
  });

  it('shows the first characters of a long one, and never half a character', () => {
    expect(visibleText('x'.repeat(100_000), 5)).toBe('xxxx…');
    expect(visibleText('abc👩‍🔬', 5)).toBe('abc…');
    expect(visibleText('\u202e'.repeat(9), 2)).toBe('[U+202E]…');
  });
});

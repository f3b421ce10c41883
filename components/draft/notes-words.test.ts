import { describe, expect, it } from 'vitest';
import { withoutWords, withWords } from './notes-words.ts';

describe('notes', () => {
  it.each([
    ['', 'With tools', 'With tools'],
    ['Reasoning: high', 'With tools', 'Reasoning: high, With tools'],
    ['Reasoning: high, ', 'With tools', 'Reasoning: high, With tools'],
  ])('"%s" and "%s" is "%s"', (notes, words, text) => expect(withWords(notes, words)).toBe(text));

  it.each([
    ['Reasoning: high, With tools', 'With tools', 'Reasoning: high'],
    ['Reasoning: high, With tools', 'Reasoning: high', 'With tools'],
    ['a, With tools; b', 'With tools', 'a, b'],
    ['With tools.', 'With tools', ''],
    ['else', 'With tools', 'else'],
  ])('"%s" without "%s" is "%s"', (notes, words, text) => expect(withoutWords(notes, words)).toBe(text));
});

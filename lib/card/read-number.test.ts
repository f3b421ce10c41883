import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

const brief = (text: string): string => {
  const reading = readNumber(text);
  if (reading.kind === 'number')
    return `${reading.text}${reading.percent ? ' %' : ''}${reading.remark ? ` (${reading.remark})` : ''}`;
  if (reading.kind === 'several') return reading.parts.map((part) => part.text).join(' and ');
  return reading.kind;
};

describe('what a cell says', () => {
  it.each([
    ['84.0', '84.0'],
    ['**84.0**', '84.0'],
    ['72.7 *', '72.7'],
    ['60.3#', '60.3'],
    ['25.1†', '25.1'],
    ['69.4%', '69.4 %'],
    ['84,5 %', '84.5 %'],
    ['1,104.4', '1104.4'],
    ['82.4±1.1', '82.4'],
    ['82.5±?', '82.5'],
    ['82.5 +/- 0.3', '82.5'],
    ['$82.5_{\\pm 0.3}$', '82.5'],
    ['83.5 ✅', '83.5'],
    ['🥇 **91.2**', '91.2'],
    ['84.0 ↑2.1', '84.0'],
    ['↑ 84.0', '84.0'],
    ['84.0 (+2.3)', '84.0 (+2.3)'],
    ['84.0 [82.9, 85.1]', '84.0 (82.9, 85.1)'],
    ['50.1 (Terminus-2)', '50.1 (Terminus-2)'],
    ['.715', '.715'],
    ['−3.2', '-3.2'],
    ['90.5²', '90.5'],
    ['53.9 / 65.8', '53.9 and 65.8'],
    ['35.7* / 50.8', '35.7 and 50.8'],
    ['37.4 / 53.2 / 60.7', '37.4 and 53.2 and 60.7'],
  ])('%s is %s', (text, expected) => expect(brief(text)).toBe(expected));

  it.each(['', '-', '–', '--', '—', '/', 'x', '✗', 'N/A', 'n/a', 'TBD', 'NaN', '?'])('%s is no value', (text) => {
    expect(brief(text)).toBe('none');
  });

  it.each([
    '4/30',
    '80–85',
    '80-85',
    '~95',
    '≈ 95',
    '>90',
    '<5',
    '40+',
    '94.1 (95.1*)',
    '79 .8',
    '84.0 → 86.1',
    '671B',
    '1.2.3',
  ])('%s is not one number', (text) => expect(brief(text)).toBe('unclear'));

  it.each(['MoE', 'Thinking', 'yes'])('%s is words', (text) => expect(brief(text)).toBe('text'));

  it('keeps the digits as they are written', () => {
    expect(readNumber('70.00')).toMatchObject({ value: 70, text: '70.00' });
    expect(readNumber('59.086000000000006')).toMatchObject({ text: '59.086000000000006' });
  });

  it('does not take long over anything', () => {
    const start = performance.now();
    for (const piece of ['9', '1,', '(', '[', '±', '/ ', '84.0 ', '*', '↑'])
      for (const length of [10, 199, 200, 100_000]) readNumber(piece.repeat(length));
    expect(performance.now() - start).toBeLessThan(100);
  });
});

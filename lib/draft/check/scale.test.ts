import { describe, expect, it } from 'vitest';
import { draftOf, groundOf, problemsOf, saidBy } from './question.test-kit.ts';
import { dividedByHundred } from './scale.ts';

describe('scale', () => {
  it('is asked of a fraction, with the percent beside it, and changes nothing', () => {
    const draft = draftOf({ dataset: 'Idavidrein/gpqa', task: 'diamond', valueText: '0.4167' });
    const [problem] = problemsOf('scale', draft);
    expect(problem).toMatchObject({
      level: 'warning',
      message: { key: 'verdictScaleKnown', args: ['0.4167', '41.67'] },
      offer: { field: 'valueText', text: '41.67' },
    });
    expect(draft.entries[0]?.valueText).toBe('0.4167');
  });

  it('is asked the other way round where the board is one of fractions', () => {
    const draft = draftOf({ dataset: 'thamilvendhan/signalbench', task: 'all', valueText: '83.33' });
    const boards = [{ dataset: 'thamilvendhan/signalbench', task: 'all', values: [0.0833, 0.25, 0.8333] }];
    const [problem] = problemsOf('scale', draft, { ground: groundOf([], { boards }) });
    expect(problem).toMatchObject({ level: 'warning', offer: { text: '0.8333' } });
  });

  it('has bounds', () => {
    expect(saidBy('scale', draftOf({ valueText: '109' }))).toEqual(['error findingOutOfBounds']);
    expect(saidBy('scale', draftOf({ valueText: '0' }))).toEqual([]);
  });

  it.each([
    ['50', '0.50'],
    ['41.20', '0.4120'],
    ['100', '1.00'],
    ['8.3', '0.083'],
  ])('%s is %s', (percent, fraction) => expect(dividedByHundred(percent)).toBe(fraction));
});

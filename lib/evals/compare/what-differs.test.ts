import { describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { anEntry, aReport } from '../../../test/fixtures/reports.ts';
import { catalogueLookup, createSay } from '../say.ts';
import { seeded } from '../stats/random.ts';
import { compareRows } from './compare-rows.ts';
import { whatDiffers } from './what-differs.ts';

const say = createSay(catalogueLookup(english), 'en');
type Entry = Parameters<typeof anEntry>[0];
const model = (repo: string, ...entries: Entry[]) => aReport({ repo, entries: entries.map(anEntry) });
const of = (a: Entry[], b: Entry[], noticeP?: number) =>
  whatDiffers(compareRows([model('org/a', ...a), model('org/b', ...b)]), [0, 1], noticeP);

describe('what differs between two models', () => {
  it('is tested by the unpaired bound', () => {
    const [two] = of([{ value: '88.4' }], [{ value: '71.5' }]);
    // By hand: 16.9 / (100 · √(0.884·0.116/198 + 0.715·0.285/198)) = 4.30
    expect(two?.z).toBeCloseTo(4.297, 3);
    expect(two).toMatchObject({ outcome: 'higher', deltaPoints: 16.9, items: { n: 198 } });
    expect(say(two!.message)).toBe(
      '88.4 and 71.5 differ by 16.9 points (≈ 33 of 198 questions), beyond what chance leaves between two models here (7.7 points)',
    );
    expect(of([{ value: '71.5' }], [{ value: '88.4' }])[0]?.outcome).toBe('lower');
  });

  it('takes the closest two reports of one setup, never the widest gap', () => {
    const [two] = of(
      [{ value: '80.1' }, { value: '70', pullRequest: 2 }],
      [{ value: '71.5' }, { value: '60', pullRequest: 9 }],
    );
    expect([two?.a.valueText, two?.b.valueText, two?.pairs, two?.outcome]).toEqual(['70', '71.5', 4, 'within']);
  });

  it('compares only what was measured alike', () => {
    const high = { value: '80.1', notes: 'Reasoning: high' };
    const [two] = of([high], [{ value: '67.1', notes: 'Reasoning: low' }]);
    expect(two?.outcome).toBe('not-comparable');
    expect(say(two!.message)).toBe('80.1 and 67.1 are not comparable: effort: high / low');
    const [alike] = of(
      [high, { value: '60', notes: 'Reasoning: low', pullRequest: 2 }],
      [{ value: '67.1', notes: 'Reasoning: low' }],
    );
    expect([alike?.a.valueText, alike?.b.valueText]).toEqual(['60', '67.1']);
  });

  it('says what only one of the two says', () => {
    const [two] = of([{ value: '80.1', notes: 'With tools' }], [{ value: '67.1' }]);
    expect(two?.oneSided.map((phrase) => say(phrase))).toEqual([expect.stringContaining('tools')]);
  });

  it('leaves alone what nobody can test: no number of questions, another scale, equal after rounding', () => {
    const unknown = { dataset: 'someone/some-bench', task: 'all' };
    expect(of([{ value: '80.1', ...unknown }], [{ value: '67.1', ...unknown }])[0]?.outcome).toBe('unknown');
    expect(of([{ value: '0.71' }], [{ value: '67.1' }])[0]?.outcome).toBe('not-comparable');
    const said = (two: ReturnType<typeof of>[number] | undefined) => [two?.outcome, say(two!.message)];
    expect(said(of([{ value: '71.5' }], [{ value: '71.50' }])[0])).toEqual(['equal', 'Both are 71.5']);
    // Half a unit each: 85.5 could be printed as either. That is no word on whether the models are alike.
    expect(said(of([{ value: '85' }], [{ value: '86' }])[0])).toEqual([
      'equal',
      '85 and 86 may be one number, rounded differently',
    ]);
  });

  it('says whether the number of questions or the scale is what is missing', () => {
    const stated = { dataset: 'someone/some-bench', task: 'all', notes: 'n = 200' };
    const [scale] = of([{ value: '80.1', ...stated }], [{ value: '67.1', ...stated }]);
    expect(say(scale!.message)).toBe(
      '80.1 and 67.1 differ by 13 points; what chance leaves is not known, because the scale is not',
    );
  });

  it('counts all tests of the table together', () => {
    const pro = { dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro' };
    const hle = { dataset: 'cais/hle', task: 'hle' };
    // GPQA alone: z = 2.06, p ≈ 0.04; with two more tests it is no longer beyond chance.
    const alone = of([{ value: '80' }], [{ value: '71.2' }]);
    expect(alone[0]?.outcome).toBe('higher');
    const among = of(
      [{ value: '80' }, { value: '82.0', ...pro }, { value: '30.0', ...hle }],
      [{ value: '71.2' }, { value: '82.3', ...pro }, { value: '30.2', ...hle }],
    );
    const gpqa = among.find(({ row }) => row.name === 'GPQA');
    expect(gpqa?.outcome).toBe('within');
    expect(gpqa!.adjustedP! / gpqa!.p!).toBeCloseTo(3, 10);
    expect(say(gpqa!.message)).toContain('not among the 3 tests of this table');
  });

  it('raises a false alarm in less than 5 of 100 tables of equal models', () => {
    const random = seeded(6);
    const tasks = [
      { dataset: 'Idavidrein/gpqa', task: 'diamond', n: 198 },
      { dataset: 'MathArena/aime_2026', task: 'MathArena/aime_2026', n: 30 },
      { dataset: 'cais/hle', task: 'hle', n: 2500 },
      { dataset: 'openai/gsm8k', task: 'gsm8k', n: 1319 },
    ];
    const tables = 400;
    let alarmed = 0;
    const draw = (p: number, n: number) => {
      let right = 0;
      for (let item = 0; item < n; item++) if (random() < p) right++;
      return ((100 * right) / n).toFixed(2);
    };
    for (let table = 0; table < tables; table++) {
      const sides = [0, 1].map(() => tasks.map(({ n, ...task }) => ({ ...task, value: draw(0.7, n) })));
      if (of(sides[0]!, sides[1]!).some(({ outcome }) => outcome === 'higher' || outcome === 'lower')) alarmed++;
    }
    expect(alarmed / tables).toBeLessThan(0.07);
    expect(tables).toBeGreaterThan(0);
  });
});

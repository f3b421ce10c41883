import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeTwo } from './two.ts';

const swe = (value: string, notes?: string) =>
  aScore({ ...on.verified, value, ...(notes === undefined ? {} : { notes }) });

describe('notes that nobody here understands', () => {
  // MiniMaxAI/MiniMax-M2.5: 80.2 "MiniMax reported number".
  it('are quoted, and the gap is judged by noise', () => {
    const beyond = judgeTwo(swe('80.2', 'MiniMax reported number'), swe('70.8', 'with a patched image'));
    expect(beyond).toMatchObject({ code: 'V0', severity: 'warning', comparable: true });
    expect(words(beyond.message)).toContain('“MiniMax reported number” / “with a patched image”');
    const within = judgeTwo(swe('72.2', 'MiniMax reported number'), swe('70.8', 'with a patched image'));
    expect(within).toMatchObject({ code: 'V0', severity: 'info' });
    expect(words(within.message)).toContain('within noise');
  });

  it('do not outweigh an agreement when only one side has them', () => {
    expect(judgeTwo(swe('72.2', 'with a patched image'), swe('70.8'))).toMatchObject({ code: 'N0', secondary: ['V0'] });
    expect(judgeTwo(swe('82.2', 'with a patched image'), swe('70.8')).code).toBe('V0');
  });

  it('are the same in other case and punctuation', () => {
    expect(judgeTwo(swe('72.2', 'Patched image.'), swe('70.8', 'patched image')).secondary).not.toContain('V0');
  });

  it('never make two scores one, and stay short', () => {
    const long = judgeTwo(swe('82.2', 'x'.repeat(500)), swe('70.8', 'y'));
    expect(words(long.message).length).toBeLessThan(250);
  });
});

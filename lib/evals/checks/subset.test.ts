import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeTwo } from './two.ts';

describe('subset and version', () => {
  // moonshotai/Kimi-K2.5 on HLE: 30.1 full set, 31.5 text only.
  it('warns of text-only beside the full set, and counts each side’s own questions', () => {
    const verdict = judgeTwo(
      aScore({ ...on.hle, value: '30.1', notes: 'no tools, full set' }),
      aScore({ ...on.hle, value: '31.5', notes: 'no tools, text only' }),
    );
    expect(verdict).toMatchObject({ code: 'V2', severity: 'warning', comparable: false, n: 2150 });
    // Formula 5 with 2,500 and about 2,150 questions.
    expect(verdict.z).toBeCloseTo(1.4 / Math.sqrt((30.1 * 69.9) / 2500 + (31.5 * 68.5) / 2150), 2);
  });

  // MiniMaxAI/MiniMax-M2: 46.3 on Terminal-Bench without a version, 30.0 on 2.0.
  it('takes a name without a version for another benchmark of the family', () => {
    const verdict = judgeTwo(
      aScore({ ...on.terminal, value: '46.3', notes: 'Terminal-Bench, no version' }),
      aScore({ ...on.terminal, value: '30.0', notes: 'agent: Terminus 2' }),
    );
    expect(verdict).toMatchObject({ code: 'V2', comparable: false });
    expect(words(verdict.message)).toContain('2.0');
  });

  it.each(['Terminal-Bench Hard', 'Terminal-Bench 2.1'])('%s is not 2.0, and its tasks are not counted', (notes) => {
    const verdict = judgeTwo(
      aScore({ ...on.terminal, value: '40.0', notes }),
      aScore({ ...on.terminal, value: '41.0' }),
    );
    expect(verdict).toMatchObject({ code: 'V2', n: null, deltaItems: null });
  });

  // meta-llama/Llama-3.1-8B-Instruct: 30.4 on "GPQA", 31.8 on "GPQA Diamond"; unlabelled is nearly always Diamond.
  it('does not warn of an unlabelled GPQA', () => {
    const verdict = judgeTwo(
      aScore({ value: '30.4', notes: 'GPQA, 0-shot' }),
      aScore({ value: '31.8', notes: 'GPQA Diamond' }),
    );
    expect(verdict).toMatchObject({ code: 'V2', severity: 'info', comparable: true });
    expect(judgeTwo(aScore({ value: '60.4', notes: 'GPQA Extended' }), aScore({ value: '71.8' }))).toMatchObject({
      code: 'V2',
      severity: 'warning',
    });
  });

  it('mentions another pinned revision, for it may be other questions', () => {
    const arguana = { dataset: 'mteb/arguana', task: 'ArguAna' };
    const verdict = judgeTwo(
      aScore({ ...arguana, value: '44.206', revision: 'c22ab2a51041' }),
      aScore({ ...arguana, value: '43.1', revision: '0000000aaaaa' }),
    );
    expect(verdict).toMatchObject({ code: 'V2', severity: 'notice', n: null });
  });

  it('says so when the two are not even the same task', () => {
    const verdict = judgeTwo(aScore({ value: '70' }), aScore({ ...on.hle, value: '20' }));
    expect(verdict).toMatchObject({ code: 'V2', severity: 'info', comparable: false, deltaPoints: null });
    expect(judgeTwo(aScore({ value: '70.0' }), aScore({ value: '70.0', task: 'gpqa_diamond' })).code).toBe('P3');
  });
});

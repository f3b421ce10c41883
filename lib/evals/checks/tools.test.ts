import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { words } from '../../cli/words.ts';
import { judgeTwo } from './two.ts';

const hle = (value: string, notes?: string, path?: string) =>
  aScore({ ...on.hle, value, ...(notes === undefined ? {} : { notes }), ...(path === undefined ? {} : { path }) });
const gpqa = (value: string, notes?: string) => aScore({ value, ...(notes === undefined ? {} : { notes }) });

describe('tools, effort, compute', () => {
  // ornith-ai/Ornith-1.5-9B: one file, HLE 20.2 "No tools." and 30.5 "With tools."
  it('says that two setups are not comparable, and what that is usually worth', () => {
    const verdict = judgeTwo(hle('20.2', 'No tools.'), hle('30.5', 'With tools.'));
    expect(verdict).toMatchObject({ code: 'V1', severity: 'warning', comparable: false, n: 2500, secondary: ['N2'] });
    expect(words(verdict.message)).toContain('usually worth 5–21 points');
    expect(words(verdict.message)).toContain('≈ 258 of 2,500 questions');
  });

  // openai/gpt-oss-20b on GPQA Diamond: effort high 71.5, medium 66, low 56.8.
  it('is a warning beyond noise, a remark within', () => {
    expect(judgeTwo(gpqa('71.5', 'Reasoning: high'), gpqa('56.8', 'Reasoning: low'))).toMatchObject({
      code: 'V1',
      severity: 'warning',
    });
    expect(judgeTwo(gpqa('71.5', 'Reasoning: high'), gpqa('66', 'Reasoning: medium'))).toMatchObject({
      code: 'V1',
      severity: 'info',
      comparable: false,
    });
  });

  it('leads also when the numbers are the same', () => {
    expect(judgeTwo(gpqa('75.0', 'no tools'), gpqa('75.0', 'with tools'))).toMatchObject({
      code: 'V1',
      severity: 'info',
    });
  });

  it('judges by noise where only one side speaks', () => {
    // openai/gpt-oss-20b: 71.5 at high effort, and 58.5858585859 at EvalEval without a word on effort.
    const beyond = judgeTwo(gpqa('71.5', 'Reasoning: high'), gpqa('58.5858585859', 'GPQA Diamond'));
    expect(beyond).toMatchObject({ code: 'V1', severity: 'notice', comparable: true });
    // nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16: 73.04 without tools, 75.0 as first filed without a note.
    const within = judgeTwo(gpqa('73.04', 'no tools'), gpqa('75.0'));
    expect(within).toMatchObject({ code: 'V1', severity: 'info', comparable: true });
    expect(words(within.message)).toMatch(/≈ 4 of 198 questions\), within noise/);
  });

  it('takes a narrower word for the wider one’s', () => {
    expect(judgeTwo(hle('26.5', 'With search'), hle('26.9', 'With tools')).code).toBe('N0');
    expect(judgeTwo(hle('26.5', 'With search'), hle('26.9', 'No tools')).code).toBe('V1');
    expect(judgeTwo(gpqa('71.2', 'thinking'), gpqa('72.7', 'Reasoning: high')).code).toBe('N0');
  });

  // facebook/cwm on SWE-bench Verified: 53.9 without, 65.8 with test-time scaling.
  it('knows test-time scaling, and that none is the rule', () => {
    const [plain, scaled] = ['without test-time scaling', 'with test-time scaling (tts)'].map((notes, at) =>
      aScore({ ...on.verified, value: ['53.9', '65.8'][at]!, notes }),
    );
    expect(judgeTwo(plain!, scaled!)).toMatchObject({ code: 'V1', severity: 'warning' });
    expect(judgeTwo(plain!, aScore({ ...on.verified, value: '53.7' })).code).toBe('N0');
  });

  it('reads the file’s name where the notes are silent', () => {
    const path = '.eval_results/hle_with_tools.yaml';
    expect(judgeTwo(hle('48.3', undefined, path), hle('28.7', 'no tools')).code).toBe('V1');
  });
});

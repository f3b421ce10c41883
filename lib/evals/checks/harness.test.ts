import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { judgeTwo } from './two.ts';

const swe = (value: string, notes: string) => aScore({ ...on.verified, value, notes });

describe('agent, harness, judge, precision', () => {
  // MiniMaxAI/MiniMax-M2.1 on SWE-bench Verified: Claude Code 74.0, mini-swe-agent 67.0.
  it('is a remark up to fifteen points, which is usual', () => {
    expect(judgeTwo(swe('74.0', 'Claude Code'), swe('67.0', 'mini-swe-agent'))).toMatchObject({
      code: 'V4',
      severity: 'info',
      comparable: false,
    });
    expect(judgeTwo(swe('90.0', 'custom stack harness'), swe('67.8', 'mini-swe-agent'))).toMatchObject({
      code: 'V4',
      severity: 'warning',
    });
    const patient = { thresholds: { harnessPoints: 25 } };
    expect(judgeTwo(swe('90.0', 'custom stack harness'), swe('67.8', 'mini-swe-agent'), patient).severity).toBe('info');
  });

  it('does not take the framework around one agent for another agent', () => {
    const terminal = (value: string, notes: string) => aScore({ ...on.terminal, value, notes });
    expect(judgeTwo(terminal('51.5', 'Harbor/Terminus-2 harness'), terminal('50', 'agent: Terminus 2')).code).toBe(
      'N0',
    );
    expect(judgeTwo(terminal('51.5', 'Harbor/Terminus-2 harness'), terminal('50', 'Harbor, Claude Code')).code).toBe(
      'V4',
    );
  });

  // nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B on HLE: 15.5 BF16, 10.2 FP8, far more than precision costs.
  it('warns of precision beyond noise', () => {
    const hle = (value: string, notes: string) => aScore({ ...on.hle, value, notes });
    expect(judgeTwo(hle('15.5', 'BF16 repository'), hle('10.2', 'FP8 repository'))).toMatchObject({
      code: 'V4',
      severity: 'warning',
    });
    expect(judgeTwo(hle('15.5', 'BF16'), hle('15.1', 'FP8')).severity).toBe('info');
    expect(judgeTwo(hle('15.5', 'judged by o3-mini'), hle('17.9', 'judged by gpt-4o'))).toMatchObject({ code: 'V4' });
  });
});

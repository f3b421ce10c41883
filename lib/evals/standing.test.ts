import { describe, expect, it } from 'vitest';
import { aScore } from '../../test/fixtures/scores.ts';
import type { Verdict } from './report.ts';
import { standingOf } from './standing.ts';

const verdict = (given: Partial<Verdict>): Verdict => ({
  a: 'a',
  b: 'b',
  code: 'N1',
  severity: 'notice',
  comparable: true,
  deltaPoints: 1,
  deltaItems: null,
  n: null,
  z: null,
  p: null,
  secondary: [],
  message: { key: 'verdictDiffers', args: [given.code ?? 'N1'] },
  ...given,
});

const some = (count: number) => Array.from({ length: count }, () => aScore({ value: '1' }));

describe('the standing of a group', () => {
  it('takes the gravest verdict, and of equals the one that compares', () => {
    const apart = verdict({ code: 'V1', severity: 'warning', comparable: false });
    const beyond = verdict({ code: 'N2', severity: 'warning' });
    expect(standingOf(some(3), [apart, beyond])).toEqual({ standing: 'differs', summary: beyond.message });
    expect(standingOf(some(3), [apart, verdict({})])).toEqual({ standing: 'not-comparable', summary: apart.message });
  });

  it('asks the scale before anything else', () => {
    const scale = verdict({ code: 'S4', severity: 'error', b: 'a' });
    expect(standingOf(some(2), [verdict({ severity: 'error' }), scale]).standing).toBe('scale');
    expect(standingOf(some(1), [scale]).standing).toBe('scale');
  });

  it.each([
    ['R1', 'none'],
    ['N0', 'none'],
    ['P5', 'notice'],
    ['P3', 'notice'],
    ['V0', 'info'],
  ] as const)('agrees where all there is to say is %s', (code, severity) => {
    const quiet = verdict({ code, severity });
    expect(standingOf(some(2), [quiet])).toEqual({ standing: 'agree', summary: quiet.message });
    expect(standingOf(some(3), [quiet, quiet, quiet])).toEqual({
      standing: 'agree',
      summary: { key: 'groupAgree', args: [3] },
    });
  });

  it('is not changed by a notice about one score alone, but says a warning', () => {
    const digits = verdict({ code: 'L2', b: 'a' });
    expect(standingOf(some(2), [digits]).standing).toBe('agree');
    const model = verdict({ code: 'I1', severity: 'warning', b: 'a' });
    expect(standingOf(some(1), [model])).toEqual({ standing: 'single', summary: model.message });
    expect(standingOf(some(1), [digits])).toEqual({ standing: 'single', summary: { key: 'groupSingle' } });
  });
});

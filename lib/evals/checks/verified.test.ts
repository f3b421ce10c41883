import { describe, expect, it } from 'vitest';
import { aScore, on } from '../../../test/fixtures/scores.ts';
import { judgeTwo } from './two.ts';

const gpqa = (value: string, verified: boolean, notes?: string) =>
  aScore({ ...on.gpqa, value, verified, ...(notes === undefined ? {} : { notes }) });

describe('verified beside unverified', () => {
  it('is a warning beyond noise and an error far beyond', () => {
    expect(judgeTwo(gpqa('70.2', true), gpqa('80.3', false))).toMatchObject({
      code: 'P6',
      severity: 'warning',
      secondary: expect.arrayContaining(['N1']),
    });
    expect(judgeTwo(gpqa('60.1', true), gpqa('80.3', false))).toMatchObject({ code: 'P6', severity: 'error' });
  });

  it('has nothing to add within noise, between equals, or where the setups differ', () => {
    expect(judgeTwo(gpqa('79.8', true), gpqa('80.3', false)).code).toBe('N0');
    expect(judgeTwo(gpqa('60.1', true), gpqa('80.3', true)).code).toBe('N2');
    expect(judgeTwo(gpqa('60.1', true, 'no tools'), gpqa('80.3', false, 'with tools')).code).toBe('V1');
  });
});

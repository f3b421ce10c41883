import { expect, it } from 'vitest';
import { draftOf, saidBy } from './question.test-kit.ts';

it('official-harness: SWE-bench takes results of its own harness', () => {
  const entry = { dataset: 'SWE-bench/SWE-bench_Verified', task: 'swe_bench_%_resolved' };
  expect(saidBy('official-harness', draftOf(entry))).toEqual(['warning problemOfficialHarness']);
  expect(saidBy('official-harness', draftOf({}))).toEqual([]);
});

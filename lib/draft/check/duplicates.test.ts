import { describe, expect, it } from 'vitest';
import { draftOf, groundOf, problemsOf, saidBy } from './question.test-kit.ts';

/** As in the open pull requests of openai/gpt-oss-20b: the same benchmark, told apart by notes. */
const gpqa = { dataset: 'Idavidrein/gpqa', task: 'diamond', valueText: '71.5' };

describe('duplicates', () => {
  it.each([
    ['main', undefined],
    ['#180', 180],
  ])('finds the same score in %s', (place, pullRequest) => {
    const ground = groundOf([{ ...gpqa, ...(pullRequest === undefined ? {} : { pullRequest }) }]);
    const [problem] = problemsOf('duplicates', draftOf(gpqa), { ground });
    expect(problem).toMatchObject({ level: 'error', message: { key: 'problemDuplicate', args: ['71.5', place] } });
    expect(problem?.links?.at(-1)).toMatchObject({ kind: 'file', path: '.eval_results/file_0.yaml' });
  });

  it('by content: rounding, another date, source and task id make no other score', () => {
    const there = { ...gpqa, valueText: '71.50', task: 'gpqa_diamond', date: '2025-08-05' };
    expect(saidBy('duplicates', draftOf(gpqa), { ground: groundOf([there]) })).toEqual(['error problemDuplicate']);
  });

  it('another setup with the same number is asked about', () => {
    const there = { ...gpqa, notes: 'Reasoning: low', pullRequest: 180 };
    const draft = draftOf({ ...gpqa, notes: 'Reasoning: high' });
    expect(saidBy('duplicates', draft, { ground: groundOf([there]) })).toEqual(['warning problemSameValue']);
  });

  it('another value is none', () => {
    expect(saidBy('duplicates', draftOf(gpqa), { ground: groundOf([{ ...gpqa, valueText: '67.1' }]) })).toEqual([]);
  });

  it('the own pull request that is added to does not count', () => {
    const ground = groundOf([{ ...gpqa, pullRequest: 180 }]);
    expect(saidBy('duplicates', { ...draftOf(gpqa), updates: 180 }, { ground })).toEqual([]);
  });

  it('two entries of one draft are not the same', () => {
    expect(saidBy('duplicates', draftOf(gpqa, gpqa))).toEqual(['error problemTwice']);
    expect(saidBy('duplicates', draftOf(gpqa, { ...gpqa, task: 'main' }))).toEqual([]);
  });
});

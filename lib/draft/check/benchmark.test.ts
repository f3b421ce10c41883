import { describe, expect, it } from 'vitest';
import { draftOf, groundOf, problemsOf, saidBy } from './question.test-kit.ts';

describe('benchmark', () => {
  it('knows the tasks of eval.yaml', () => {
    expect(saidBy('benchmark', draftOf({ dataset: 'Idavidrein/gpqa', task: 'diamond' }))).toEqual([]);
  });

  it.each([
    ['Idavidrein/gpqa', 'gpqa_diamond', 'diamond'],
    ['Idavidrein/gpqa', 'Diamond', 'diamond'],
    ['Idavidrein/gpqa', 'default', undefined],
    ['cais/hle', 'default', 'hle'],
  ])('%s has no task %s: %s is offered', (dataset, task, meant) => {
    const [problem] = problemsOf('benchmark', draftOf({ dataset, task }));
    expect(problem).toMatchObject({ level: 'error', field: 'task', message: { key: 'problemTaskUnknown' } });
    expect(problem?.offer?.text).toBe(meant);
  });

  it('says what it does not know', () => {
    const official = { dataset: 'sapbot/ask-my-agent-bench-2', task: 'fallback' };
    const none = { dataset: official.dataset, official: false } as const;
    expect(saidBy('benchmark', draftOf(official))).toEqual(['error problemBenchmarkUnread']);
    expect(saidBy('benchmark', draftOf(official), { ground: groundOf([], { benchmarks: [none] }) })).toEqual([
      'error problemNotABenchmark',
    ]);
    const withTasks = { ...none, tasks: ['fallback'] };
    expect(saidBy('benchmark', draftOf(official), { ground: groundOf([], { benchmarks: [withTasks] }) })).toEqual([
      'warning problemNotOfficial',
    ]);
    expect(saidBy('benchmark', draftOf({}), { ground: groundOf([], { benchmarks: [] }) })).toEqual([
      'notice problemTaskFromTable',
    ]);
  });
});

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
    const failed = { ...none, unread: 'failed' } as const;
    expect(saidBy('benchmark', draftOf(official), { ground: groundOf([], { benchmarks: [failed] }) })).toEqual([
      'error problemBenchmarkUnread',
    ]);
    expect(saidBy('benchmark', draftOf({}), { ground: groundOf([], { benchmarks: [] }) })).toEqual([
      'notice problemTaskFromTable',
    ]);
  });

  it('says that a dataset is gated and where to ask; its tasks are those that are known here, or it stays closed', () => {
    const ask = (dataset: string, task: string) => {
      const closed = { dataset, official: dataset === 'cais/hle', unread: 'closed' } as const;
      return problemsOf('benchmark', draftOf({ dataset, task }), { ground: groundOf([], { benchmarks: [closed] }) });
    };
    const page = (dataset: string) => [{ kind: 'url', url: `https://huggingface.co/datasets/${dataset}` }];
    const known = { level: 'notice', message: { key: 'problemTaskFromTableClosed', args: ['cais/hle'] } };
    expect(ask('cais/hle', 'hle')).toMatchObject([{ ...known, links: page('cais/hle') }]);
    expect(ask('cais/hle', 'default').map(({ level, message }) => `${level} ${message.key}`)).toEqual([
      'error problemTaskUnknown',
      'notice problemTaskFromTableClosed',
    ]);
    // On no list of ours either: nobody can say here that it is no benchmark.
    expect(ask('someone/gated-bench', 'all')).toMatchObject([
      { level: 'error', message: { key: 'problemBenchmarkClosed' }, links: page('someone/gated-bench') },
    ]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { aReport } from '../../test/fixtures/reports.ts';
import type { Gap, Report } from '../evals/report.ts';
import { createReportDesk, type GatherReport, JUST_NOW_MS } from './report-desk.ts';
import { FRESH_MS } from './standing.ts';

const repo = 'openai/gpt-oss-20b';
const facts = { id: repo, gated: false, private: false, disabled: false, tags: [], baseModels: [] } as const;
const open = (given: Partial<Report> = {}) =>
  aReport({ repo, facts: { ...facts, tags: [], baseModels: [] }, ...given });

/** A desk with a clock and a gathering that the test ends itself. */
function setUp(stored?: Report) {
  const kept = new Map(stored ? [[stored.repo, stored]] : []);
  const pushed: Report[] = [];
  const running: { options: Parameters<GatherReport>[1]; end(report: Report): void; fail(error: Error): void }[] = [];
  const gather = vi.fn<GatherReport>((_, options) => {
    const { promise, resolve, reject } = Promise.withResolvers<Report>();
    options.signal.addEventListener('abort', () => reject(options.signal.reason));
    running.push({ options, end: resolve, fail: reject });
    return promise;
  });
  const world = { time: 1_000_000, off: [] as ('main-files' | 'pull-requests')[] };
  const desk = createReportDesk({
    gather,
    store: {
      read: async (id) => kept.get(id.toLowerCase()),
      write: async (report) => void kept.set(report.repo.toLowerCase(), report),
      remove: async (id) => void kept.delete(id.toLowerCase()),
    },
    off: async () => world.off,
    now: () => world.time,
    onSnapshot: (report) => pushed.push(report),
  });
  const begun = async (count = 1) => {
    await vi.waitFor(() => expect(running.length).toBe(count));
    return running[count - 1]!;
  };
  return { desk, gather, kept, pushed, world, begun };
}

const gap = (reason: Gap['reason'], more: Partial<Gap> = {}): Gap => ({
  loader: 'pull-requests',
  reason,
  message: { key: 'badgeNone' },
  ...more,
});

describe('one gathering a repository', () => {
  it('serves all tabs and pages that want it, whatever the case of the id', async () => {
    const { desk, gather, begun, kept } = setUp();
    const answers = [1, 2, Symbol('popup')].map((wanter, n) =>
      desk.read({ repo: n === 1 ? repo.toUpperCase() : repo }, wanter),
    );
    (await begun()).end(open({ at: 5 }));
    for (const answer of answers) expect(await answer).toMatchObject({ at: 5 });
    expect(gather).toHaveBeenCalledTimes(1);
    expect(kept.get(repo)?.at).toBe(5);
  });

  it('sends each snapshot, and the last word too', async () => {
    const { desk, begun, pushed } = setUp();
    const answer = desk.read({ repo }, 1);
    const { options, end } = await begun();
    options.onSnapshot(open({ at: 1 }));
    expect(desk.running(repo)?.at).toBe(1);
    options.onSnapshot(open({ at: 2 }));
    end(open({ at: 3 }));
    await answer;
    expect(pushed.map(({ at }) => at)).toEqual([1, 2, 3]);
    expect(desk.running(repo)).toBeUndefined();
  });

  it('tells the gathering what the page and the reader said', async () => {
    const { desk, begun, world } = setUp();
    world.off = ['main-files'];
    void desk.read({ repo, everyPullRequest: true }, 1, 0);
    expect((await begun()).options).toMatchObject({ openDiscussions: 0, everyPullRequest: true, off: ['main-files'] });
  });

  it('is given up when the last who wanted it has gone', async () => {
    const { desk, begun, pushed, kept } = setUp();
    const answers = [desk.read({ repo }, 1), desk.read({ repo }, 2)];
    const { options } = await begun();
    desk.release(1);
    expect(options.signal.aborted).toBe(false);
    desk.release(2, 'another/model');
    expect(options.signal.aborted).toBe(true);
    options.onSnapshot(open());
    for (const answer of answers) await expect(answer).rejects.toThrow();
    expect(pushed).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('goes on for a tab that went to another page of the same repository', async () => {
    const { desk, begun } = setUp();
    void desk.read({ repo }, 1);
    const { options } = await begun();
    desk.release(1, repo.toUpperCase());
    expect(options.signal.aborted).toBe(false);
  });

  it('begins anew after one that was given up', async () => {
    const { desk, begun } = setUp();
    desk.read({ repo }, 1).catch(() => undefined);
    await begun();
    desk.release(1);
    const answer = desk.read({ repo }, 1);
    (await begun(2)).end(open({ at: 9 }));
    expect((await answer).at).toBe(9);
  });

  it('that failed is not remembered', async () => {
    const { desk, begun } = setUp();
    const first = desk.read({ repo }, 1);
    (await begun()).fail(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    void desk.read({ repo }, 1);
    await begun(2);
  });

  it('of every pull request follows the one that runs', async () => {
    const { desk, begun, gather } = setUp();
    const plain = desk.read({ repo }, 1);
    const first = await begun();
    const every = desk.read({ repo, everyPullRequest: true }, 1);
    const also = desk.read({ repo }, 2);
    expect(gather).toHaveBeenCalledTimes(1);
    first.end(open({ at: 1 }));
    expect((await plain).at).toBe(1);
    const second = await begun(2);
    expect(second.options.everyPullRequest).toBe(true);
    second.end(open({ at: 2 }));
    expect((await every).at).toBe(2);
    expect((await also).at).toBe(2);
  });
});

describe('a stored report', () => {
  it('is shown at once and checked', async () => {
    const { desk, begun, pushed } = setUp(open({ at: 1_000_000 - FRESH_MS }));
    void desk.read({ repo }, 1);
    const { options } = await begun();
    expect(pushed).toMatchObject([{ stored: true, at: 1_000_000 - FRESH_MS }]);
    expect(options.stored?.stored).toBe(false);
  });

  it('that is fresh is the answer, without a request', async () => {
    const { desk, gather, pushed } = setUp(open({ at: 1_000_000 - FRESH_MS + 1 }));
    expect(await desk.read({ repo }, 1)).toMatchObject({ stored: false });
    expect(pushed).toHaveLength(1);
    expect(gather).not.toHaveBeenCalled();
  });

  it.each([{ refresh: true }, { everyPullRequest: true }])('that is fresh does not answer %j', async (more) => {
    const { desk, begun } = setUp(open({ at: 999_999 }));
    void desk.read({ repo, ...more }, 1);
    await begun();
  });

  it.each([
    ['offline', undefined, true],
    ['timeout', undefined, true],
    ['sign-in', undefined, true],
    ['rate-limited', 999_999, true],
    ['rate-limited', 1_000_001, false],
    ['gated', undefined, false],
    ['too-large', undefined, false],
  ] as const)('with the gap %s (retry at %s) is asked about again: %s', async (reason, retryAt, again) => {
    const stored = open({ at: 999_999, gaps: [gap(reason, retryAt === undefined ? {} : { retryAt })] });
    const { desk, begun, gather } = setUp(stored);
    const answer = desk.read({ repo }, 1);
    if (again) await begun();
    else await answer;
    expect(gather).toHaveBeenCalledTimes(again ? 1 : 0);
  });

  it('made with other loaders than the reader now wants is not shown', async () => {
    const { desk, begun, pushed, world } = setUp(open({ at: 999_999 }));
    world.off = ['pull-requests'];
    void desk.read({ repo }, 1);
    expect((await begun()).options.stored).toBeUndefined();
    expect(pushed).toEqual([]);
  });

  it('of a private repository is not shown before the Hub was asked', async () => {
    const { desk, begun, pushed } = setUp(open({ at: 999_999, facts: { ...open().facts!, private: true } }));
    void desk.read({ repo }, 1);
    const { options } = await begun();
    expect(options.stored).toBeUndefined();
    expect(pushed).toEqual([]);
  });

  // As the gathering answers when it could read nothing: what was stored, with the new gaps.
  const unread = (given: Partial<Report>) =>
    open({
      loaders: {
        'eval-results': 'gap',
        'main-files': 'gap',
        'pull-requests': 'gap',
        'model-card': 'gap',
        'model-index': 'gap',
      },
      ...given,
    });

  it('stays, and is the answer, when nothing could be read', async () => {
    const old = open({ at: 1 });
    const { desk, begun, kept } = setUp(old);
    const offline = desk.read({ repo }, 1);
    (await begun()).end(unread({ ...old, stored: true, gaps: [gap('offline')] }));
    expect(await offline).toMatchObject({ at: 1, stored: true, facts: { id: repo } });
    expect(kept.get(repo)).toBe(old);
  });

  it('goes, and is not the answer, when the Hub says that there is nothing to see', async () => {
    const old = open({ at: 1, pullRequests: [{ number: 1, status: 'open', looked: 'read' }] });
    const { desk, begun, kept } = setUp(old);
    const gone = desk.read({ repo }, 1);
    (await begun()).end(unread({ ...old, stored: true, gaps: [gap('repo-missing', { loader: 'eval-results' })] }));
    const answer = await gone;
    expect(answer).toMatchObject({ stored: false, pullRequests: [], gaps: [{ reason: 'repo-missing' }] });
    expect(answer.facts).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('is not shown again by files that were kept, once the Hub has closed the repository', async () => {
    const { desk, begun, pushed } = setUp();
    const closed = desk.read({ repo }, 1);
    const { options, end } = await begun();
    const fromFiles = open({
      pullRequests: [{ number: 1, status: 'open', looked: 'read' }],
      gaps: [gap('repo-missing', { loader: 'eval-results' })],
    });
    options.onSnapshot(fromFiles);
    end(fromFiles);
    for (const report of [await closed, ...pushed]) expect(report).toMatchObject({ pullRequests: [] });
  });

  it('stays when one file or pull request alone is closed', async () => {
    const { desk, begun, kept } = setUp();
    const partly = desk.read({ repo }, 1);
    const closed = [gap('no-access', { pullRequest: 3 }), gap('disabled')];
    (await begun()).end(open({ at: 2, gaps: closed }));
    expect((await partly).facts).toBeDefined();
    expect(kept.get(repo)?.at).toBe(2);
  });

  it('is replaced by one whose loaders all have a gap but read something', async () => {
    const { desk, begun, kept } = setUp(open({ at: 1 }));
    const partly = desk.read({ repo }, 1);
    (await begun()).end(unread({ at: 2, gaps: [gap('too-large')] }));
    await partly;
    expect(kept.get(repo)?.at).toBe(2);
  });
});

describe('the same question again', () => {
  const ended = async () => {
    const all = setUp();
    const answer = all.desk.read({ repo }, 1);
    (await all.begun()).end(open({ at: 1, gaps: [gap('offline')] }));
    await answer;
    return all;
  };

  it('within seconds has the same answer, gaps and all', async () => {
    const { desk, gather, world } = await ended();
    world.time += JUST_NOW_MS - 1;
    expect((await desk.read({ repo }, 1)).at).toBe(1);
    expect((await desk.latest(repo))?.at).toBe(1);
    expect(gather).toHaveBeenCalledTimes(1);
  });

  it('later is asked again', async () => {
    const { desk, world, begun } = await ended();
    world.time += JUST_NOW_MS;
    void desk.read({ repo }, 1);
    await begun(2);
  });

  it('is asked again when settings have changed meanwhile', async () => {
    const { desk, begun } = await ended();
    desk.forget();
    void desk.read({ repo }, 1);
    await begun(2);
  });
});

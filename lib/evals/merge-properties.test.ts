import { describe, expect, it } from 'vitest';
import { run } from './in-slices.ts';
import { mergeEvidence as merging } from './merge.ts';
import type { Evidence } from './report.ts';
import type { FoundEntry } from './score.ts';

const mergeEvidence = (...given: Parameters<typeof merging>) => run(merging(...given));

const evidence = (part: Partial<Evidence>): Evidence => ({
  entries: [],
  findings: [],
  gaps: [],
  pullRequests: [],
  ...part,
});

const scores = (parts: Parameters<typeof mergeEvidence>[0]) =>
  mergeEvidence(parts).groups.flatMap((group) => group.scores);

/** A small generator of pseudo-random numbers (mulberry32), so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

describe.each(Array.from({ length: 40 }, (_, seed) => seed))('any evidence (seed %i)', (seed) => {
  const below = random(seed);
  const entry = (fromApi: boolean): FoundEntry => {
    const pullRequest = [undefined, 1, 2][below(3)];
    const notes = [undefined, 'No tools', 'With tools'][below(3)];
    return {
      dataset: ['cais/hle', 'a/b'][below(2)] ?? '',
      task: 'hle',
      value: below(4),
      valueText: '1',
      asWritten: !fromApi,
      ...(notes === undefined ? {} : { notes }),
      verified: false,
      hasToken: false,
      origin: {
        kind: pullRequest === undefined ? 'main' : 'pull-request',
        ...(pullRequest === undefined ? {} : { pullRequest }),
        path: ['a.yaml', 'b.yaml'][below(2)] ?? '',
        ...(fromApi ? {} : { line: 1 + below(100) }),
        seenBy: [fromApi ? 'eval-results' : pullRequest === undefined ? 'main-files' : 'pull-requests'],
      },
    };
  };
  const fromApi = Array.from({ length: below(30) }, () => entry(true));
  const fromFiles = Array.from({ length: below(30) }, () => entry(false));
  const parts = (reverse: boolean) => {
    const order = (entries: FoundEntry[]) => evidence({ entries: reverse ? entries.toReversed() : entries });
    return {
      'pull-requests': order(fromFiles.filter(({ origin }) => origin.kind !== 'main')),
      'main-files': order(fromFiles.filter(({ origin }) => origin.kind === 'main')),
      'eval-results': order(fromApi),
    };
  };
  const content = ({ dataset, value, notes }: { dataset: string; value: number; notes?: string }) =>
    JSON.stringify([dataset, value, notes]);

  it('gives the same scores in whatever order it came', () => {
    const set = (reverse: boolean) =>
      scores(parts(reverse))
        .map(
          ({ id, origins }) => `${id} ${origins.map(({ kind, pullRequest, path }) => `${kind}${pullRequest}${path}`)}`,
        )
        .sort();
    expect(set(true)).toEqual(set(false));
  });

  it('loses nothing and joins nothing that differs', () => {
    const merged = scores(parts(false));
    const contents = merged.map(content);
    expect(new Set(contents).size).toBe(contents.length);
    expect(new Set(fromApi.map(content))).toEqual(
      new Set(contents.filter((one) => fromApi.some((a) => content(a) === one))),
    );
    for (const found of fromApi)
      expect(merged.find((score) => content(score) === content(found))?.origins).toSatisfy(
        (origins: FoundEntry['origin'][]) =>
          origins.some(
            ({ pullRequest, path }) => pullRequest === found.origin.pullRequest && path === found.origin.path,
          ),
      );
  });

  it('keeps every row in its place when more evidence comes, under the same id', () => {
    const first = mergeEvidence({ 'eval-results': parts(false)['eval-results'] });
    const second = mergeEvidence(parts(false), {
      groups: first.groups.map((group) => ({
        ...group,
        verdicts: [],
        summary: { key: 'groupSingle' },
        standing: 'single',
      })),
    });
    for (const [index, group] of first.groups.entries()) {
      const grown = second.groups[index];
      expect(grown?.dataset).toBe(group.dataset);
      expect(grown?.scores.slice(0, group.scores.length).map(({ id }) => id)).toEqual(group.scores.map(({ id }) => id));
    }
  });
});

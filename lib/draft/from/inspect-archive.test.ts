import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEvidence } from './index.ts';
import { inspectLog, type Member, zipOf } from './samples.test-kit.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const deflated = (name: string, value: unknown): Member => ({ name, data: deflateSync(bytes(value)), method: 8 });
const read = (...members: Member[]) => readEvidence({ file: 'run.eval', content: zipOf(members) });
const rules = (...members: Member[]) => read(...members).findings.map(({ rule }) => rule);

describe('an .eval archive', () => {
  const sample = deflated('samples/1_epoch_1.json', { id: 1, epoch: 1, input: 'x' });

  it('is read by its header, whatever its samples are', () => {
    const { format, entries } = read(sample, deflated('summaries.json', []), deflated('header.json', inspectLog));
    expect(format).toBe('inspect-log');
    expect(entries).toMatchObject([{ dataset: 'Idavidrein/gpqa', task: 'diamond', valueText: '0.715' }]);
    expect(read({ name: 'header.json', data: bytes(inspectLog), method: 0 }).entries).toHaveLength(1);
  });

  it('of two headers the later counts', () => {
    const old = structuredClone(inspectLog);
    for (const score of old.results.scores) score.metrics.accuracy.value = 0.1;
    expect(read(deflated('header.json', old), deflated('header.json', inspectLog)).entries[0]?.valueText).toBe('0.715');
  });

  it('in the first form has its results beside', () => {
    const { version, eval: spec, plan, status, results, stats } = inspectLog;
    const entries = read(
      deflated('start.json', { version, eval: spec, plan }),
      deflated('results.json', { status, results, stats }),
    ).entries;
    expect(entries).toMatchObject([{ valueText: '0.715', date: '2026-03-05' }]);
  });

  it('that has not ended has no results yet', () => {
    const { version, eval: spec, plan } = inspectLog;
    expect(rules(deflated('_journal/start.json', { version, eval: spec, plan }))).toEqual(['inspect/unfinished']);
  });

  it('cannot be read where it is packed by Zstandard, which is said', () => {
    const zstd = { name: 'header.json', data: bytes(inspectLog), method: 93 };
    expect(rules(sample, zstd)).toEqual(['archive/zstd']);
    expect(rules({ ...zstd, method: 14 })).toEqual(['archive/method']);
    const frame = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 0]);
    expect(readEvidence({ content: frame }).findings.map(({ rule }) => rule)).toEqual(['archive/zstd']);
  });

  it('that is a bomb ends early: 300 MB out of 300 kB, whatever it claims', () => {
    const bomb = deflateSync(new Uint8Array(300 * 1024 * 1024));
    const before = performance.now();
    for (const claims of [100, 300 * 1024 * 1024, 0xffffffff])
      expect(rules({ name: 'header.json', data: bomb, method: 8, claims })).toEqual(['archive/damaged']);
    expect(performance.now() - before).toBeLessThan(6_000);
  });

  it.each([
    ['nothing but a signature', new Uint8Array([0x50, 0x4b, 3, 4])],
    [
      'a directory that points nowhere',
      zipOf([{ name: 'header.json', data: bytes(1), method: 8 }]).map((byte, index, all) =>
        index > all.length - 8 && index < all.length - 2 ? 255 : byte,
      ),
    ],
    ['another archive', zipOf([{ name: 'word/document.xml', data: bytes(1), method: 0 }])],
    ['an empty archive', zipOf([])],
    ['a cut header', zipOf([{ name: 'header.json', data: deflateSync(bytes(inspectLog)).slice(0, 50), method: 8 }])],
    ['a header of something else', zipOf([deflated('header.json', { a: 1 })])],
  ])('%s is a finding', (_, content) => {
    const { entries, findings } = readEvidence({ content });
    expect(entries).toEqual([]);
    expect(findings).toMatchObject([{ level: 'error' }]);
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readPairs } from './read-pairs.ts';

const side = (value: string, more = '') =>
  `{"dataset": {"id": "Idavidrein/gpqa", "task_id": "diamond"}, "value": ${value}${more}}`;
const pair = (a: string, b: string) => `{"model": "org/model", "a": ${a}, "b": ${b}}`;

describe('reading pairs', () => {
  it('keeps the digits of JSON numbers', () => {
    const [read] = readPairs(`[${pair(side('85.0'), side('8.50e1'))}]`);
    expect([read?.sides?.a.score.valueText, read?.sides?.b.score.valueText]).toEqual(['85.0', '8.50e1']);
    expect(read?.sides?.a.score.value).toBe(85);
  });

  it('takes YAML, dates and a model of its own', () => {
    const [read] = readPairs(
      '- model: org/model\n  a:\n    dataset: {id: cais/hle, task_id: hle}\n    value: 20.90\n    date: 2026-01-28\n    model: org/other\n    notes: No tools\n  b:\n    dataset: {id: cais/hle, task_id: hle}\n    value: 30\n',
    );
    expect(read?.sides?.a).toMatchObject({
      model: 'org/other',
      score: { valueText: '20.90', date: '2026-01-28', notes: 'No tools' },
    });
    expect(read?.sides?.b.score.valueText).toBe('30');
  });

  it('says what a pair lacks, and reads the others', () => {
    const read = readPairs(
      `[{"a": {"value": "high"}}, 7, ${pair(side('71.5'), side('.nan'))}, ${pair(side('1'), side('2'))}]`,
    );
    expect(read.map(({ problems }) => problems)).toEqual([
      ['a.dataset.id is missing', 'a.dataset.task_id is missing', 'a.value is not a number: high', 'b is missing'],
      ['the pair is no mapping'],
      ['b.value is not a number: .nan'],
      [],
    ]);
  });

  it('refuses what is no list', () => {
    expect(() => readPairs('{"a": 1}')).toThrow('list');
    expect(() => readPairs('[')).toThrow();
  });
});

describe('npm run verdict', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (text: string, ...options: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const file = join(folder, 'pairs.json');
      writeFileSync(file, text);
      const program = fileURLToPath(new URL('./verdict.ts', import.meta.url));
      execFile(process.execPath, [program, file, ...options], (error, out, err) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });

  it('prints one verdict a pair in the promised shape', async () => {
    const { code, out } = await run(
      `[${pair(side('80.3'), side('71.2'))}, ${pair(side('0.7'), side('70.3'))}]`,
      '--json',
    );
    expect(code).toBe(0);
    const verdicts = JSON.parse(out);
    expect(verdicts).toHaveLength(2);
    expect(verdicts[0]).toMatchObject({
      a: '80.3',
      b: '71.2',
      code: 'N1',
      severity: 'notice',
      comparable: true,
      deltaPoints: 9.1,
      n: 198,
      secondary: expect.any(Array),
    });
    expect(verdicts[0].deltaItems).toBeCloseTo(18.02, 2);
    expect(verdicts[0].z).toBeGreaterThan(1.96);
    expect(verdicts[0].text).toContain('≈ 18 of 198 questions');
    expect(verdicts[1]).toMatchObject({
      code: 'S4',
      comparable: false,
      deltaPoints: null,
      deltaItems: null,
      z: null,
      p: null,
    });
  });

  it('has a readable form, and codes for what could not be read or run', async () => {
    expect((await run(`[${pair(side('80.3'), side('71.2'))}]`)).out).toMatch(/notice N1.*\n.*differ by 9\.1 points/);
    const broken = await run(`[{"a": ${side('1')}}]`, '--json');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject([
      { code: 'S1', severity: 'error', text: expect.stringContaining('b is missing') },
    ]);
    expect((await run('{')).code).toBe(2);
    expect((await run('[]', '--loud')).code).toBe(2);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../test/fixtures/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (...args: string[]) => runCommand(join(import.meta.dirname, 'check.ts'), args);

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

// https://huggingface.co/deepseek-ai/DeepSeek-R1/commit/aa8e76cc: the early form, without task_id.
const bad = '- dataset:\n    id: TIGER-Lab/MMLU-Pro\n  value: 84\n';
const good = '- dataset: {id: TIGER-Lab/MMLU-Pro, task_id: mmlu_pro}\n  value: 84.0\n';

describe('check', { timeout: 60_000 }, () => {
  it('of a file in order ends with 0 and gives its entries', () => {
    const { status, stdout, stderr } = check(write('good.yaml', good), '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'results',
      entries: [{ dataset: 'TIGER-Lab/MMLU-Pro', task: 'mmlu_pro', value: 84, valueText: '84.0', line: 1 }],
      findings: [],
    });
  });

  it('of a bad file ends with 1 and names file, line, rule and text', () => {
    const path = write('bad.yaml', bad + good);
    const { status, stdout } = check('--', path, '--json');
    expect(status).toBe(1);
    const { entries, findings } = JSON.parse(stdout) as { entries: unknown[]; findings: unknown[] };
    expect(entries).toHaveLength(1);
    expect(findings).toMatchObject([
      { path, line: 2, code: 'S1', rule: 'schema/required', text: '    id: TIGER-Lab/MMLU-Pro' },
    ]);
    const readable = check(path);
    expect(readable.status).toBe(1);
    expect(readable.stdout).toContain(`${path}:2: error S1 (schema/required): dataset.task_id is missing.`);
  });

  it('knows an eval.yaml', () => {
    const { status, stdout } = check(write('eval.yaml', 'name: MMLU-Pro\ntasks:\n  - id: mmlu_pro\n'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ kind: 'benchmark', entries: [{ id: 'mmlu_pro' }], findings: [] });
  });

  it('sends no control characters of a file to the terminal', () => {
    const { stdout } = check(write('escape.yaml', `${good}  notes: "\\e]0;x\\a \u202e5"\n`));
    expect(stdout).not.toMatch(/[\u202e]|\p{Cc}(?<!\n)/u);
  });

  it.each([
    [[join(folder, 'missing.yaml')], /cannot be read/],
    [[folder], /cannot be read/],
    [[], /usage/],
    [['a.yaml', 'b.yaml'], /usage/],
    [['a.yaml', '--yaml'], /usage/],
  ])('ends with 2 when it cannot run: %j', (args, words) => {
    const { status, stdout, stderr } = check(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });
});

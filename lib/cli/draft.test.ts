import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectLog } from '../draft/from/samples.test-kit.ts';

const script = join(import.meta.dirname, 'draft.ts');
const folder = mkdtempSync(join(tmpdir(), 'draft-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command in plain Node, as a script would call it. */
function run(...args: string[]): { code: number; out: string } {
  try {
    return { code: 0, out: execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, out: stdout };
  }
}

describe('the draft command', () => {
  const log = join(folder, 'log.json');
  writeFileSync(log, JSON.stringify(inspectLog));

  it('shows what a log would become, and what is asked of it', () => {
    const { code, out } = run(log, '--model', 'openai/gpt-oss-20b', '--json');
    expect(code).toBe(1);
    const drafted = JSON.parse(out);
    expect(drafted).toMatchObject({ format: 'inspect-log', repo: 'openai/gpt-oss-20b', findings: [] });
    expect(drafted.files[0].text).toContain('value: 0.715\n');
    expect(drafted.problems.map(({ check, offer }: { check: string; offer: string }) => [check, offer])).toEqual([
      ['source', null],
      ['scale', '71.5'],
    ]);
    expect(run(log).out).toContain('# .eval_results/gpqa_diamond_reasoning_high.yaml');
  });

  it('says when it could not run', () => {
    expect(run().code).toBe(2);
    expect(run(join(folder, 'missing.json')).code).toBe(2);
    expect(run(log, '--model', 'x y').code).toBe(2);
  });
});

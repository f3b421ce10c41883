import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../test/fixtures/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-card-'));
afterAll(() => rmSync(folder, { recursive: true }));

const card = (...args: string[]) => runCommand(join(import.meta.dirname, 'card.ts'), args);

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

// Figures of https://huggingface.co/MiniMaxAI/MiniMax-M2.
const good =
  '| Benchmark | MiniMax-M2 | GLM-4.6 |\n|---|---|---|\n| HLE (w/o tools) | 12.5 | 13.3 |\n| Terminal-Bench | 46.3 | 40.5 |\n';

describe('card', { timeout: 60_000 }, () => {
  it('gives the scores of the model and what is unclear, and ends with 0', () => {
    const { status, stdout, stderr } = card(write('good.md', good), '--model', 'MiniMaxAI/MiniMax-M2', '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      model: 'MiniMaxAI/MiniMax-M2',
      scores: [
        {
          dataset: 'cais/hle',
          task: 'hle',
          benchmark: "Humanity's Last Exam",
          value: 12.5,
          valueText: '12.5',
          unit: 'percent',
          notes: 'w/o tools',
          variant: { tags: [{ kind: 'tools', value: 'none' }] },
          where: {
            section: [],
            table: 1,
            row: 'HLE (w/o tools)',
            column: 'MiniMax-M2',
            header: ['MiniMax-M2', 'GLM-4.6'],
            footnotes: [],
          },
          line: 3,
        },
      ],
      ambiguous: [
        {
          quote: 'Terminal-Bench | 46.3 | 40.5',
          why: 'Terminal-Bench without its version: the row does not say which one was run.',
          line: 4,
        },
      ],
      findings: [],
    });
  });

  it('has a form for readers, without control characters of the card', () => {
    const { stdout } = card(
      write('escape.md', `${good}| HLE (with tools\u202e) | 31.8\u001b]0;x\u0007 | |\n`),
      '--model=MiniMaxAI/MiniMax-M2',
    );
    expect(stdout).toMatch(/good\.md|escape\.md:3 {2}cais\/hle {2}hle {2}12\.5 {2}w\/o tools {2}\[MiniMax-M2\]/);
    expect(stdout).not.toMatch(/[\u202e]|\p{Cc}(?<!\n)/u);
  });

  it('ends with 1 when the card’s form is bad', () => {
    const { status, stdout } = card(
      write('bad.md', `---\nlicense: mit\n${good}`),
      '--model',
      'MiniMaxAI/MiniMax-M2',
      '--json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ rule: 'card/front-matter', line: 1 }] });
  });

  it.each([
    [[join(folder, 'missing.md'), '--model', 'a/b'], /cannot be read/],
    [[folder, '--model', 'a/b'], /cannot be read/],
    [[], /usage/],
    [['a.md'], /usage/],
    [['a.md', '--model'], /usage/],
    [['a.md', '--model', 'a b'], /usage/],
    [['a.md', 'b.md', '--model', 'a/b'], /usage/],
    [['a.md', '--model', 'a/b', '--yaml'], /usage/],
  ])('ends with 2 when it cannot run: %j', (args, words) => {
    const { status, stdout, stderr } = card(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });
});

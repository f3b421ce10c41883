import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import './patience.ts';

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `node test/hub/serve.ts`; resolves with its first line of output, or with its end. */
function serve(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), ...args]);
  const output = { out: '', err: '' };
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output.out += chunk;
      if (output.out.includes('\n')) resolve(output.out);
    });
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output, ready, ended };
}

describe('node test/hub/serve.ts', () => {
  it('says where it listens, and serves recordings and cards from there', async () => {
    writeFileSync(
      join(folder, 'some__model.json'),
      '{"id":"some/model","likes":4,"evalResults":[{"filename":".eval_results/x.yaml","verified":false,"data":{"dataset":{"id":"cais/hle","task_id":"hle"},"value":4.50,"date":"2026-02-03"}}]}',
    );
    writeFileSync(join(folder, 'some__model.md'), '---\nlicense: mit\n---\n# A card\n\n| HLE | 4.50 |\n|---|---|\n');
    writeFileSync(join(folder, 'only__card.md'), '# Only a card\n');
    const { child, ready, ended } = serve('--', '--recordings', folder, '--cards', folder, '--latency', '1');
    const line = await ready;
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    const url = line.slice('listening on '.length).trim();
    const info = (await (
      await fetch(`${url}/api/models/some/model?expand=evalResults&expand=cardData`)
    ).json()) as Record<string, unknown>;
    expect(info).toMatchObject({
      id: 'some/model',
      cardData: { license: 'mit' },
      evalResults: [{ data: { value: 4.5 } }],
    });
    expect(await (await fetch(`${url}/some/model/raw/main/.eval_results/x.yaml`)).text()).toContain('value: 4.50');
    expect(await (await fetch(`${url}/only/card/resolve/main/README.md`)).text()).toBe('# Only a card\n');
    expect((await fetch(`${url}/api/models/openai/gpt-oss-20b`)).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('says what is amiss and ends with 2', async () => {
    writeFileSync(join(folder, 'bad__json.json'), '[');
    const missing = serve('--recordings', join(folder, 'nowhere'));
    const odd = serve('--prot', '1');
    const bad = serve('--recordings', folder);
    expect(await Promise.all([missing.ended, odd.ended, bad.ended])).toEqual([2, 2, 2]);
    expect(missing.output.err).toContain('There is no folder');
    expect(odd.output.err).toContain("'--prot'");
    expect(bad.output.err).toContain('bad__json.json');
  });
});

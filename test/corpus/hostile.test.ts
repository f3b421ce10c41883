import { describe, expect, it } from 'vitest';
import { type ParsedFile, parseResultsFileInSlices } from '../../lib/evals/parse.ts';
import { hopeless, survivable, tooLarge } from './hostile-yaml.ts';

/** Milliseconds that this thread has worked; what other programs take of a busy machine does not count. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The longest work in one go while a file was read, in milliseconds: so long everybody else had to wait. */
async function longestWork(text: string): Promise<{ work: number; read: ParsedFile }> {
  let work = 0;
  let done = false;
  let last = worked();
  const tick = () => {
    const now = worked();
    work = Math.max(work, now - last);
    last = now;
    if (!done) setImmediate(tick);
  };
  tick();
  const read = await parseResultsFileInSlices(text, { path: '.eval_results/hostile.yaml', loader: 'pull-requests' });
  await new Promise((resolve) => setImmediate(resolve));
  done = true;
  return { work, read };
}

/** Best of five: a collection of garbage may fall into any one run, but a hang comes again. */
async function read(text: string): Promise<ParsedFile> {
  for (let run = 1; ; run++) {
    const { work, read } = await longestWork(text);
    if (work < 100 || run === 5) {
      expect(work).toBeLessThan(100);
      return read;
    }
  }
}

describe('a hostile file', { timeout: 60_000 }, () => {
  it.each(Object.entries(survivable))('with %s holds nobody up and loses no good entry', async (_, text) => {
    const { entries, findings } = await read(text);
    expect(entries.filter(({ valueText }) => valueText === '8.80')).toHaveLength(2);
    expect(findings.length).toBeLessThanOrEqual(51);
    for (const finding of findings) expect(finding.text?.length ?? 0).toBeLessThanOrEqual(200);
  });

  it.each(Object.entries(hopeless))('of %s holds nobody up and is a finding', async (_, text) => {
    const { entries, findings } = await read(text);
    expect(entries).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(51);
  });

  it('of 10 MB gives the entries up to the limit and says where it stopped', async () => {
    const { entries, findings } = await read(tooLarge);
    expect(entries.length).toBeGreaterThan(4000);
    expect(findings).toMatchObject([{ rule: 'file/too-large' }]);
  });
});

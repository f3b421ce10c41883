import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browser/launch.ts';
import type { LocalHub } from '../hub/start-hub.ts';
import { MEASURED, measurePage, type PageTimes } from './in-page.ts';
import { type AskTimes, askFloor, askPlainly } from './plain-way.ts';
import { medians } from './statistics.ts';

/** Requests to the Hub, and bytes of their answers, without the page itself and its assets. */
export interface Traffic {
  requests: number;
  bytes: number;
}

/** A model that is opened before anything is measured. */
const OTHER = 'google/gemma-4-31B-it';

export interface ModelPageFigures {
  repo: string;
  runs: number;
  without: PageTimes;
  cold: PageTimes & Traffic;
  warm: PageTimes & Traffic;
  floor: AskTimes & Traffic;
  plain: AskTimes & Traffic;
}

/** What the extension (or a script) asked for: the API and files, not pages and their assets. */
function traffic(hub: LocalHub): Traffic {
  const asked = hub.requests.filter(({ path }) => /^\/api\/|\/(resolve|raw)\/|\.diff$/.test(path));
  return { requests: asked.length, bytes: asked.reduce((total, { bytes }) => total + bytes, 0) };
}

/** Measures one model page cold and warm, without the extension, and both ways of asking by script; medians of `runs`. */
export async function benchModelPage(hub: LocalHub, repo: string, runs: number): Promise<ModelPageFigures> {
  const url = `https://huggingface.co/${repo}`;
  const server = { port: hub.port, spki: hub.spki ?? '' };
  const collected = {
    without: [] as PageTimes[],
    cold: [] as (PageTimes & Traffic)[],
    warm: [] as (PageTimes & Traffic)[],
    floor: [] as (AskTimes & Traffic)[],
    plain: [] as (AskTimes & Traffic)[],
  };
  for (let run = 0; run < runs; run += 1) {
    const profile = await mkdtemp(join(tmpdir(), 'crosscheck-bench-'));
    const browser = await launch({ hub: server, profile, more: MEASURED });
    // A browser that runs, with a model read before: a reader does not start it for every page.
    await measurePage(await browser.context.newPage(), `https://huggingface.co/${OTHER}`, false);
    for (const temperature of ['cold', 'warm'] as const) {
      hub.requests.length = 0;
      const page = await browser.context.newPage();
      const times = await measurePage(page, url, true, temperature === 'cold' ? 1_500 : 400);
      collected[temperature].push({ ...times, ...traffic(hub) });
      await page.close();
    }
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });

    const bare = await launch({ hub: server, extension: '', more: MEASURED });
    const page = await bare.context.newPage();
    collected.without.push(await measurePage(page, url, false));
    for (const [name, ask] of [
      ['floor', askFloor],
      ['plain', askPlainly],
    ] as const) {
      hub.requests.length = 0;
      const times = await ask(page, repo);
      collected[name].push({ ...times, ...traffic(hub) });
    }
    await bare.close();
  }
  return {
    repo,
    runs,
    without: medians(collected.without),
    cold: medians(collected.cold),
    warm: medians(collected.warm),
    floor: medians(collected.floor),
    plain: medians(collected.plain),
  };
}

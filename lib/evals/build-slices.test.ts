import { describe, expect, it } from 'vitest';
import { buildInSteps, buildReport, rejudge } from './build.ts';
import { defaultThresholds } from './checks/thresholds.ts';
import { run } from './in-slices.ts';
import { parseResultsFile } from './parse.ts';
import type { Evidence } from './report.ts';
import { seeded } from './stats/random.ts';

const states = {
  'eval-results': 'ok',
  'main-files': 'ok',
  'pull-requests': 'ok',
  'model-card': 'off',
  'model-index': 'off',
} as const;

/** Setups as the boards of GPQA and HLE have them. */
const setups = ['', 'no tools', 'With tools', 'Reasoning: high', 'avg@8', 'pass@1, 0-shot', 'text-only subset'];

/** Results files of main and of pull requests, `count` entries of any of the benchmarks in each. */
function evidenceOf(seed: number, benchmarks: readonly string[], count: number, files: number): Evidence {
  const next = seeded(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  const entries = Array.from({ length: files }, (_, file) => {
    const text = Array.from({ length: count }, (_, n) => {
      const value = next() < 0.1 ? next().toFixed(3) : (40 + 50 * next()).toFixed(Math.floor(3 * next()));
      const notes = next() < 0.5 ? pick(setups) : `run ${n}, ${pick(setups)}`;
      return `- dataset: {id: ${pick(benchmarks)}}\n  value: ${value}\n  notes: "${notes}"\n`;
    }).join('');
    const place = { path: `.eval_results/${file}.yaml`, ...(file > 0 && { pullRequest: file }) };
    return parseResultsFile(text, { ...place, loader: file > 0 ? 'pull-requests' : 'main-files' }).entries;
  });
  return { entries: entries.flat(), findings: [], gaps: [], pullRequests: [] };
}

const gpqa = 'Idavidrein/gpqa, task_id: diamond';
const known = [gpqa, 'cais/hle, task_id: hle', 'someone/bench, task_id: all'];

type Given = Parameters<typeof buildReport>;
const given = (evidence: Evidence, earlier?: Given[4]): Given => [
  'org/model',
  { 'main-files': evidence },
  states,
  0,
  earlier,
];

describe('a report that is built with pauses', () => {
  it('says what one without them says, whatever else is built between them (40 seeded pages, four at a time)', () => {
    for (let seed = 0; seed < 40; seed += 4) {
      const pages = [0, 1, 2, 3].map((more) => {
        const evidence = evidenceOf(seed + more, known, 6 + 5 * more, 1 + more);
        const before = evidenceOf(seed + more, known, 6, 1);
        return given(evidence, more % 2 === 0 ? undefined : buildReport(...given(before)));
      });
      const whole = pages.map((page) => buildReport(...page));
      const building = pages.map((page) => buildInSteps(...page));
      const built = new Map<number, unknown>();
      while (built.size < pages.length)
        for (const [index, steps] of building.entries()) {
          const step = built.has(index) ? undefined : steps.next();
          if (step?.done) built.set(index, step.value);
        }
      expect([0, 1, 2, 3].map((index) => built.get(index))).toEqual(whole);
      for (const report of whole) expect(run(rejudge(report, defaultThresholds))).toEqual(report);
    }
  });

  it.each([
    ['1,400 scores of one task', [gpqa], 1400, 1],
    ['1,400 scores in 28 pull requests', [gpqa], 50, 28],
    ['700 tasks', Array.from({ length: 700 }, (_, n) => `someone/bench, task_id: t${n}`), 1400, 1],
  ])('pauses often enough for others to run: %s', (_, benchmarks, count, files) => {
    const evidence = evidenceOf(1, benchmarks, count, files);
    const earlier = buildReport(...given(evidence));
    const stretches = Array.from({ length: 3 }, () => {
      let longest = 0;
      let pauses = 0;
      const steps = buildInSteps(...given(evidence, earlier));
      for (let since = performance.now(), done = false; !done; since = performance.now()) {
        done = steps.next().done ?? false;
        longest = Math.max(longest, performance.now() - since);
        pauses++;
      }
      return { longest, pauses };
    });
    const scores = earlier.groups.reduce((sum, group) => sum + group.scores.length, 0);
    expect(scores).toBeGreaterThan(1000);
    expect(Math.min(...stretches.map(({ pauses }) => pauses))).toBeGreaterThan(scores);
    expect(Math.min(...stretches.map(({ longest }) => longest))).toBeLessThan(50);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../lib/evals/report.ts';
import { corpusFolder } from '../hub/corpus-dir.ts';
import { type LocalHub, startHub } from '../hub/start-hub.ts';
import { modelPlan } from './model-plan.ts';
import { readerOf } from './reader.ts';

const folder = corpusFolder('corpus', 'eval_results');

/** What stands behind `value:` in a results file, character for character. */
const writtenValues = (text: string) => [...text.matchAll(/^[ -]*value:[ \t]*([^\s#]+)/gm)].map(([, value]) => value);

describe.skipIf(folder === undefined)('real results files, each in a pull request of its own', () => {
  const files = folder
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : [];
  const texts = files.map((name) => readFileSync(join(folder ?? '', name), 'utf8'));
  let local: LocalHub;
  let report: Report;
  beforeAll(async () => {
    local = await startHub({ fixtures: false });
    const pullRequests = texts.map((text, at) => ({ num: at + 1, files: { [`.eval_results/${at}.yaml`]: text } }));
    await local.addRepo(modelPlan({ id: 'someone/model', pullRequests }));
    report = await readerOf(local).read('someone/model', { everyPullRequest: true });
  }, 60_000);
  afterAll(() => local.close());

  it.each(files.map((name, at) => ({ name, at })))(
    '$name: every value as it is written, or a finding with its line',
    ({ at }) => {
      const ofFile = <T extends { pullRequest?: number }>(items: T[]) =>
        items.filter(({ pullRequest }) => pullRequest === at + 1);
      const found = report.groups.flatMap(({ scores }) =>
        scores.flatMap(({ valueText, origins }) => ofFile(origins).map(() => valueText)),
      );
      const unread = ofFile(report.findings).filter(({ code, severity }) => code === 'S1' && severity === 'error');
      for (const { line } of unread) expect(line).toEqual(expect.any(Number));
      const written = writtenValues(texts[at] ?? '');
      if (unread.length === 0) expect(found.sort()).toEqual(written.sort());
      else expect(written).toEqual(expect.arrayContaining(found));
    },
  );

  it('keeps the last zero of 75.80 (MiniMaxAI/MiniMax-M2.5, commit 1825d903)', () => {
    expect(report.groups.flatMap(({ scores }) => scores.map(({ valueText }) => valueText))).toContain('75.80');
  });
});

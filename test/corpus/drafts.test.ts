// Every recorded score, drafted once more: its file reads back, and it is found to be there already.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkDraft } from '../../lib/draft/check/index.ts';
import type { DraftEntry } from '../../lib/draft/draft.ts';
import { fieldsOf } from '../../lib/draft/fields.ts';
import { draftFiles } from '../../lib/draft/files.ts';
import type { DraftGround } from '../../lib/draft/ground.ts';
import { readsAs } from '../../lib/draft/into-file.ts';
import { isYamlNumber } from '../../lib/draft/yaml-number.ts';
import { readApiEntries } from '../../lib/evals/api-entries.ts';
import { buildReport } from '../../lib/evals/build.ts';
import { draftStart } from '../../lib/evals/view/draft-start.ts';
import { corpusFolder } from '../hub/corpus-dir.ts';

const folder = corpusFolder('hub-samples', 'model-evalresults');
const NOW = Date.parse('2026-10-20T12:00:00Z');
const states = {
  'eval-results': 'ok',
  'main-files': 'ok',
  'pull-requests': 'ok',
  'model-card': 'off',
  'model-index': 'off',
} as const;

function groundOf(repo: string, evalResults: unknown[]): DraftGround {
  const part = { ...readApiEntries(evalResults), gaps: [], pullRequests: [] };
  return {
    repo,
    at: NOW,
    complete: true,
    missing: [],
    head: 'a'.repeat(40),
    report: buildReport(repo, { 'eval-results': part }, states, NOW),
    files: [],
    pullRequests: [],
    closed: [],
    benchmarks: [],
    boards: [],
  };
}

describe.skipIf(!folder)('the recorded scores, drafted again', () => {
  const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const recordings = names.map((name) => {
    const { id, evalResults = [] } = JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'));
    return [id as string, evalResults as unknown[]] as const;
  });

  it('there are some', () => expect(recordings.flatMap(([, items]) => items).length).toBeGreaterThan(50));

  it.each(recordings)('%s', (repo, evalResults) => {
    const ground = groundOf(repo, evalResults);
    const scores = ground.report.groups.flatMap((group) => group.scores);
    for (const [index, score] of scores.entries()) {
      const entry: DraftEntry = {
        dataset: '',
        task: '',
        valueText: '',
        ...draftStart(score, repo, undefined),
        id: `e${index}`,
      };
      expect(isYamlNumber(entry.valueText), entry.valueText).toBe(true);
      const [file] = draftFiles([entry], ground);
      const text = file?.text ?? '';
      expect(readsAs(text, [fieldsOf(entry)]), text).toBe(true);
      expect(parse(text)[0].value).toBe(score.value);
      expect(file?.path).toMatch(/^\.eval_results\/[\w.-]{1,80}\.yaml$/);

      const problems = checkDraft({ repo, entries: [entry], answers: { accepted: [] } }, { now: NOW, ground });
      const said = problems.filter(({ check }) => check === 'duplicates').map(({ message }) => message.key);
      expect(said, `${score.dataset} ${score.valueText}`).toContain('problemDuplicate');
    }
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveTask } from '../../lib/evals/benchmarks/index.ts';
import { parseResultsFile } from '../../lib/evals/parse.ts';
import type { Score } from '../../lib/evals/score.ts';
import { lastDigit } from '../../lib/evals/stats/rounding.ts';
import { aScore } from '../fixtures/scores.ts';

const fixtures = fileURLToPath(new URL('../fixtures/hub', import.meta.url));

/** Where the corpus lies, when it is there: `CORPUS_DIR`, or beside the project. */
export function corpusDir(): string | undefined {
  const dir = process.env.CORPUS_DIR ?? fileURLToPath(new URL('../../../shared', import.meta.url));
  return existsSync(join(dir, 'corpus', 'contradictions.json')) ? dir : undefined;
}

/** A real score and the model it is filed under. */
export interface RealScore {
  repo: string;
  score: Score;
}

/**
 * Real scores on scales of 0 to 100 with a known number of items: those of the project's fixtures, and the recordings
 * of the corpus where it is at hand.
 */
export function realScores(): RealScore[] {
  const found = [...fromFixtures(), ...fromCorpus()];
  return found.filter(({ score }) => {
    const task = resolveTask(score.dataset, score.task);
    return task?.items !== undefined && task.scale?.[1] === 100 && score.value > 1.5 && lastDigit(score.valueText) <= 1;
  });
}

function fromFixtures(): RealScore[] {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.eval_results\/[^/]+\.ya?ml$/.test(file))
    .flatMap((file) => {
      const repo = (file.split('/')[0] ?? '').replace('__', '/');
      const path = `.eval_results/${basename(file)}`;
      const { entries } = parseResultsFile(readFileSync(join(fixtures, file), 'utf8'), { path, loader: 'main-files' });
      return entries.map((entry) => ({ repo, score: scoreOf({ ...entry, path }) }));
    });
}

function fromCorpus(): RealScore[] {
  const dir = corpusDir();
  if (!dir) return [];
  const folders = ['hub-samples/model-evalresults', 'corpus/hub_recorded/evalresults'].map((name) => join(dir, name));
  return folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) => {
      const answer = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return (answer.evalResults ?? []).flatMap((item: Recorded) => {
        if (!item.data) return [];
        const { dataset, value, notes, date, source } = item.data;
        const given = { dataset: dataset.id, task: dataset.task_id, valueText: String(value), path: item.filename };
        return [{ repo: answer.id, score: scoreOf({ ...given, notes, date, source }) }];
      });
    }),
  );
}

interface Recorded {
  filename: string;
  data?: {
    dataset: { id: string; task_id: string };
    value: number;
    notes?: string;
    date?: string;
    source?: Score['source'];
  };
}

interface Said {
  dataset: string;
  task: string;
  valueText: string;
  path: string;
  notes?: string | undefined;
  date?: string | undefined;
  source?: Score['source'] | undefined;
}

function scoreOf({ valueText, dataset, task, path, notes, date, source }: Said): Score {
  return aScore({
    value: valueText,
    dataset,
    task,
    path,
    ...(notes === undefined ? {} : { notes }),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
  });
}

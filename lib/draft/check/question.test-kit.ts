import { expect } from 'vitest';
import { buildReport } from '../../evals/build.ts';
import { parseResultsFile } from '../../evals/parse.ts';
import type { Evidence, RepoFacts } from '../../evals/report.ts';
import type { DraftEntry } from '../draft.ts';
import type { EntryFields } from '../fields.ts';
import type { DraftGround } from '../ground.ts';
import type { Problem } from '../problem.ts';
import { toYaml } from '../to-yaml.ts';
import { type CheckContext, type DraftContent, inQuestion } from './check.ts';
import { checkDraft } from './index.ts';

export const NOW = Date.parse('2026-10-20T12:00:00Z');

/** HLE of openai/gpt-oss-20b as its model card has it, in the form of a draft. */
export const hleEntry: DraftEntry = {
  id: 'one',
  dataset: 'cais/hle',
  task: 'hle',
  valueText: '10.9',
  date: '2026-02-10',
  source: { url: 'https://huggingface.co/openai/gpt-oss-20b', name: 'Model Card' },
  evidence: { kind: 'typed' },
};

export const draftOf = (...entries: Partial<DraftEntry>[]): DraftContent => ({
  repo: 'openai/gpt-oss-20b',
  entries: entries.map((entry, index) => ({ ...hleEntry, id: `entry-${index}`, ...entry })),
  answers: { accepted: [] },
});

type Standing = EntryFields & { pullRequest?: number };

/** What is in a repository: entries on main (no number) and in open pull requests. */
export function groundOf(
  standing: Standing[] = [],
  change: Partial<DraftGround> = {},
  facts?: Partial<RepoFacts>,
): DraftGround {
  const parts = standing.map(({ pullRequest, ...fields }, index) => ({
    path: `.eval_results/file_${index}.yaml`,
    text: toYaml([fields]),
    ...(pullRequest === undefined ? {} : { pullRequest }),
  }));
  const evidence: Evidence = { entries: [], findings: [], gaps: [], pullRequests: [] };
  for (const { path, text, pullRequest } of parts) {
    const place = { path, loader: 'pull-requests' as const, ...(pullRequest === undefined ? {} : { pullRequest }) };
    evidence.entries.push(...parseResultsFile(text, place).entries);
  }
  if (facts)
    evidence.facts = {
      id: 'openai/gpt-oss-20b',
      gated: false,
      private: false,
      disabled: false,
      tags: [],
      baseModels: [],
      ...facts,
    };
  const loaders = {
    'eval-results': 'ok',
    'main-files': 'ok',
    'pull-requests': 'ok',
    'model-card': 'off',
    'model-index': 'off',
  } as const;
  const numbers = [...new Set(parts.flatMap(({ pullRequest }) => pullRequest ?? []))];
  return {
    repo: 'openai/gpt-oss-20b',
    at: NOW,
    complete: true,
    missing: [],
    head: 'a'.repeat(40),
    report: buildReport('openai/gpt-oss-20b', { 'pull-requests': evidence }, loaders, NOW),
    files: parts.filter(({ pullRequest }) => pullRequest === undefined),
    pullRequests: numbers.map((number) => ({
      number,
      title: `Add evaluation result (#${number})`,
      author: 'burtenshaw',
      status: 'open',
      paths: parts.filter(({ pullRequest }) => pullRequest === number).map(({ path }) => path),
    })),
    closed: [],
    benchmarks: [
      { dataset: 'cais/hle', official: true, tasks: ['hle'], createdAt: '2025-01-23T00:00:00.000Z' },
      { dataset: 'Idavidrein/gpqa', official: true, tasks: ['diamond', 'main', 'extended'] },
    ],
    boards: [],
    ...change,
  };
}

/** What one check says of a draft, as `level key`, and that nothing is said twice under one id. */
export function saidBy(check: string, draft: DraftContent, context: Partial<CheckContext> = {}): string[] {
  return problemsOf(check, draft, context).map(({ level, message }) => `${level} ${message.key}`);
}

export function problemsOf(check: string, draft: DraftContent, context: Partial<CheckContext> = {}): Problem[] {
  const problems = checkDraft(draft, { now: NOW, ground: groundOf(), ...context });
  expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
  expect(inQuestion(draft, { now: NOW }).entries).toHaveLength(draft.entries.length);
  return problems.filter((problem) => problem.check === check);
}

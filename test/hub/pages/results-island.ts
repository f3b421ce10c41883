import type { EvalResult } from '../evals/eval-results.ts';
import { authorOf } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { escapeHtml, island } from './html.ts';
import { icons } from './icons.ts';

/** `swe_bench_%_resolved` → `Swe Bench Resolved`. */
const taskLabel = (task: string): string =>
  task
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');

function row(repository: HubRepository, result: EvalResult): string {
  const data = result.data as {
    dataset: { id: string; task_id: string };
    value: number;
    notes?: string;
    source?: { url: string; name?: string; user?: string };
  };
  const { id, task_id: task } = data.dataset;
  const board = `/datasets/${id}?eval_result=${repository.id}&leaderboard_task_id=${task}`;
  const pull =
    result.pullRequest === undefined
      ? ''
      : `<a class="result-pull" href="/${repository.id}/discussions/${result.pullRequest}">View evaluation results</a>`;
  const source = data.source
    ? `<span class="result-source"><img class="avatar" alt="" width="12" height="12" src="${authorOf(data.source.user ?? repository.id.split('/')[0] ?? '').avatarUrl}">source</span>`
    : '';
  const link = `<a class="result-board" href="${escapeHtml(board)}" title="Leaderboard" aria-label="Leaderboard of ${escapeHtml(id)}">${icons.board}</a>`;
  const value = `<span class="result-value">${escapeHtml(data.value)}${data.notes ? '<span class="result-star">*</span>' : ''}</span>`;
  return `<div class="result-row"><a class="result-name" href="/datasets/${escapeHtml(id)}">${escapeHtml(id)}</a><span class="result-end">${link}${value}</span><span class="result-task">${escapeHtml(taskLabel(task))}</span><span class="result-meta">${pull}${source}</span></div>`;
}

/** The Hub's own block "Evaluation results"; nothing for a model without readable results. */
export function resultsIsland(repository: HubRepository, results: EvalResult[]): string {
  const readable = results.filter((result) => result.data !== undefined);
  if (readable.length === 0) return '';
  const props = { modelId: repository.id, evalResults: readable, isBeta: true };
  return island(
    'ModelEvalResults',
    props,
    `<div class="side-block results"><h2 class="side-title">Evaluation results <span class="info">${icons.info}</span></h2>${readable.map((result) => row(repository, result)).join('')}</div>`,
  );
}

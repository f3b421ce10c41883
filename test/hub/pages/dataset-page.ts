import { leaderboardRows, taskIds } from '../api/leaderboard.ts';
import type { Context } from '../http/context.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { cardHtml } from './card-html.ts';
import { escapeHtml, island } from './html.ts';
import { layout } from './layout.ts';
import { repositoryHeader } from './repository-header.ts';

/** A dataset's card, with the leaderboard of a benchmark; `eval_result` marks a model's row. */
export async function datasetPage(context: Context, repository: HubRepository): Promise<string> {
  const query = context.url.searchParams;
  const tasks = await taskIds(repository);
  const task = query.get('leaderboard_task_id') ?? tasks[0];
  const board = tasks.length > 0 ? await leaderboard(context, repository, tasks, task) : '';
  const readme = (await repository.text('README.md')) ?? '';
  const main = `${await repositoryHeader(context, repository, 'model-card')}
<div class="container relative flex flex-col md:grid md:grid-cols-12 md:gap-6 w-full"><section class="pt-8 md:col-span-8">${board}<div class="model-card-content prose hf-sanitized">${cardHtml(readme)}</div></section><section class="pt-8 md:w-64 lg:w-80 xl:w-96 flex-none md:col-span-4 md:border-l md:pl-6"><div class="side-block"><div class="side-label">Downloads last month</div><div class="downloads-count">${Number(repository.plan.facts.downloads ?? 0).toLocaleString('en-US')}</div></div></section></div>`;
  return layout(context, { title: `${repository.id} · Datasets at Hugging Face`, kind: 'DatasetPage', main });
}

/** Rows of a board that is not unfolded (`leaderboard_is_expanded`, documented for the embedded one); the Hub's own number is not known. */
const FOLDED = 50;

async function leaderboard(
  context: Context,
  repository: HubRepository,
  tasks: string[],
  task: string | undefined,
): Promise<string> {
  const marked = context.url.searchParams.get('eval_result');
  const isUnfolded = context.url.searchParams.get('leaderboard_is_expanded') === 'true';
  const rows = (await leaderboardRows(context, repository, task)).filter(
    ({ modelId }, index) => isUnfolded || index < FOLDED || modelId === marked,
  );
  const links = tasks.map(
    (id) =>
      `<a class="chip${id === task ? ' active' : ''}" href="${repository.page}?leaderboard_task_id=${encodeURIComponent(id)}" data-nav>${escapeHtml(id)}</a>`,
  );
  const body = rows.map(
    (row) =>
      `<tr${row.modelId === marked ? ' class="marked"' : ''}><td>${row.rank}</td><td><a href="/${escapeHtml(row.modelId)}" data-nav>${escapeHtml(row.modelId)}</a></td><td>${row.pullRequest === undefined ? '' : 'community'}</td><td class="number">${row.value}${row.notes ? '*' : ''}</td></tr>`,
  );
  return island(
    'DatasetLeaderboard',
    { datasetId: repository.id, taskId: task, rows },
    `<div class="side-block"><h2 class="side-title">Leaderboard</h2><div class="chips">${links.join('')}</div><table class="board"><thead><tr><th>Rank</th><th>Model</th><th>Source</th><th class="number">Score</th></tr></thead><tbody>${body.join('')}</tbody></table></div>`,
  );
}

import { parse } from 'yaml';
import { mayKnow } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { json, type Reply } from '../http/reply.ts';
import { authorOf } from '../model/discussion.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { generatedRows } from './generated-rows.ts';

export interface LeaderboardRow {
  rank: number;
  modelId: string;
  value: number;
  [field: string]: unknown;
}

/** Task ids of a benchmark, from its `eval.yaml`. */
export async function taskIds(benchmark: HubRepository): Promise<string[]> {
  const parsed: unknown = parse((await benchmark.text('eval.yaml')) ?? '');
  const tasks = (parsed as { tasks?: { id?: unknown }[] } | null)?.tasks ?? [];
  return tasks.map((task) => String(task.id));
}

const sizeOf = (model: HubRepository): { num_parameters?: number } => {
  const { total } = (model.plan.facts.safetensors ?? {}) as { total?: number };
  return total === undefined ? {} : { num_parameters: total };
};

/** The best score of each model for one task, from all models' evaluation results; the best first. */
export async function leaderboardRows(
  context: Context,
  benchmark: HubRepository,
  task?: string,
): Promise<LeaderboardRow[]> {
  const wanted = task ?? (await taskIds(benchmark))[0];
  const models = context.hub.all('model').filter((model) => mayKnow(context.reader, model));
  const rows = await Promise.all(
    models.map(async (model) => {
      const own = (await model.evalResults()).filter((result) => {
        const dataset = result.data?.dataset as { id?: string; task_id?: string } | undefined;
        return dataset?.id === benchmark.id && dataset?.task_id === wanted;
      });
      const best = own.sort((a, b) => Number(b.data?.value) - Number(a.data?.value))[0];
      if (!best?.data) return [];
      const source = best.data.source as { url: string; name?: string; user?: string; org?: string } | undefined;
      return [
        {
          modelId: model.id,
          author: authorOf(model.id.split('/')[0] ?? '', 'org'),
          value: Number(best.data.value),
          verified: best.verified ?? false,
          ...(source && {
            source: {
              url: source.url,
              ...(source.name && { name: source.name }),
              isExternal: !source.url.startsWith('https://huggingface.co/'),
              ...(source.user && { author: authorOf(source.user) }),
            },
          }),
          ...(best.pullRequest !== undefined && { pullRequest: best.pullRequest }),
          filename: best.filename,
          ...(typeof best.data.notes === 'string' && { notes: best.data.notes }),
          ...sizeOf(model),
        },
      ];
    }),
  );
  const { generatedBoard } = context.hub.settings;
  const own = generatedBoard?.dataset === benchmark.id ? generatedBoard : undefined;
  const sign = own?.lowerIsBetter ? -1 : 1;
  return [...rows.flat(), ...(own ? generatedRows(own) : [])]
    .sort((a, b) => sign * (Number(b.value) - Number(a.value)))
    .map((row, index) => ({ ...row, rank: index + 1 }) as LeaderboardRow);
}

/** `32B` → 32e9. */
const parameters = (size: string): number => Number.parseFloat(size) * (size.toUpperCase().endsWith('B') ? 1e9 : 1);

/**
 * `GET /api/datasets/{id}/leaderboard`: `task_id`, `max_params`, and `base_model` (true unless said otherwise: models
 * that declare a base model are left out). Ranks are those of the whole board.
 */
export async function leaderboard(context: Context, benchmark: HubRepository): Promise<Reply> {
  const query = context.url.searchParams;
  const rows = await leaderboardRows(context, benchmark, query.get('task_id') ?? undefined);
  const max = parameters(query.get('max_params') ?? 'Infinity');
  const shown = rows.filter(({ modelId, num_parameters: size }) => {
    const derived = context.hub.find('model', modelId)?.plan.facts.baseModels !== undefined;
    return !(derived && query.get('base_model') !== 'false') && (typeof size !== 'number' || size <= max);
  });
  return json(shown);
}

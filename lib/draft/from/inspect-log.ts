import { lookupTask } from '../../evals/benchmarks/index.ts';
import { statedPairs } from '../stated.ts';
import { dayOf, finding, type ImportFinding, type LogResult, quoteOf, type ReadEvidence } from './evidence.ts';
import { asText, entriesAt, itemsAt, type Json, look, numberAt, textAt, wordAt } from './json.ts';
import { toEvidence } from './to-evidence.ts';
import { whichBenchmark } from './which-benchmark.ts';

/** Whether a JSON text is an Inspect log: https://inspect.aisi.org.uk/reference/inspect_ai.log.html#evallog */
export const isInspectLog = (json: Json): boolean =>
  textAt(json, 'eval', 'task') !== undefined && textAt(json, 'eval', 'model') !== undefined;

/** An Inspect log, or the header of an `.eval` archive, which has the same fields. Values are proportions as a rule. */
export function fromInspectLog(json: Json, file: string | undefined): ReadEvidence {
  const model = textAt(json, 'eval', 'model');
  const scores = itemsAt(json, 'results', 'scores');
  const results = scores.flatMap((score) => ofScore(json, score));
  return toEvidence('inspect-log', file, model, results, findingsOf(json, scores));
}

function findingsOf(json: Json, scores: readonly Json[]): ImportFinding[] {
  const status = textAt(json, 'status');
  const limit = limitOf(json);
  return [
    ...(status !== undefined && status !== 'success'
      ? [finding('warning', 'inspect/status', 'importStatus', status)]
      : []),
    ...(look(json, 'invalidated') === true ? [finding('warning', 'inspect/invalidated', 'importInvalidated')] : []),
    ...(limit === undefined ? [] : [finding('warning', 'import/limited', 'importLimited', limit)]),
    ...(scores.length > 1 ? [finding('notice', 'inspect/scorers', 'importScorers', scores.length)] : []),
  ];
}

/** Part of the items only, as the log itself says. */
function limitOf(json: Json): string | undefined {
  const limit = look(json, 'eval', 'config', 'limit');
  return limit === null || limit === undefined ? undefined : asText(limit);
}

function ofScore(json: Json, score: Json): LogResult[] {
  const metrics = entriesAt(score, 'metrics');
  const isSpread = (name: string) => /stderr|^std$|^var$|bootstrap|^ci_|confidence/i.test(name);
  const metric =
    metrics.find(([name]) => name === 'accuracy') ??
    metrics.find(([name]) => name === 'mean') ??
    metrics.find(([name]) => !isSpread(name));
  const value = metric && numberAt(metric[1], 'value');
  if (!metric || !value) return [];
  const stderr = metrics.find(([name]) => /stderr/i.test(name));
  const task = textAt(json, 'eval', 'task') ?? '';
  const dataset = look(json, 'eval', 'dataset');
  const location = textAt(dataset, 'location')?.replace(
    /^(?:hf:\/\/datasets\/|https:\/\/huggingface\.co\/datasets\/)/,
    '',
  );
  const names = [location, task, textAt(json, 'eval', 'task_display_name'), textAt(dataset, 'name')];
  const epochs = numberAt(json, 'eval', 'config', 'epochs');
  const config = generationOf(json);
  const tools = toolsOf(json);
  const date = dayOf(textAt(json, 'stats', 'completed_at') ?? textAt(json, 'eval', 'created'));
  const notes = notesOf(names, { tools, effort: textAt(config, 'reasoning_effort'), epochs: epochs?.value });
  const version = textAt(json, 'eval', 'packages', 'inspect_ai');
  return [
    {
      name: task,
      names,
      value,
      start: {
        ...(date === undefined ? {} : { date }),
        ...(notes ? { notes } : {}),
        evidence: {
          kind: 'file',
          quote: quoteOf(asText({ scorer: textAt(score, 'scorer') ?? textAt(score, 'name'), [metric[0]]: metric[1] })),
          stated: statedPairs([
            ['model', textAt(json, 'eval', 'model')],
            ['task', task],
            ['metric', `${metric[0]} (${textAt(score, 'scorer') ?? textAt(score, 'name') ?? '–'})`],
            ['samples', wordAt(dataset, 'samples') ?? wordAt(json, 'results', 'total_samples')],
            ['epochs', epochs?.text],
            ['standard error', stderr && wordAt(stderr[1], 'value')],
            ['tools', tools],
            ['harness', version === undefined ? 'inspect_ai' : `inspect_ai ${version}`],
            ['task version', wordAt(json, 'eval', 'task_version')],
            ['limit', limitOf(json)],
            ['status', textAt(json, 'status')],
            ['settings', config === undefined ? undefined : asText(config)],
          ]),
        },
      },
    },
  ];
}

function generationOf(json: Json): Json {
  const used = [look(json, 'plan', 'config'), look(json, 'eval', 'model_generate_config')];
  return used.find((config) => entriesAt(config).length > 0);
}

/** Tools that a step of the plan brings in; undefined where no step does. */
function toolsOf(json: Json): string | undefined {
  for (const step of itemsAt(json, 'plan', 'steps')) {
    if (!/(?:^|\/)use_tools$/.test(textAt(step, 'solver') ?? '')) continue;
    const tools = itemsAt(step, 'params', 'tools').map((tool) => textAt(tool, 'name') ?? textAt(tool) ?? '');
    return tools.filter(Boolean).join(', ') || 'use_tools';
  }
  return undefined;
}

interface Setup {
  tools: string | undefined;
  effort: string | undefined;
  epochs: number | undefined;
}

/** The setup in the words of the boards; the board's own number of epochs is its default and has none. */
function notesOf(names: readonly (string | undefined)[], { tools, effort, epochs = 1 }: Setup): string {
  const place = whichBenchmark(names);
  const usual = (place && lookupTask(place.dataset, place.task)?.epochs) ?? 1;
  return [
    ...(effort ? [`Reasoning: ${effort}`] : []),
    ...(tools ? ['With tools'] : []),
    ...(epochs !== usual ? [`avg@${epochs}`] : []),
  ].join(', ');
}

import { statedPairs } from '../stated.ts';
import {
  dayOf,
  dayOfName,
  finding,
  type ImportFinding,
  type LogResult,
  quoteOf,
  type ReadEvidence,
} from './evidence.ts';
import { asText, entriesAt, itemsAt, type Json, look, numberAt, textAt, type Written, wordAt } from './json.ts';
import { toEvidence } from './to-evidence.ts';

/**
 * Whether a JSON text is a results file of lm-evaluation-harness:
 * https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/loggers/evaluation_tracker.py
 */
export const isLmEval = (json: Json): boolean =>
  entriesAt(json, 'results').length > 0 &&
  ['configs', 'n-shot', 'lm_eval_version', 'higher_is_better'].some((key) => look(json, key) !== undefined);

/** What is the headline where a task has several metrics; the others are named. */
const PREFERRED = ['exact_match', 'acc', 'prompt_level_strict_acc', 'pass@1', 'pass_at_1', 'mean', 'score'];

interface Metric {
  /** As in the file: `exact_match,strict-match`. */
  key: string;
  value: Written;
  stderr: string | undefined;
}

/** The results of lm-evaluation-harness, all proportions as the file has them. */
export function fromLmEval(json: Json, file: string | undefined): ReadEvidence {
  // Parts of a group that is there as a whole are no results of their own.
  const parts = new Set(
    entriesAt(json, 'group_subtasks').flatMap(([group, subtasks]) =>
      look(json, 'results', group) === undefined ? [] : itemsAt(subtasks).filter((name) => name !== group),
    ),
  );
  const model = modelOf(json);
  const tasks = entriesAt(json, 'results').filter(([task]) => !parts.has(task));
  const findings: ImportFinding[] = [];
  const limit = look(json, 'config', 'limit');
  if (limit !== null && limit !== undefined)
    findings.push(finding('warning', 'import/limited', 'importLimited', asText(limit)));
  const results = tasks.flatMap(([task, scores]): LogResult[] => {
    const metrics = metricsOf(scores);
    const [first, ...others] = metrics;
    if (!first) return [];
    if (others.length > 0) findings.push(moreMetrics(task, first, others));
    return [toResult(json, task, first, model, file)];
  });
  return toEvidence('lm-eval', file, model, results, findings);
}

function moreMetrics(task: string, first: Metric, others: readonly Metric[]): ImportFinding {
  const rest = others.slice(0, 4).map(({ key, value }) => `${key} ${value.text}`);
  return finding('notice', 'import/metrics', 'importMetrics', task, first.key, rest.join('; '));
}

function toResult(
  json: Json,
  task: string,
  metric: Metric,
  model: string | undefined,
  file: string | undefined,
): LogResult {
  const shots = wordAt(json, 'n-shot', task) ?? wordAt(json, 'configs', task, 'num_fewshot');
  const config = look(json, 'configs', task);
  const date = dayOf(wordAt(json, 'date')) ?? dayOfName(file);
  const version = textAt(json, 'lm_eval_version');
  const commit = textAt(json, 'git_hash');
  const harness = ['lm-evaluation-harness', version, commit && `(${commit})`].filter(Boolean).join(' ');
  const effective = numberAt(json, 'n-samples', task, 'effective');
  const original = numberAt(json, 'n-samples', task, 'original');
  const part = original && effective && effective.value < original.value;
  return {
    name: task,
    names: [
      textAt(config, 'dataset_path'),
      task,
      textAt(json, 'results', task, 'alias'),
      textAt(config, 'dataset_name'),
    ],
    value: metric.value,
    start: {
      ...(date === undefined ? {} : { date }),
      notes: ['lm-evaluation-harness', ...(shots === undefined ? [] : [`${shots}-shot`])].join(', '),
      evidence: {
        kind: 'file',
        quote: quoteOf(`"${task}": ${asText({ [metric.key]: metric.value })}`),
        stated: statedPairs([
          ['model', model],
          ['model revision', wordAt(json, 'config', 'model_revision') ?? wordAt(json, 'config', 'model_sha')],
          ['task', task],
          ['metric', metric.key],
          ['samples', part ? `${effective.text} of ${original.text}` : effective?.text],
          ['standard error', metric.stderr],
          ['shots', shots],
          ['harness', harness],
          ['task version', wordAt(json, 'versions', task)],
          ['dataset revision', textAt(config, 'dataset_kwargs', 'revision')],
          ['limit', wordAt(json, 'config', 'limit')],
        ]),
      },
    },
  };
}

/** Metrics of a task, the headline first. Keys are `metric,filter`, since 2023; older files have the metric alone. */
function metricsOf(scores: Json): Metric[] {
  const metrics = entriesAt(scores).flatMap(([key]): Metric[] => {
    const value = numberAt(scores, key);
    if (!value || /_stderr(?:,|$)/.test(key) || /^(?:sample_len|name|alias)$/.test(key)) return [];
    const [metric = key, filter] = key.split(',');
    const error = filter === undefined ? `${metric}_stderr` : `${metric}_stderr,${filter}`;
    return [{ key, value, stderr: numberAt(scores, error)?.text }];
  });
  const rank = ({ key }: Metric) => {
    const place = PREFERRED.indexOf(key.split(',')[0] ?? key);
    return place === -1 ? PREFERRED.length : place;
  };
  return metrics.toSorted((a, b) => rank(a) - rank(b));
}

/** The model's name; the arguments that the harness was started with have it where the file is older. */
function modelOf(json: Json): string | undefined {
  const args = look(json, 'config', 'model_args');
  const told = typeof args === 'string' ? /(?:^|,)\s*(?:pretrained|model)=([^,]+)/.exec(args)?.[1] : undefined;
  return textAt(json, 'model_name') ?? told ?? textAt(args, 'pretrained') ?? textAt(args, 'model');
}

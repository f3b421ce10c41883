import { safeLink } from '../../evals/view/links.ts';
import { statedPairs } from '../stated.ts';
import { dayOf, finding, type LogResult, quoteOf, type ReadEvidence } from './evidence.ts';
import { asText, itemsAt, type Json, look, numberAt, textAt, wordAt } from './json.ts';
import { toEvidence } from './to-evidence.ts';

/** Whether a JSON text is a record of Every Eval Ever: https://github.com/evaleval/every_eval_ever/blob/main/eval.schema.json */
export const isEveryEvalEver = (json: Json): boolean =>
  itemsAt(json, 'evaluation_results').length > 0 && look(json, 'model_info') !== undefined;

/** A record of Every Eval Ever, of schema 0.1 and 0.2; the score is on the scale that its own metric states. */
export function fromEveryEvalEver(json: Json, file: string | undefined): ReadEvidence {
  const model = textAt(json, 'model_info', 'id') ?? textAt(json, 'model_info', 'name');
  const results = itemsAt(json, 'evaluation_results').flatMap((result) => ofResult(json, result, model));
  const lower = itemsAt(json, 'evaluation_results').some(
    (result) => look(result, 'metric_config', 'lower_is_better') === true,
  );
  return toEvidence('eee', file, model, results, lower ? [finding('notice', 'eee/lower', 'importLowerIsBetter')] : []);
}

function ofResult(json: Json, result: Json, model: string | undefined): LogResult[] {
  const value = numberAt(result, 'score_details', 'score');
  if (!value) return [];
  const data = look(result, 'source_data');
  const metric = look(result, 'metric_config');
  const error = look(result, 'score_details', 'uncertainty', 'standard_error');
  const args = look(result, 'generation_config', 'generation_args');
  const tools = itemsAt(args, 'agentic_eval_config', 'available_tools').map((tool) => textAt(tool, 'name') ?? 'a tool');
  const name = textAt(result, 'evaluation_name') ?? '';
  const date = dayOf(wordAt(result, 'evaluation_timestamp') ?? wordAt(json, 'evaluation_timestamp'));
  const source = sourceOf(json, data);
  const library = [textAt(json, 'eval_library', 'name'), textAt(json, 'eval_library', 'version')];
  const [least, most] = [wordAt(metric, 'min_score'), wordAt(metric, 'max_score')];
  return [
    {
      name,
      names: [textAt(data, 'hf_repo'), textAt(data, 'dataset_name'), name],
      value,
      start: {
        ...(date === undefined ? {} : { date }),
        ...(tools.length > 0 ? { notes: 'With tools' } : {}),
        ...(source ? { source } : {}),
        evidence: {
          kind: 'file',
          quote: quoteOf(asText({ evaluation_name: name, score_details: look(result, 'score_details') })),
          stated: statedPairs([
            ['model', model],
            ['task', name],
            [
              'metric',
              [textAt(metric, 'evaluation_description'), least && most && `from ${least} to ${most}`]
                .filter(Boolean)
                .join(', '),
            ],
            [
              'samples',
              wordAt(data, 'samples_number') ?? wordAt(result, 'score_details', 'uncertainty', 'num_samples'),
            ],
            ['standard error', wordAt(error, 'value') ?? numberAt(error)?.text],
            ['tools', tools.join(', ')],
            [
              'harness',
              library.filter((word) => word && word !== 'unknown').join(' ') ||
                textAt(json, 'source_metadata', 'source_name'),
            ],
            ['evaluator', evaluatorOf(json)],
            ['settings', args === undefined ? undefined : asText(args)],
          ]),
        },
      },
    },
  ];
}

/** Who measured, and how they stand to the model's makers, in the record's words. */
function evaluatorOf(json: Json): string | undefined {
  const who = textAt(json, 'source_metadata', 'source_organization_name');
  const relation = textAt(json, 'source_metadata', 'evaluator_relationship');
  return [who === 'unknown' ? undefined : who, relation && `(${relation})`].filter(Boolean).join(' ') || undefined;
}

/** A page that the record names for its data; the data of a Hub dataset is the benchmark, not a source. */
function sourceOf(json: Json, data: Json): { url: string; name?: string } | undefined {
  const urls = [...itemsAt(data, 'url'), ...itemsAt(data), look(data, 'url')];
  const url = urls.find((one): one is string => typeof one === 'string' && safeLink(one) !== undefined);
  const name = textAt(json, 'source_metadata', 'source_name');
  return url === undefined ? undefined : { url, ...(name ? { name } : {}) };
}

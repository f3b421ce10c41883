import { statedPairs } from '../stated.ts';
import { dayOfName, finding, type ImportFinding, type LogResult, quoteOf, type ReadEvidence } from './evidence.ts';
import { asText, entriesAt, type Json, look, numberAt, textAt, wordAt } from './json.ts';
import { toEvidence } from './to-evidence.ts';

/** Whether a JSON text is a results file of lighteval: https://huggingface.co/docs/lighteval/saving-and-reading-results */
export const isLighteval = (json: Json): boolean =>
  entriesAt(json, 'config_general').length > 0 && entriesAt(json, 'results').length > 0;

/** The results of lighteval, all proportions as the file has them. Its times count from the machine's start: no date. */
export function fromLighteval(json: Json, file: string | undefined): ReadEvidence {
  const general = look(json, 'config_general');
  const model = textAt(general, 'model_name') ?? textAt(general, 'model_config', 'model_name');
  const findings: ImportFinding[] = [];
  const limit = wordAt(general, 'max_samples');
  if (limit !== undefined) findings.push(finding('warning', 'import/limited', 'importLimited', limit));
  const results = entriesAt(json, 'results').flatMap(([key, scores]): LogResult[] => {
    const metrics = entriesAt(scores).flatMap(([name]) => {
      const value = numberAt(scores, name);
      return value && !/_stderr$/.test(name) ? [{ name, value }] : [];
    });
    const [first, ...others] = metrics;
    if (key === 'all' || !first) return [];
    if (others.length > 0) {
      const rest = others.slice(0, 4).map(({ name, value }) => `${name} ${value.text}`);
      findings.push(finding('notice', 'import/metrics', 'importMetrics', key, first.name, rest.join('; ')));
    }
    return [toResult(json, key, first, model, file)];
  });
  return toEvidence('lighteval', file, model, results, findings);
}

function toResult(
  json: Json,
  key: string,
  { name, value }: { name: string; value: LogResult['value'] },
  model: string | undefined,
  file: string | undefined,
): LogResult {
  const general = look(json, 'config_general');
  const { task, shots } = partsOf(key);
  const config = [key, key.replace(/\|[^|]*$/, ''), task].map((one) => look(json, 'config_tasks', one)).find(Boolean);
  const sha = textAt(general, 'lighteval_sha');
  const date = dayOfName(file);
  const effective = numberAt(config, 'effective_num_docs');
  const original = numberAt(config, 'original_num_docs');
  const part = original && effective && effective.value >= 0 && effective.value < original.value;
  const metric = /^(?:pass|avg|maj|cons)@/.test(name) ? name : undefined;
  return {
    name: key,
    names: [textAt(config, 'hf_repo'), task, textAt(config, 'name'), textAt(config, 'hf_subset')],
    value,
    start: {
      ...(date === undefined ? {} : { date }),
      notes: [
        'lighteval',
        ...(shots === undefined ? [] : [`${shots}-shot`]),
        ...(metric ? [metric.replace(/:.*$/, '')] : []),
      ].join(', '),
      evidence: {
        kind: 'file',
        quote: quoteOf(`"${key}": ${asText(look(json, 'results', key))}`),
        stated: statedPairs([
          ['model', model],
          ['model revision', textAt(general, 'model_sha') ?? textAt(general, 'model_config', 'revision')],
          ['task', key],
          ['metric', name],
          ['samples', part ? `${effective.text} of ${original.text}` : (original ?? effective)?.text],
          ['standard error', wordAt(json, 'results', key, `${name}_stderr`)],
          ['shots', shots],
          ['harness', sha && sha !== '?' ? `lighteval ${sha}` : 'lighteval'],
          ['task version', wordAt(json, 'versions', key) ?? wordAt(config, 'version')],
          ['dataset revision', textAt(config, 'hf_revision')],
          ['limit', wordAt(general, 'max_samples')],
        ]),
      },
    },
  };
}

/** `lighteval|gpqa:diamond|0`, or `gpqa:diamond|0` since the suites are gone: the task and its shots. */
function partsOf(key: string): { task: string; shots?: string } {
  const parts = key.split('|');
  const shots = parts.find((part, index) => index > 0 && /^\d+$/.test(part));
  const task = (parts.length > 2 ? parts[1] : parts[0]) ?? key;
  return { task: task.replace(/:_average$/, ''), ...(shots === undefined ? {} : { shots }) };
}

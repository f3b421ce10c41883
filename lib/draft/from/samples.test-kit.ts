import { assert } from 'vitest';

/**
 * Samples in the formats that harnesses write, in our own words; the names of the fields are those of the formats'
 * sources, named at each.
 */

/** `EvalLog` of Inspect: https://inspect.aisi.org.uk/reference/inspect_ai.log.html#evallog (log version 2). */
export const inspectLog = {
  version: 2,
  status: 'success',
  eval: {
    eval_id: 'bDSTmwCJcVtYvHQjVpJ3wR',
    run_id: 'aJpWzqhmSPgoKnUq6ZzJ9v',
    created: '2026-03-04T09:12:55+00:00',
    task: 'inspect_evals/gpqa_diamond',
    task_id: 'Y2GLWzhCoZrBQSJo5pYV4T',
    task_version: '1-A',
    dataset: {
      name: 'gpqa_diamond',
      location: 'https://openaipublic.blob.core.windows.net/simple-evals/gpqa_diamond.csv',
      samples: 198,
      shuffled: true,
    },
    model: 'hf/openai/gpt-oss-20b',
    model_generate_config: { reasoning_effort: 'high', max_tokens: 32768 },
    config: { epochs: 4, epochs_reducer: ['mean'] },
    packages: { inspect_ai: '0.3.180', inspect_evals: '0.3.105' },
  },
  plan: { name: 'plan', steps: [{ solver: 'multiple_choice', params: { cot: true } }], config: {} },
  results: {
    total_samples: 792,
    completed_samples: 792,
    scores: [
      {
        name: 'choice',
        scorer: 'choice',
        reducer: 'mean',
        scored_samples: 198,
        metrics: {
          stderr: { name: 'stderr', value: 0.0251, params: {} },
          accuracy: { name: 'accuracy', value: 0.715, params: {} },
        },
      },
    ],
  },
  stats: { started_at: '2026-03-04T09:12:56+00:00', completed_at: '2026-03-05T01:40:02+00:00' },
};

/**
 * `save_results_aggregated` of lm-evaluation-harness:
 * https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/loggers/evaluation_tracker.py
 */
export const lmEval = `{
  "results": {
    "gsm8k_cot": {
      "alias": "gsm8k_cot",
      "exact_match,strict-match": 0.5550,
      "exact_match_stderr,strict-match": 0.0352289710609046,
      "exact_match,flexible-extract": 0.575,
      "exact_match_stderr,flexible-extract": 0.03504304603451135
    },
    "mmlu_pro": { "alias": "mmlu_pro", "exact_match,custom-extract": 0.3761, "exact_match_stderr,custom-extract": 0.0043 },
    "mmlu_pro_law": { "alias": " - law", "exact_match,custom-extract": 0.18, "exact_match_stderr,custom-extract": "N/A" },
    "arc_easy": { "alias": "arc_easy", "acc,none": 0.7, "acc_stderr,none": 0.0094, "acc_norm,none": 0.75, "perplexity,none": NaN }
  },
  "groups": { "mmlu_pro": { "exact_match,custom-extract": 0.3761 } },
  "group_subtasks": { "mmlu_pro": ["mmlu_pro_law"], "gsm8k_cot": [] },
  "configs": {
    "gsm8k_cot": { "task": "gsm8k_cot", "dataset_path": "gsm8k", "dataset_name": "main", "num_fewshot": 8 },
    "mmlu_pro_law": { "dataset_path": "TIGER-Lab/MMLU-Pro" }
  },
  "versions": { "gsm8k_cot": 3.0, "mmlu_pro": 2.0 },
  "n-shot": { "gsm8k_cot": 8, "mmlu_pro": 5, "arc_easy": 0 },
  "higher_is_better": { "gsm8k_cot": { "exact_match": true } },
  "n-samples": { "gsm8k_cot": { "original": 1319, "effective": 200 }, "arc_easy": { "original": 2376, "effective": 2376 } },
  "config": { "model": "hf", "model_args": "pretrained=meta-llama/Llama-3.1-8B,dtype=bfloat16", "limit": 200.0, "model_sha": "d04e592bb4f6aa9cfee91e2e20afa771667e1d4b" },
  "git_hash": "1dbd3f4",
  "date": 1750641267.02,
  "lm_eval_version": "0.4.9",
  "model_source": "hf",
  "model_name": "meta-llama/Llama-3.1-8B",
  "model_name_sanitized": "meta-llama__Llama-3.1-8B",
  "start_time": 1234567.8
}`;

/**
 * lighteval: https://huggingface.co/docs/lighteval/saving-and-reading-results. The figures are those of the results of
 * google/gemma-2b-it in https://huggingface.co/spaces/open-r1/open-r1-eval-leaderboard (March 2024).
 */
export const lighteval = {
  config_general: {
    lighteval_sha: '?',
    num_fewshot_seeds: 1,
    max_samples: null,
    job_id: '',
    start_time: 1797676.881743392,
    end_time: 1798174.556161896,
    total_evaluation_time_secondes: '497.67441850411706',
    model_name: 'google/gemma-2b-it',
    model_sha: '718cb189da9c5b2e55abe86f2eeffee9b4ae0dad',
    model_dtype: 'torch.bfloat16',
    model_size: '4.68 GB',
  },
  results: {
    'lighteval|gsm8k|5': { qem: 0.03411675511751327, qem_stderr: 0.005000212600773267 },
    all: { qem: 0.03411675511751327, qem_stderr: 0.005000212600773267 },
  },
  versions: { 'lighteval|gsm8k|5': 0 },
  config_tasks: {
    'lighteval|gsm8k': {
      name: 'gsm8k',
      hf_repo: 'gsm8k',
      hf_subset: 'main',
      original_num_docs: 1319,
      effective_num_docs: 1319,
    },
  },
};

/** Every Eval Ever, schema 0.2: https://github.com/evaleval/every_eval_ever/blob/main/eval.schema.json */
export const everyEvalEver = {
  schema_version: '0.2.1',
  evaluation_id: 'mmlu-pro/openai_gpt-oss-20b/1761000045.0',
  evaluation_timestamp: '1761000045.0',
  retrieved_timestamp: '1770570042.352403',
  source_metadata: {
    source_name: 'inspect_ai',
    source_type: 'evaluation_run',
    source_organization_name: 'EvalEval',
    evaluator_relationship: 'third_party',
  },
  eval_library: { name: 'inspect_ai', version: '0.3.139' },
  model_info: { name: 'openai/gpt-oss-20b', id: 'openai/gpt-oss-20b', developer: 'openai' },
  evaluation_results: [
    {
      evaluation_name: 'mmlu_pro/choice',
      source_data: {
        source_type: 'hf_dataset',
        dataset_name: 'MMLU-Pro',
        hf_repo: 'TIGER-Lab/MMLU-Pro',
        samples_number: 12032,
      },
      metric_config: {
        evaluation_description: 'accuracy',
        lower_is_better: false,
        score_type: 'continuous',
        min_score: 0,
        max_score: 1,
      },
      score_details: { score: 0.748, uncertainty: { standard_error: { value: 0.004, method: 'analytic' } } },
      generation_config: { generation_args: { temperature: 1, agentic_eval_config: { available_tools: [] } } },
    },
  ],
};

/** One member of a zip archive; by hand, so that its method and sizes can be anything. */
export interface Member {
  name: string;
  data: Uint8Array;
  method: number;
  /** What the directory claims comes out. */
  claims?: number;
}

/** A zip archive as APPNOTE.TXT 4.3 has it, without checksums. */
export function zipOf(members: readonly Member[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const header = (signature: number, size: number, fill: (view: DataView) => void) => {
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, signature, true);
    fill(view);
    return bytes;
  };
  for (const { name, data, method, claims = data.length } of members) {
    const label = new TextEncoder().encode(name);
    const local = header(0x04034b50, 30, (view) => {
      view.setUint16(8, method, true);
      view.setUint32(18, data.length, true);
      view.setUint32(22, claims, true);
      view.setUint16(26, label.length, true);
    });
    const entry = header(0x02014b50, 46, (view) => {
      view.setUint16(10, method, true);
      view.setUint32(20, data.length, true);
      view.setUint32(24, claims, true);
      view.setUint16(28, label.length, true);
      view.setUint32(42, at, true);
    });
    parts.push(local, label, data);
    directory.push(entry, label);
    at += local.length + label.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, 22, (view) => {
    view.setUint16(8, members.length, true);
    view.setUint16(10, members.length, true);
    view.setUint32(12, size, true);
    view.setUint32(16, at, true);
  });
  const all = [...parts, ...directory, end];
  assert(all.length >= 1);
  return new Uint8Array(Buffer.concat(all));
}

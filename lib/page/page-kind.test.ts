import { describe, expect, it } from 'vitest';
import { isRepoId, pageKind } from './page-kind.ts';

// Addresses of the real Hub, in the shapes of `../shared/hub-contract.md` section 9.
const models: [path: string, repo: string, tab: string][] = [
  ['/openai/gpt-oss-20b', 'openai/gpt-oss-20b', 'card'],
  ['/openai/gpt-oss-20b/', 'openai/gpt-oss-20b', 'card'],
  ['/openai/gpt-oss-20b?library=transformers', 'openai/gpt-oss-20b', 'card'],
  ['/openai/gpt-oss-20b#highlights', 'openai/gpt-oss-20b', 'card'],
  ['//openai//gpt-oss-20b', 'openai/gpt-oss-20b', 'card'],
  ['/openai/gpt%2Doss%2D20b', 'openai/gpt-oss-20b', 'card'],
  ['/nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16/tree/main', 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', 'files'],
  ['/openai/gpt-oss-20b/tree/refs%2Fpr%2F178/.eval_results', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/blob/main/.eval_results/gpqa.yaml', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/blame/main/README.md', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/commits/main', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/commit/6cee5e81ee83917806bbde320786a8fb61efebee', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/resolve/main/config.json', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/edit/main/README.md', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/upload/main', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/new/main?filename=.eval_results/gpqa.yaml', 'openai/gpt-oss-20b', 'files'],
  ['/openai/gpt-oss-20b/discussions', 'openai/gpt-oss-20b', 'community'],
  ['/openai/gpt-oss-20b/discussions/178', 'openai/gpt-oss-20b', 'community'],
  ['/openai/gpt-oss-20b/discussions/178/files', 'openai/gpt-oss-20b', 'community'],
  ['/openai/gpt-oss-20b/settings', 'openai/gpt-oss-20b', 'settings'],
  ['/openai/gpt-oss-20b/something-new', 'openai/gpt-oss-20b', 'other'],
  ['/openai/gpt-oss-20b/constructor', 'openai/gpt-oss-20b', 'other'],
  ['/huggingface/CodeBERTa-small-v1', 'huggingface/CodeBERTa-small-v1', 'card'],
  ['/LiquidAI/LFM2.5-1.2B-Instruct', 'LiquidAI/LFM2.5-1.2B-Instruct', 'card'],
  ['/gpt2/tree/main', 'gpt2', 'files'],
  ['/gpt2/blob/main/README.md', 'gpt2', 'files'],
  ['/gpt2/discussions/1', 'gpt2', 'community'],
  ['/distilbert-base-uncased/commits/main', 'distilbert-base-uncased', 'files'],
  ['/hivemind_gpt-j.6B', 'hivemind_gpt-j.6B', 'card'],
];

const others: [path: string, kind: string, repo?: string, tab?: string][] = [
  ['/', 'other'],
  ['/models', 'list'],
  ['/models?pipeline_tag=text-generation&sort=trending', 'list'],
  ['/datasets', 'list'],
  ['/spaces', 'list'],
  ['/datasets/Idavidrein/gpqa', 'dataset', 'Idavidrein/gpqa', 'card'],
  [
    '/datasets/Idavidrein/gpqa?eval_result=openai/gpt-oss-20b&leaderboard_task_id=diamond',
    'dataset',
    'Idavidrein/gpqa',
    'card',
  ],
  ['/datasets/TIGER-Lab/MMLU-Pro/viewer/default/test', 'dataset', 'TIGER-Lab/MMLU-Pro', 'other'],
  ['/datasets/cais/hle/blob/main/eval.yaml', 'dataset', 'cais/hle', 'files'],
  ['/datasets/cais/hle/discussions/3', 'dataset', 'cais/hle', 'community'],
  ['/datasets/squad', 'dataset', 'squad', 'card'],
  ['/datasets/squad/viewer', 'dataset', 'squad', 'other'],
  ['/datasets/squad/tree/main', 'dataset', 'squad', 'files'],
  ['/spaces/evaleval/every-eval', 'space', 'evaleval/every-eval', 'card'],
  ['/spaces/evaleval/every-eval/tree/main', 'space', 'evaleval/every-eval', 'files'],
  ['/openai', 'organization'],
  ['/openai/', 'organization'],
  ['/gpt2', 'organization'],
  ['/huggingface', 'organization'],
  ['/Qwen/models', 'organization'],
  ['/Qwen/collections', 'organization'],
  ['/Qwen/activity/all', 'organization'],
  ['/blog/community-evals', 'other'],
  ['/docs/hub/eval-results', 'other'],
  ['/papers/2505.09388', 'other'],
  ['/collections/Qwen/qwen3-67dd247413f0e2e4f653967f', 'other'],
  ['/settings/tokens', 'other'],
  ['/organizations/openai/settings', 'other'],
  ['/api/models/openai/gpt-oss-20b', 'other'],
  ['/new', 'other'],
  ['/kernels/kernels-community/activation', 'other'],
  ['/models/openai', 'other'],
];

const unreadable = [
  'https://huggingface.co/%E0%A4%A/name',
  'https://huggingface.co/openai%2Fgpt-oss-20b/tree',
  'https://huggingface.co/openai/a--b',
  'https://huggingface.co/openai/a..b',
  'https://huggingface.co/openai/model.git',
  'https://huggingface.co/openai/%3Cscript%3E',
  `https://huggingface.co/openai/${'a'.repeat(97)}`,
  'https://hf-mirror.com/openai/gpt-oss-20b',
  'https://huggingface.co.evil.example/openai/gpt-oss-20b',
  'http://huggingface.co/openai/gpt-oss-20b',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
  '',
];

describe('pageKind', () => {
  it.each(models)('%s is the model %s, tab %s', (path, repo, tab) => {
    expect(pageKind(`https://huggingface.co${path}`)).toEqual({ kind: 'model', repo, tab });
  });

  it.each(others)('%s is %s', (path, kind, repo, tab) => {
    expect(pageKind(`https://huggingface.co${path}`)).toEqual({ kind, ...(repo && { repo, tab }) });
  });

  it.each(unreadable)('%j is other', (href) => expect(pageKind(href)).toEqual({ kind: 'other' }));
});

describe('isRepoId', () => {
  it.each(['gpt2', 'a', 'openai/gpt-oss-20b', 'Qwen/Qwen3.5-9B', '01-ai/Yi-34B', 'a_b/c.d-e', 'x'.repeat(96)])(
    'takes %s',
    (id) => expect(isRepoId(id)).toBe(true),
  );
  it.each(['', '/', 'a/', '/a', 'a/b/c', '-a/b', 'a/-b', 'a/b-', '.a/b', 'ü/b', 'a b/c', 'a/b\n', 'a/b--c', 'a..b'])(
    'refuses %j',
    (id) => expect(isRepoId(id)).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import type { DraftEvidence } from '../draft.ts';
import { draftOf, saidBy } from './question.test-kit.ts';

const ask = (evidence: Partial<DraftEvidence>) =>
  saidBy('model-named', draftOf({ evidence: { kind: 'file', ...evidence } }));
const stating = (model: string) => ask({ stated: [['model', model]] });

describe('model-named', () => {
  it.each(['openai/gpt-oss-20b', 'hf/openai/gpt-oss-20b', 'vllm/openai/gpt-oss-20b', 'OpenAI/GPT-OSS-20B'])(
    '%s is this model',
    (model) => expect(stating(model)).toEqual([]),
  );

  it.each(['openai/gpt-oss-120b', 'Qwen/Qwen3-8B', 'openai/gpt-oss-20b-FP8'])('%s is another', (model) =>
    expect(stating(model)).toEqual(['warning problemOtherModel']),
  );

  it('a name that may be the same is only said', () => {
    expect(stating('/data/models/gpt-oss-20b')).toEqual(['notice problemOtherModel']);
  });

  it('a column is held against the name, without a word when nothing disagrees', () => {
    expect(ask({ kind: 'card', column: 'gpt-oss-20b' })).toEqual([]);
    expect(ask({ kind: 'card', column: 'gpt-oss-120b' })).toEqual(['warning problemOtherModel']);
    expect(ask({ kind: 'card', column: 'OpenAI gpt-oss 20B (high)' })).toEqual([]);
    expect(ask({ kind: 'card', column: 'Qwen3-8B' })).toEqual(['warning problemOtherModel']);
    expect(ask({ kind: 'card', column: 'Score (5-shot)' })).toEqual([]);
  });
});

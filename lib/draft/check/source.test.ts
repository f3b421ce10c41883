import { describe, expect, it } from 'vitest';
import type { SourceReading } from './check.ts';
import { draftOf, hleEntry, saidBy } from './question.test-kit.ts';

describe('source', () => {
  it.each([
    ['https://huggingface.co/openai/gpt-oss-20b', []],
    ['https://arxiv.org/abs/2508.10925', ['notice problemSourceElsewhere']],
    ['https://openai.com/', ['warning problemSourceHome']],
    ['http://example.org/results', ['warning problemSourceInsecure', 'notice problemSourceElsewhere']],
    ['javascript:alert(1)', ['error problemSourceShape']],
    ['https://user:secret@example.org/x', ['error problemSourceShape']],
    ['https://example.org/a b', ['error problemSourceShape']],
    [' ', ['error problemSourceMissing']],
  ])('%s', (url, said) => expect(saidBy('source', draftOf({ source: { url } }))).toEqual(said));

  it('was looked at, when the reader asked for it', () => {
    const url = hleEntry.source?.url ?? '';
    const message = { key: 'sourceSilent', args: ['10.9'] } as const;
    const look = (says: SourceReading['says'], at = url) =>
      saidBy('source', draftOf({}), { sources: { 'entry-0': { url: at, says, message } } });
    expect(look('states')).toEqual([]);
    expect(look('mentions')).toEqual([]);
    expect(look('states-not')).toEqual(['warning sourceSilent']);
    expect(look('unreadable')).toEqual(['notice sourceSilent']);
    expect(look('states-not', 'https://huggingface.co/openai/gpt-oss-120b')).toEqual([]);
  });
});

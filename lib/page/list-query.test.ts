import { describe, expect, it } from 'vitest';
import { listQuery } from './list-query.ts';

const hub = 'https://huggingface.co';

describe('the list that a page shows', () => {
  it('is the page of models with its own filters', () => {
    const address =
      '/models?pipeline_tag=text-generation&library=transformers,gguf&language=en&license=license:mit&search=qwen&sort=downloads&p=2';
    expect(listQuery(hub + address)).toEqual({
      pipelineTag: 'text-generation',
      filters: ['transformers', 'gguf', 'en', 'license:mit'],
      search: 'qwen',
      sort: 'downloads',
      page: 2,
    });
  });

  it('knows apps, providers and sizes', () => {
    expect(listQuery(`${hub}/models?apps=llama.cpp&inference_provider=all&num_parameters=min:0,max:6B`)).toEqual({
      filters: [],
      apps: ['llama.cpp'],
      providers: ['all'],
      parameters: 'min:0,max:6B',
      sort: 'trendingScore',
      page: 0,
    });
  });

  it('is that of a user or organization, sorted as its page is', () => {
    expect(listQuery(`${hub}/openai`)).toEqual({ author: 'openai', filters: [], sort: 'lastModified', page: 0 });
    expect(listQuery(`${hub}/openai/models?sort=likes&p=1`)).toMatchObject({
      author: 'openai',
      sort: 'likes',
      page: 1,
    });
    expect(listQuery(`${hub}/openai?search_models=oss&sort_models=downloads#models`)).toMatchObject({
      author: 'openai',
      search: 'oss',
      sort: 'downloads',
    });
  });

  it.each(['/datasets', '/spaces', '/openai/gpt-oss-20b', '/', '/openai/datasets', '/docs', '/models/x'])(
    'is none on %s',
    (path) => expect(listQuery(hub + path)).toBeUndefined(),
  );

  it('takes odd words for what they are', () => {
    expect(listQuery(`${hub}/models?p=-1&sort=__proto__&library=,,`)).toEqual({
      filters: [],
      sort: 'trendingScore',
      page: 0,
    });
    expect(listQuery(`${hub}/models?author=a%2Fb`)).toBeUndefined();
    expect(listQuery(`${hub}/models?search=${'x'.repeat(500)}`)?.search).toHaveLength(200);
  });
});

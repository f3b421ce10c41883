import { describe, expect, it } from 'vitest';
import { modelRepo } from '../evals/repo-ref.ts';
import * as urls from './urls.ts';

describe('urls', () => {
  it('asks for everything of a model in one request', () => {
    expect(urls.modelInfoPath('openai/gpt-oss-20b')).toBe(
      '/api/models/openai/gpt-oss-20b?expand[]=evalResults&expand[]=gated&expand[]=private&expand[]=disabled&expand[]=sha&expand[]=tags&expand[]=baseModels&expand[]=lastModified',
    );
    expect(urls.modelInfoPath('gpt2')).toMatch(/^\/api\/models\/gpt2\?/);
  });

  it('makes a ref one segment', () => {
    expect(urls.treePath(modelRepo('a/b'), urls.pullRequestRef(12), '.eval_results')).toBe(
      '/api/models/a/b/tree/refs%2Fpr%2F12/.eval_results?recursive=true',
    );
  });

  it('encodes each segment of a path exactly', () => {
    expect(urls.filePath(modelRepo('a/b'), 'main', '.eval_results/a b%2F#?é.yaml')).toBe(
      '/a/b/resolve/main/.eval_results/a%20b%252F%23%3F%C3%A9.yaml',
    );
  });

  it.each(['../../settings', '.eval_results/../../x', 'a//b', ''])(
    'refuses a path that leaves the folder: %j',
    (path) => {
      expect(() => urls.filePath(modelRepo('a/b'), 'main', path)).toThrow(/not a path inside/);
    },
  );

  it.each(['../x', 'a/b/c', 'a/..'])('refuses what is no repository: %j', (repo) => {
    expect(() => urls.modelInfoPath(repo)).toThrow(/not a/);
  });

  it.each([
    ['.eval_results/gpqa.yaml', true],
    ['.eval_results/deeper/x.YML', true],
    ['.eval_results/readme.md', false],
    ['eval_results/gpqa.yaml', false],
    ['README.md', false],
  ])('knows a results file: %s %s', (path, is) => expect(urls.isResultsFile(path)).toBe(is));
});

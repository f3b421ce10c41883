import { describe, expect, it } from 'vitest';
import { boardUrl, datasetUrl, fileUrl, safeLink } from './links.ts';

describe('safeLink', () => {
  it('shows the host of https, and the scheme of http as well', () => {
    expect(safeLink('https://arxiv.org/abs/2508.10925')).toEqual({
      href: 'https://arxiv.org/abs/2508.10925',
      host: 'arxiv.org',
    });
    expect(safeLink('http://example.org/a')?.host).toBe('http://example.org');
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)//https://arxiv.org',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    '/settings/tokens',
    '//evil.example',
    'https://huggingface.co@evil.example/openai',
    'https://',
    // Node says that this can be parsed, and then cannot.
    `https://${'A-'.repeat(10_000)}`,
    'Model Card',
    '',
  ])('leaves %j as text', (text) => {
    expect(safeLink(text)).toBeUndefined();
  });

  it('shows a look-alike host as what it is', () => {
    expect(safeLink('https://huggingfаce.co/x')?.host).toMatch(/^xn--/);
  });
});

describe('links into the Hub', () => {
  it('leads to the model’s row on the board of a task with a percent sign in it', () => {
    expect(boardUrl('SWE-bench/SWE-bench_Verified', 'swe_bench_%_resolved', 'openai/gpt-oss-20b')).toBe(
      'https://huggingface.co/datasets/SWE-bench/SWE-bench_Verified?eval_result=openai%2Fgpt-oss-20b&leaderboard_task_id=swe_bench_%25_resolved',
    );
  });

  it.each(['../../settings', 'a/b/c', 'a b/c', 'a?x=1', ''])('makes no link of a dataset called %j', (dataset) => {
    expect(datasetUrl(dataset)).toBeUndefined();
  });

  it('leads to the line, at the commit that was read when it is known', () => {
    const place = { path: '.eval_results/gpqa #1.yaml', line: 3, pullRequest: 9 };
    expect(fileUrl('a/b', place, undefined)).toBe(
      'https://huggingface.co/a/b/blob/refs%2Fpr%2F9/.eval_results/gpqa%20%231.yaml#L3',
    );
    expect(fileUrl('a/b', place, 'c0ffee')).toMatch(/\/blob\/c0ffee\//);
    expect(fileUrl('a/b', { path: '.eval_results/../../../settings/tokens' }, undefined)).toBeUndefined();
    expect(fileUrl('a/b', { path: 'half\ud800.yaml' }, undefined)).toMatch(/half%EF%BF%BD\.yaml$/);
    expect(fileUrl('a/b', { path: 'x.yaml' }, undefined)).toBe('https://huggingface.co/a/b/blob/main/x.yaml');
  });
});

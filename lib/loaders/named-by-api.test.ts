import { expect, it } from 'vitest';
import { namedByApi } from './named-by-api.ts';

it('names each file of main and each pull request once, and takes nothing odd for one', () => {
  const main = { filename: '.eval_results/hle.yaml', data: {} };
  const evalResults = [
    main,
    { ...main, error: 'malformed' },
    { ...main, pullRequest: null },
    { filename: '.eval_results/gpqa.yaml', pullRequest: 12 },
    { filename: '.eval_results/hle.yaml', pullRequest: 12 },
    { filename: '.eval_results/aime.yaml', pullRequest: 7 },
    { filename: 'README.md' },
    ...[0, -3, 1.5, '8', true, {}].map((pullRequest) => ({ filename: '.eval_results/odd.yaml', pullRequest })),
    { filename: 7, pullRequest: 9 },
    { pullRequest: 9 },
    null,
    undefined,
    'text',
    [],
  ];
  expect(namedByApi({ evalResults })).toEqual({ mainFiles: ['.eval_results/hle.yaml'], pullRequests: [12, 7] });
});

import type { Say } from '../say.ts';
import type { Origin } from '../score.ts';

/** Where an entry stands, in words: `main, .eval_results/gpqa.yaml:3`. */
export function originText({ kind, pullRequest, path, line }: Origin, say: Say): string {
  const where = {
    main: () => say('originMain'),
    'pull-request': () => say('originPullRequest', `#${pullRequest}`),
    'model-card': () => say('originCard'),
    'model-index': () => say('originModelIndex'),
    leaderboard: () => say('originLeaderboard'),
  }[kind]();
  if (path === undefined) return where;
  return `${where}, ${path}${line === undefined ? '' : `:${line}`}`;
}

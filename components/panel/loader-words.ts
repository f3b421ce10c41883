import type { MessageKey } from '../../lib/evals/message.ts';
import type { LoaderName } from '../../lib/evals/score.ts';

/** What a reader calls the place that a loader reads. */
export const loaderWords: Record<LoaderName, MessageKey> = {
  'eval-results': 'panelLoaderEvalResults',
  'main-files': 'panelLoaderMainFiles',
  'pull-requests': 'panelLoaderPullRequests',
  'model-card': 'panelLoaderModelCard',
  'model-index': 'panelLoaderModelIndex',
};

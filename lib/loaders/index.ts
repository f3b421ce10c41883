import { evalResults } from './eval-results.ts';
import type { Loader } from './loader.ts';
import { mainFiles } from './main-files.ts';
import { modelCard } from './model-card.ts';
import { modelIndex } from './model-index.ts';
import { pullRequests } from './pull-requests.ts';

/** Every place that scores come from. */
export const loaders: readonly Loader[] = [evalResults, mainFiles, pullRequests, modelCard, modelIndex];

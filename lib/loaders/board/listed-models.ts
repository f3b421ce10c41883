import { listModelsWithResults, type ModelOfList } from '../../hub/list-models.ts';
import type { BoardLoader } from './board-loader.ts';

/** The Hub's list of models that have results, with all their entries: one request, whichever board it is for. */
export const listedModels: BoardLoader<ModelOfList[]> = {
  name: 'listed-models',
  load: ({ hub, signal }) => listModelsWithResults(hub, { signal }),
};

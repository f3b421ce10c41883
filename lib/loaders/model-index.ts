import { loadCard } from './card-evidence.ts';
import type { Loader } from './loader.ts';

/** The legacy `model-index` in the metadata of the same README; read with it, at no further request. */
export const modelIndex: Loader = {
  name: 'model-index',
  load: ({ modelCard }, emit) => loadCard('model-index', modelCard(), emit),
};

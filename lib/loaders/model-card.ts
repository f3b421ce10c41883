import { loadCard } from './card-evidence.ts';
import type { Loader } from './loader.ts';

/** The tables of the README on main: most scores stand there and nowhere else. */
export const modelCard: Loader = {
  name: 'model-card',
  load: ({ modelCard }, emit) => loadCard('model-card', modelCard(), emit),
};

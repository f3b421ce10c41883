import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { catalogueLookup, createSay, type Say } from '../evals/say.ts';

/** The language of the command line: English, from the same catalogue as the extension. */
export const words: Say = createSay(catalogueLookup(en), 'en');

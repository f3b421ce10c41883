import { namesDisagree } from '../../evals/checks/model-name.ts';
import { statedOf } from '../stated.ts';
import type { DraftCheck } from './check.ts';

/** The evidence names a model, in a file's own field or as the column's header: is it the model of the draft? */
export const modelNamed: DraftCheck = {
  name: 'model-named',
  check: ({ draft, entries }) =>
    entries.flatMap(({ entry }) => {
      const named = statedOf(entry.evidence, 'model') ?? entry.evidence.column;
      if (!named || !draft.repo || isThis(named, draft.repo)) return [];
      const disagree = namesDisagree(withoutFolders(named), draft.repo);
      // A header that is no model's name ("Score") disagrees with every name; a file's field never is.
      if (!disagree && statedOf(entry.evidence, 'model') === undefined) return [];
      return [
        {
          entry: entry.id,
          field: 'repo',
          level: disagree ? 'warning' : 'notice',
          message: { key: 'problemOtherModel', args: [named, draft.repo] },
        },
      ];
    }),
};

/** `hf/org/name` and `vllm/org/name` are how Inspect names a model that it runs; a path ends in the model's name. */
const withoutFolders = (name: string) => name.split('/').filter(Boolean).slice(-2).join('/');

const isThis = (name: string, repo: string) => withoutFolders(name).toLowerCase() === repo.toLowerCase();

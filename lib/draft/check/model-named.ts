import { namesDisagree } from '../../evals/checks/model-name.ts';
import { statedOf } from '../stated.ts';
import type { DraftCheck } from './check.ts';

/** The evidence names a model, in a file's own field or as the column's header: is it the model of the draft? */
export const modelNamed: DraftCheck = {
  name: 'model-named',
  check: ({ draft, entries }) =>
    entries.flatMap(({ entry }) => {
      const stated = statedOf(entry.evidence, 'model');
      const named = stated ?? entry.evidence.column;
      if (!named || !draft.repo || isThis(named, draft.repo)) return [];
      const disagree = namesDisagree(withoutFolders(named), draft.repo);
      // A header may be no model's name at all ("Score"); a file's own field always is one.
      if (stated === undefined && (!disagree || holdsName(named, draft.repo) || !isModelName(named, draft.repo)))
        return [];
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

const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A header holds the repository's whole name: `Open weights Kimi K2.5 (Thinking)` in the card of Kimi-K2.5. */
const holdsName = (header: string, repo: string) => bare(header).includes(bare(repo.slice(repo.indexOf('/') + 1)));

/** Shares a word with the repository's name, or is built like a model's name: `Qwen3-8B`. */
const isModelName = (header: string, repo: string) =>
  /^[a-z][\w.]*-[\w.-]*\d/i.test(header) ||
  repo
    .slice(repo.indexOf('/') + 1)
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.length > 2 && header.toLowerCase().includes(word));

import { isNode } from 'yaml';
import { cut } from '../../evals/finding.ts';
import type { ProblemFacts } from '../check/check.ts';
import { cardConfigs } from './card-configs.ts';
import type { SpecCheck } from './ground-checks.ts';
import { readSpec } from './read-spec.ts';

const WORDS = { config: 'specProblemConfig', split: 'specProblemSplit' } as const;

/** What a task that names neither reads (https://huggingface.co/docs/hub/eval-results). */
const DEFAULTS = { config: 'default', split: 'test' } as const;

/** The configs and splits that the tasks read, held against those that the dataset's own card names, if it names any. */
export const configs: SpecCheck = {
  name: 'configs',
  check({ draft, ground }) {
    const known = ground?.card === undefined ? undefined : cardConfigs(ground.card);
    if (!known) return [];
    const { tasks, yaml } = readSpec(draft.text);
    // Said once, where it stands first: what is put right there is put right everywhere.
    const told = new Set<string>();
    const asked = (
      index: number,
      part: 'config' | 'split',
      value: string,
      names: readonly string[],
    ): ProblemFacts[] => {
      const what = JSON.stringify([part, value, names]);
      if (told.has(what)) return [];
      told.add(what);
      const [at] = [part, 'id'].map((name) => yaml.documents[0]?.getIn(['tasks', index, name], true)).filter(isNode);
      return [
        {
          field: 'text',
          level: 'warning',
          message: {
            key: WORDS[part],
            args: [
              cut(value, 100),
              names
                .slice(0, 12)
                .map((one) => cut(one, 100))
                .join(', '),
            ],
          },
          ...(at?.range && { line: yaml.lineAt(at.range[0]) }),
        },
      ];
    };
    return tasks.flatMap(({ config = DEFAULTS.config, split = DEFAULTS.split }, index) => {
      if (!known.has(config)) return asked(index, 'config', config, [...known.keys()]);
      const splits = known.get(config);
      return splits && !splits.includes(split) ? asked(index, 'split', split, splits) : [];
    });
  },
};

import { isNode } from 'yaml';
import { parseEvalYaml } from '../../evals/eval-yaml.ts';
import { run } from '../../evals/in-slices.ts';
import { readYaml } from '../../evals/read-yaml.ts';
import type { ProblemFacts } from '../check/check.ts';
import { cardConfigs } from './card-configs.ts';
import { SPEC_PATH, type SpecCheck, specFile } from './ground-checks.ts';

const WORDS = { config: 'specProblemConfig', split: 'specProblemSplit' } as const;

/** What a task that names neither reads (https://huggingface.co/docs/hub/eval-results). */
const DEFAULTS = { config: 'default', split: 'test' } as const;

/** The configs and splits that the tasks read, held against those that the dataset's own card names, if it names any. */
export const configs: SpecCheck = {
  name: 'configs',
  check({ draft, ground }) {
    const known = ground?.card === undefined ? undefined : cardConfigs(ground.card);
    if (!known) return [];
    const text = specFile(draft.text);
    const { tasks } = parseEvalYaml(text, { path: SPEC_PATH, loader: 'main-files' });
    const yaml = run(readYaml(text));
    const asked = (index: number, part: 'config' | 'split', value: string, names: readonly string[]): ProblemFacts => {
      const [at] = [part, 'id'].map((name) => yaml.documents[0]?.getIn(['tasks', index, name], true)).filter(isNode);
      return {
        field: 'text',
        level: 'warning',
        message: { key: WORDS[part], args: [value, names.slice(0, 12).join(', ')] },
        ...(at?.range && { line: yaml.lineAt(at.range[0]) }),
      };
    };
    return tasks.flatMap(({ config = DEFAULTS.config, split = DEFAULTS.split }, index) => {
      if (!known.has(config)) return asked(index, 'config', config, [...known.keys()]);
      const splits = known.get(config);
      return splits && !splits.includes(split) ? asked(index, 'split', split, splits) : [];
    });
  },
};

import { errorsFirst, type Problem } from '../problem.ts';
import { alike } from './alike.ts';
import { configs } from './configs.ts';
import { askChecks, groundChecks, type SpecCheck, type SpecContent, type SpecQuestion } from './ground-checks.ts';
import { LONGEST_SPEC, readSpec } from './read-spec.ts';

/** The file as the Hub would read it; every finding of the reader of such files, with its line. */
const schema: SpecCheck = {
  name: 'schema',
  check({ draft }) {
    const beyond = draft.text.length - LONGEST_SPEC;
    if (beyond > 0)
      return [
        { field: 'text', level: 'error', message: { key: 'specProblemLong', args: [beyond, LONGEST_SPEC / 1024] } },
      ];
    return readSpec(draft.text).findings.map(({ severity, message, line }) => ({
      field: 'text',
      level: severity === 'error' ? 'error' : 'warning',
      message,
      ...(line !== null && { line }),
    }));
  },
};

const repository: SpecCheck = {
  name: 'repository',
  check: ({ draft }) =>
    /^(?!\.{1,2}\/)[\w.-]{1,96}\/(?!\.{1,2}$)[\w.-]{1,96}$/.test(draft.repo.trim())
      ? []
      : [{ field: 'repo', level: 'error', message: { key: 'specProblemRepo' } }],
};

/** Every check of a drafted `eval.yaml`, in the order in which they are told. */
export const specChecks: readonly SpecCheck[] = [repository, schema, alike, configs, ...groundChecks];

/** Ids of the tasks that a text names; none unless the whole file is in order. */
export const specTasks = (text: string): string[] => readSpec(text).tasks.map(({ id }) => id);

/** All that the checks say of a drafted `eval.yaml`, the errors first. Never throws, whatever was typed. */
export function checkSpec(draft: SpecContent, context: Omit<SpecQuestion, 'draft'>): Problem[] {
  return errorsFirst(askChecks(specChecks, { draft, ...context }));
}

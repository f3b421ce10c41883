import frameworks from '../../evaluation-frameworks.json' with { type: 'json' };

/** The frameworks that the Hub knows, and the day on which that list was read. */
export const knownFrameworks: { names: readonly string[]; date: string } = frameworks;

/** What an `eval.yaml` needs to be told. */
export interface SpecDraft {
  name: string;
  framework: string;
  /** Ids of the tasks, one leaderboard each. */
  tasks: readonly string[];
}

/** A text as YAML: every JSON text is one, whatever is in it. */
const text = (words: string) =>
  /^[A-Za-z][\w ./-]*$/.test(words) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(words)
    ? words
    : JSON.stringify(words);

/**
 * An `eval.yaml` by the specification (https://huggingface.co/docs/hub/eval-results), to be gone over by the dataset's
 * owner: config and split are the documented defaults, and inspect-ai's columns, solver and scorer are the simplest.
 */
export function draftSpec({ name, framework, tasks }: SpecDraft): string {
  const inspect = [
    '    field_spec:',
    '      input: question',
    '      target: answer',
    '    solvers:',
    '      - name: generate',
    '    scorers:',
    '      - name: match',
  ];
  return [
    `name: ${text(name)}`,
    ...(framework ? [`evaluation_framework: ${text(framework)}`] : []),
    'tasks:',
    ...tasks.flatMap((id) => [
      `  - id: ${text(id)}`,
      '    config: default',
      '    split: test',
      ...(framework === 'inspect-ai' ? inspect : []),
    ]),
    '',
  ].join('\n');
}

/** Task ids out of what a reader typed: parted by commas or lines, none twice. */
export const taskIds = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,\n]/)
      .map((id) => id.trim())
      .filter(Boolean),
  ),
];

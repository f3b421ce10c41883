const NOTE = `# The text of this file was not recorded. What stands below is only what the Hub said of it.\n`;

/** Placeholders for required fields next to the recorded mistake; they are no result. */
const REST = { id: 'not/recorded', task_id: 'not_recorded', value: '0' };

/** YAML for "received …" of a recorded message; undefined leaves the key away. */
const RECEIVED: Record<string, string> = {
  null: 'null',
  object: '{}',
  array: '[]',
  string: 'not recorded',
  number: '0',
  boolean: 'false',
  NaN: '.nan',
};

/** Fields without which an entry is none, so that a file with one of them broken holds no invented score. */
const IDENTITY: Record<string, string> = { '.dataset.id': 'id', '.dataset.task_id': 'task_id', '.value': 'value' };

/** Says only that nothing is known; for errors that no honest text can lead to. */
export const silentText = NOTE;

/**
 * A text that the Hub's reader refuses in exactly the recorded way and that holds no score; undefined where only
 * invented scores would lead there (an entry after the first, a field that an entry can do without).
 */
export function unrecordedText(error: string): string | undefined {
  const issue = /^✖ Invalid input: expected \w+, received (\w+)(?:\n {2}→ at (\S+))?$/.exec(error);
  if (!issue) return undefined;
  const received = RECEIVED[issue[1] ?? ''];
  const path = issue[2];
  if (path === undefined) return received === 'null' ? NOTE : received && `${NOTE}${received}\n`;
  if (path === '[0]') return `${NOTE}-${received ? ` ${received}` : ''}\n`;
  if (path === '[0].dataset') {
    return `${NOTE}- value: ${REST.value}\n${received ? `  dataset: ${received}\n` : ''}`;
  }
  const broken = path.startsWith('[0]') ? IDENTITY[path.slice(3)] : undefined;
  if (!broken) return undefined;
  const line = (field: keyof typeof REST) => (field === broken ? received : REST[field]);
  const field = (name: string, text: string | undefined, indent: string) => (text ? `${indent}${name}: ${text}\n` : '');
  const dataset = field('id', line('id'), '    ') + field('task_id', line('task_id'), '    ');
  return `${NOTE}- dataset:\n${dataset}${field('value', line('value'), '  ')}`;
}

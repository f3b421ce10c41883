import type { Message } from '../../evals/message.ts';
import type { DraftField } from '../problem.ts';
import { isYamlNumber } from '../yaml-number.ts';
import type { DraftCheck, EntryInQuestion, ProblemFacts } from './check.ts';

const REPO_ID = /^[\w.-]{1,96}\/[\w.-]{1,96}$/;
/** Longer notes are prose, which belongs to the page that the source names. */
const LONGEST = 2000;

/** The shape that the Hub asks of an entry (https://huggingface.co/docs/hub/eval-results), and what a file can hold. */
export const schema: DraftCheck = {
  name: 'schema',
  check({ draft, entries }) {
    const problems: ProblemFacts[] = [];
    const error = (field: DraftField, message: Message) => problems.push({ field, level: 'error', message });
    if (!draft.repo.trim()) error('repo', { key: 'problemRepoMissing' });
    else if (!REPO_ID.test(draft.repo)) error('repo', { key: 'problemRepoShape', args: [draft.repo] });
    if (entries.length === 0) error('draft', { key: 'problemNoEntries' });
    return [...problems, ...entries.flatMap(ofEntry)];
  },
};

function ofEntry({ entry, fields }: EntryInQuestion): ProblemFacts[] {
  const problems: ProblemFacts[] = [];
  const error = (field: DraftField, message: Message, offer?: string) =>
    problems.push({
      entry: entry.id,
      field,
      level: 'error',
      message,
      ...(offer === undefined
        ? {}
        : { offer: { field, text: offer, message: { key: 'offerUse', args: [offer] } as const } }),
    });
  const { dataset, task, valueText, source, notes } = fields;
  if (!dataset) error('dataset', { key: 'problemDatasetMissing' });
  else if (!REPO_ID.test(dataset)) error('dataset', { key: 'problemDatasetShape', args: [dataset] });
  else if (!task) error('task', { key: 'problemTaskMissing' });
  if (!valueText) error('valueText', { key: 'problemValueMissing' });
  else if (!isYamlNumber(valueText))
    error('valueText', { key: 'problemValueShape', args: [valueText] }, meantNumber(valueText));
  if (notes !== undefined && notes.length > LONGEST) error('notes', { key: 'problemNotesLong', args: [LONGEST] });
  const texts: [DraftField, string | undefined][] = [
    ['dataset', dataset],
    ['task', task],
    ['revision', fields.revision],
    ['notes', notes],
    ['source.url', source?.url],
    ['source.name', source?.name],
    ['source.user', source?.user],
    ['source.org', source?.org],
  ];
  for (const [field, text] of texts)
    if (text !== undefined && /\p{Surrogate}/u.test(text)) error(field, { key: 'problemBrokenText' });
  return problems;
}

/** The number that somebody means who writes `22,1`, `22.1 %`, `+5` or `1e2`; undefined when that is not plain. */
function meantNumber(text: string): string | undefined {
  const bare = text.replace(/\s*%$/, '').replace(/^\+/, '').replace(/−/, '-');
  const pointed = /^-?\d+,\d{1,2}$/.test(bare) ? bare.replace(',', '.') : bare;
  const written = /^-?\d+(\.\d+)?$/.test(pointed) ? pointed.replace(/^(-?)0+(?=\d)/, '$1') : String(Number(pointed));
  return /\d/.test(bare) && isYamlNumber(written) ? written : undefined;
}

import type { DraftEntry, ScoresDraft } from '../../lib/draft/draft.ts';
import type { DraftField } from '../../lib/draft/problem.ts';

/** One score as the form holds it: every field a text, empty where the draft has none. */
export interface FormEntry {
  id: string;
  dataset: string;
  task: string;
  revision: string;
  valueText: string;
  notes: string;
  date: string;
  source: { url: string; name: string; user: string; org: string };
  evidence: DraftEntry['evidence'];
}

/** All that the reader can change of a draft. */
export interface DraftForm {
  repo: string;
  entries: FormEntry[];
  /** Yes, no, or not yet answered. */
  checkpoint: 'yes' | 'no' | '';
  accepted: string[];
  asDraft: boolean;
  /** Number of the reader's own pull request that is added to; empty for a new one. */
  updates: string;
}

/** What {@link fromForm} makes of a form: the part of a draft that `writeDraft` takes. */
export type FormContent = Pick<ScoresDraft, 'kind' | 'repo' | 'entries' | 'answers' | 'asDraft' | 'updates'>;

/** The draft as the form shows it. */
export function toForm(draft: FormContent): DraftForm {
  const { checkpointEvaluated: evaluated } = draft.answers;
  return {
    repo: draft.repo,
    entries: draft.entries.map(({ id, dataset, task, valueText, evidence, ...rest }) => ({
      id,
      dataset,
      task,
      valueText,
      evidence,
      revision: rest.revision ?? '',
      notes: rest.notes ?? '',
      date: rest.date ?? '',
      source: {
        url: rest.source?.url ?? '',
        name: rest.source?.name ?? '',
        user: rest.source?.user ?? '',
        org: rest.source?.org ?? '',
      },
    })),
    checkpoint: evaluated === undefined ? '' : evaluated ? 'yes' : 'no',
    accepted: draft.answers.accepted,
    asDraft: draft.asDraft,
    updates: draft.updates === undefined ? '' : `${draft.updates}`,
  };
}

/** The draft's content as the form has it; what is empty is left out, so that it is no field of the file. */
export function fromForm(form: DraftForm): FormContent {
  return {
    kind: 'scores',
    repo: form.repo.trim(),
    entries: form.entries.map(entryOf),
    answers: {
      ...(form.checkpoint && { checkpointEvaluated: form.checkpoint === 'yes' }),
      accepted: form.accepted,
    },
    asDraft: form.asDraft,
    ...(form.updates && { updates: Number(form.updates) }),
  };
}

function entryOf({ id, dataset, task, valueText, evidence, ...rest }: FormEntry): DraftEntry {
  const { url, name, user, org } = rest.source;
  const source = { ...(name && { name }), ...(user && { user }), ...(org && { org }) };
  return {
    id,
    dataset,
    task,
    valueText: valueText.trim(),
    evidence,
    ...(rest.revision && { revision: rest.revision }),
    ...(rest.notes.trim() && { notes: rest.notes.trim() }),
    ...(rest.date && { date: rest.date.trim() }),
    ...((url || Object.keys(source).length > 0) && { source: { url: url.trim(), ...source } }),
  };
}

/** A score of which nothing is known yet. */
export function emptyEntry(id: string): FormEntry {
  const source = { url: '', name: '', user: '', org: '' };
  const evidence = { kind: 'typed' } as const;
  return { id, dataset: '', task: '', revision: '', valueText: '', notes: '', date: '', source, evidence };
}

/** The form's own name of the field that a problem speaks of; undefined for what belongs to the whole draft. */
export function formPath(form: DraftForm, field: DraftField, entry: string | undefined): string | undefined {
  if (field === 'repo' || field === 'checkpoint' || field === 'updates') return field;
  if (field === 'draft' || field === 'text') return undefined;
  const index = form.entries.findIndex(({ id }) => id === entry);
  return index < 0 ? undefined : `entries.${index}.${field}`;
}

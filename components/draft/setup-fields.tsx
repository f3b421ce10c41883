import { useFormContext, useWatch } from 'react-hook-form';
import type { Problem } from '../../lib/draft/problem.ts';
import type { VariantTag } from '../../lib/evals/score.ts';
import { readVariant } from '../../lib/evals/variant/index.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import { useComposer } from './composer-context.tsx';
import type { DraftForm } from './draft-form.ts';
import { Field } from './field.tsx';
import { withoutWords, withWords } from './notes-words.ts';
import { tagWords } from './tag-words.ts';

/** Setups as boards and cards word them; they go into the notes as they stand here. */
const phrases = [
  'With tools',
  'With search',
  'Reasoning: high',
  'Reasoning: medium',
  'Reasoning: low',
  'Text-only',
  '5-shot',
  'avg@8',
] as const;

/** The setup: what is understood of the notes, a chip each, and the notes themselves, which are what is sent. */
export function SetupFields({ index, problems }: { index: number; problems: readonly Problem[] }) {
  const say = useSay();
  const { editable } = useComposer();
  const { register, setValue, getValues } = useFormContext<DraftForm>();
  const name = `entries.${index}.notes` as const;
  const [dataset, task, notes] = useWatch<
    DraftForm,
    [`entries.${number}.dataset`, `entries.${number}.task`, `entries.${number}.notes`]
  >({ name: [`entries.${index}.dataset`, `entries.${index}.task`, name] });
  const { tags } = readVariant({ notes, dataset, task });
  const change = (text: string) => setValue(name, text, { shouldDirty: true, shouldValidate: true });
  return (
    <Field name={name} label={say('composerSetup')} problems={problems} className="cc-setup">
      {(control) => (
        <>
          <span className="cc-setup-chips">
            {tags.map((tag) => (
              <SetupChip
                key={`${tag.kind} ${tag.value}`}
                tag={tag}
                editable={editable}
                onRemove={() => change(withoutWords(getValues(name), tag.quote))}
              />
            ))}
            {tags.length === 0 && !notes && <span className="cc-meta">{say('composerSetupNone')}</span>}
            {editable && (
              <Menu
                icon="plus"
                label={say('composerSetupAdd')}
                items={() =>
                  phrases
                    .filter((words) => !notes.toLowerCase().includes(words.toLowerCase()))
                    .map((words) => ({ label: words, onChoose: () => change(withWords(getValues(name), words)) }))
                }
              />
            )}
          </span>
          <input
            {...control}
            {...register(name)}
            disabled={undefined}
            readOnly={!editable}
            type="text"
            aria-label={say('composerNotes')}
            placeholder={say('composerNotesHint')}
          />
        </>
      )}
    </Field>
  );
}

function SetupChip({ tag, editable, onRemove }: { tag: VariantTag; editable: boolean; onRemove(): void }) {
  const say = useSay();
  const words = say(tagWords[tag.kind], tag.value);
  return (
    <span className="cc-chip" title={tag.quote}>
      <Foreign text={words} most={ROW_NAME} />
      {editable && (
        <button type="button" aria-label={say('composerSetupRemove', words)} onClick={onRemove}>
          <Icon name="close" size={10} />
        </button>
      )}
    </span>
  );
}

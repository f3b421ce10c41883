import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import { useComposer } from './composer-context.tsx';
import { type DraftForm, emptyEntry } from './draft-form.ts';
import { claimOf } from './draft-words.ts';
import { EntryFields } from './entry-fields.tsx';

/** The draft's scores, one below the other; more can be added, all but the last taken away. */
export function Entries() {
  const say = useSay();
  const { editable } = useComposer();
  const { control, watch } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'entries', keyName: 'key' });
  const several = fields.length > 1;
  return (
    <>
      {fields.map((field, index) => (
        <fieldset key={field.id} className="cc-entry" data-several={several || undefined}>
          <legend className={several ? '' : 'cc-hidden'}>
            {say('composerEntry', `${index + 1}`, `${fields.length}`)}{' '}
            <span className="cc-meta">
              <Foreign text={claimOf(watch(`entries.${index}`))} most={ROW_NAME} />
            </span>
          </legend>
          {several && editable && (
            <IconButton
              icon="close"
              className="cc-entry-remove"
              label={say('composerRemoveEntry', `${index + 1}`)}
              onClick={() => remove(index)}
            />
          )}
          <EntryFields index={index} />
        </fieldset>
      ))}
      {editable && (
        <Button
          onClick={() =>
            append(emptyEntry(crypto.randomUUID()), {
              focusName: `entries.${fields.length}.dataset`,
              shouldFocus: true,
            })
          }
        >
          <Icon name="plus" size={12} /> {say('composerAddEntry')}
        </Button>
      )}
    </>
  );
}

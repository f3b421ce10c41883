import type { MessageKey } from '../../lib/evals/message.ts';
import type { PanelState } from '../../lib/messaging/protocol.ts';
import { useSay } from '../ui/say.tsx';
import { Check } from './check.tsx';
import type { Choices, OptionsProps } from './options-state.ts';

const places: [PanelState['place'], MessageKey][] = [
  ['auto', 'optionsPlaceAuto'],
  ['edge', 'optionsPlaceEdge'],
];

/** Where the panel stands, and how it starts. */
export function PanelChoices({ choices, onChange }: { choices: Choices } & Pick<OptionsProps, 'onChange'>) {
  const say = useSay();
  return (
    <section>
      <h2>{say('optionsPanelTitle')}</h2>
      <fieldset className="cc-inner">
        <legend>{say('optionsPlace')}</legend>
        {places.map(([place, key]) => {
          const name = say(key);
          return (
            <Check
              key={place}
              type="radio"
              name="place"
              checked={choices.place === place}
              label={name}
              onChange={() => onChange({ place }, { key: 'optionsSavedOn', args: [name] })}
            />
          );
        })}
      </fieldset>
      <Check
        type="checkbox"
        checked={choices.collapsed}
        label={say('optionsCollapsed')}
        note={say('optionsCollapsedNote')}
        onChange={(collapsed) =>
          onChange(
            { collapsed },
            { key: collapsed ? 'optionsSavedOn' : 'optionsSavedOff', args: [say('optionsCollapsed')] },
          )
        }
      />
      <Check
        type="checkbox"
        checked={!choices.hidden.includes('chips')}
        label={say('optionsChips')}
        note={say('optionsChipsNote')}
        onChange={(shown) =>
          onChange(
            {
              hidden: [
                ...choices.hidden.filter((surface) => surface !== 'chips'),
                ...(shown ? [] : ['chips' as const]),
              ],
            },
            { key: shown ? 'optionsSavedOn' : 'optionsSavedOff', args: [say('optionsChips')] },
          )
        }
      />
    </section>
  );
}

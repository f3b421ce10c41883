import type { MessageKey } from '../../lib/evals/message.ts';
import type { PanelState, Surface } from '../../lib/messaging/protocol.ts';
import { useSay } from '../ui/say.tsx';
import { Check } from './check.tsx';
import type { Choices, OptionsProps } from './options-state.ts';

const places: [PanelState['place'], MessageKey][] = [
  ['auto', 'optionsPlaceAuto'],
  ['edge', 'optionsPlaceEdge'],
];

const surfaces: [Surface, MessageKey, MessageKey][] = [
  ['marks', 'optionsMarks', 'optionsMarksNote'],
  ['chips', 'optionsChips', 'optionsChipsNote'],
];

/** Where the panel stands, how it starts, and what else stands in the Hub's pages. */
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
      {surfaces.map(([surface, label, note]) => (
        <Check
          key={surface}
          type="checkbox"
          checked={!choices.hidden.includes(surface)}
          label={say(label)}
          note={say(note)}
          onChange={(shown) => {
            const others = choices.hidden.filter((one) => one !== surface);
            const message = { key: shown ? 'optionsSavedOn' : 'optionsSavedOff', args: [say(label)] } as const;
            onChange({ hidden: shown ? others : [...others, surface] }, message);
          }}
        />
      ))}
    </section>
  );
}

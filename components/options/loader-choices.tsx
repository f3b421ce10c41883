import type { MessageKey } from '../../lib/evals/message.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { useSay } from '../ui/say.tsx';
import { Check } from './check.tsx';
import type { OptionsProps } from './options-state.ts';

/** Each loader's name, and what it costs and gives. */
const loaders: Record<LoaderName, { name: MessageKey; note: MessageKey }> = {
  'eval-results': { name: 'optionsEvalResults', note: 'optionsEvalResultsNote' },
  'main-files': { name: 'optionsMainFiles', note: 'optionsMainFilesNote' },
  'pull-requests': { name: 'optionsPullRequests', note: 'optionsPullRequestsNote' },
  'model-card': { name: 'optionsModelCard', note: 'optionsModelCardNote' },
  'model-index': { name: 'optionsModelIndex', note: 'optionsModelIndexNote' },
};

/** Which loaders run. */
export function LoaderChoices({ off, onChange }: { off: LoaderName[] } & Pick<OptionsProps, 'onChange'>) {
  const say = useSay();
  return (
    <fieldset>
      <legend>
        <h2>{say('optionsLoadersTitle')}</h2>
      </legend>
      {(Object.keys(loaders) as LoaderName[]).map((loader) => {
        const name = say(loaders[loader].name);
        return (
          <Check
            key={loader}
            type="checkbox"
            checked={!off.includes(loader)}
            label={name}
            note={say(loaders[loader].note)}
            onChange={(on) => {
              const others = off.filter((one) => one !== loader);
              onChange(
                { off: on ? others : [...others, loader] },
                { key: on ? 'optionsSavedOn' : 'optionsSavedOff', args: [name] },
              );
            }}
          />
        );
      })}
      <p className="cc-note">{say('optionsLoadersNote')}</p>
    </fieldset>
  );
}

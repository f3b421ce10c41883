import type { Thresholds } from '../../lib/evals/checks/thresholds.ts';
import type { MessageKey } from '../../lib/evals/message.ts';
import { useSay } from '../ui/say.tsx';
import { Check } from './check.tsx';
import { NumberField } from './number-field.tsx';
import type { OptionsProps } from './options-state.ts';

interface Field {
  name: 'noticeP' | 'warningP' | 'harnessPoints' | 'fixedPoints';
  label: MessageKey;
  note: MessageKey;
  min: number;
  max: number;
}

const rules: { rule: Thresholds['rule']; label: MessageKey; note: MessageKey; fields: Field[] }[] = [
  {
    rule: 'items',
    label: 'optionsRuleItems',
    note: 'optionsRuleItemsNote',
    fields: [
      { name: 'noticeP', label: 'optionsNoticeP', note: 'optionsNoticePNote', min: 0.000001, max: 0.5 },
      { name: 'warningP', label: 'optionsWarningP', note: 'optionsWarningPNote', min: 0.000001, max: 0.5 },
    ],
  },
  {
    rule: 'points',
    label: 'optionsRulePoints',
    note: 'optionsRulePointsNote',
    fields: [{ name: 'fixedPoints', label: 'optionsFixedPoints', note: 'optionsFixedPointsNote', min: 0, max: 100 }],
  },
];

const harness: Field = {
  name: 'harnessPoints',
  label: 'optionsHarnessPoints',
  note: 'optionsHarnessPointsNote',
  min: 0,
  max: 100,
};

/** Where the warnings begin: by the size of the benchmark, or at a fixed number of points. */
export function ThresholdChoices({
  thresholds,
  onChange,
}: { thresholds: Thresholds } & Pick<OptionsProps, 'onChange'>) {
  const say = useSay();
  const change = (part: Partial<Thresholds>, what: string) =>
    onChange({ thresholds: { ...thresholds, ...part } }, { key: 'optionsSavedOn', args: [what] });
  const field = ({ name, label, note, min, max }: Field, disabled: boolean) => (
    <NumberField
      key={name}
      label={say(label)}
      note={say(note)}
      value={thresholds[name]}
      {...{ min, max, disabled }}
      onChange={(value) =>
        onChange(
          { thresholds: { ...thresholds, [name]: value } },
          { key: 'optionsSavedNumber', args: [say(label), String(value)] },
        )
      }
    />
  );
  return (
    <fieldset>
      <legend>
        <h2>{say('optionsThresholdsTitle')}</h2>
      </legend>
      {rules.map(({ rule, label, note, fields }) => (
        <div key={rule} className="cc-rule">
          <Check
            type="radio"
            name="rule"
            checked={thresholds.rule === rule}
            label={say(label)}
            note={say(note)}
            onChange={() => change({ rule }, say(label))}
          />
          {fields.map((each) => field(each, thresholds.rule !== rule))}
        </div>
      ))}
      {field(harness, false)}
      <p className="cc-note">{say('optionsThresholdsNote')}</p>
    </fieldset>
  );
}

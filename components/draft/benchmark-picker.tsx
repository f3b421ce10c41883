import { useEffect, useRef, useState } from 'react';
import { benchmarkName, lookupBenchmark } from '../../lib/evals/benchmarks/index.ts';
import type { OfficialBenchmark } from '../../lib/evals/board/board.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign, ROW_NAME } from '../ui/text.tsx';
import { type FoundBenchmark, searchBenchmarks } from './benchmark-search.ts';
import type { FieldControl } from './field.tsx';
import { sizeWords } from './task-words.ts';
import { useCombobox } from './use-combobox.ts';

interface BenchmarkPickerProps {
  control: FieldControl;
  dataset: string;
  /** The Hub's own list; undefined while it is read. */
  benchmarks: readonly OfficialBenchmark[] | undefined;
  unread: boolean;
  onChoose(benchmark: FoundBenchmark): void;
  inputRef?: (input: HTMLInputElement | null) => void;
}

/** The search for one of the Hub's benchmarks: names and spellings in, a dataset of the list out, never free text. */
export function BenchmarkPicker({ control, dataset, benchmarks, unread, onChoose, inputRef }: BenchmarkPickerProps) {
  const say = useSay();
  const [text, setText] = useState('');
  const [typing, setTyping] = useState(false);
  const options = searchBenchmarks(benchmarks ?? [], text);
  const combobox = useCombobox<FoundBenchmark>({
    id: control.id,
    options,
    onChoose,
    onSearch: (search) => {
      setText(search);
      setTyping(search !== '');
    },
  });
  const known = benchmarks?.find((one) => one.dataset === dataset)?.name ?? benchmarkName(dataset);
  const activeLine = useRef<HTMLLIElement>(null);
  const { active, open } = combobox;
  useEffect(() => {
    if (open && active >= 0) activeLine.current?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  return (
    <span className="cc-combobox">
      <input
        {...control}
        {...combobox.input}
        ref={inputRef}
        type="text"
        placeholder={say('composerBenchmarkHint')}
        value={typing ? text : known}
        onChange={(event) => {
          setTyping(true);
          combobox.search(event.currentTarget.value);
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Icon name="chevron" size={12} />
      <span role="status" className="cc-hidden">
        {open && benchmarks ? say('composerBenchmarkMatches', options.length) : ''}
      </span>
      <ul {...combobox.list} hidden={!open} aria-label={say('composerBenchmark')}>
        {options.map((option, index) => (
          <li key={option.dataset} ref={index === active ? activeLine : null} {...combobox.option(index)}>
            <OptionLine option={option} />
          </li>
        ))}
        {open && options.length === 0 && (
          <li role="presentation" className="cc-meta">
            {say(
              benchmarks ? 'composerBenchmarkNone' : unread ? 'composerBenchmarksUnread' : 'composerBenchmarksReading',
            )}
          </li>
        )}
      </ul>
    </span>
  );
}

function OptionLine({ option }: { option: FoundBenchmark }) {
  const say = useSay();
  const known = lookupBenchmark(option.dataset);
  const task = known?.tasks.find(({ id, main }) => (option.task ? id === option.task : main)) ?? known?.tasks[0];
  const size = sizeWords(task?.items ?? known?.items, say);
  return (
    <>
      <span>
        <Foreign text={option.name} most={ROW_NAME} />
        {option.alias && (
          <span className="cc-meta">
            {' '}
            <Foreign text={option.alias} most={ROW_NAME} />
          </span>
        )}
      </span>
      <span className="cc-meta cc-option-id">
        <Foreign text={option.dataset} most={ROW_NAME} />
        {size && ` · ${size}`}
      </span>
    </>
  );
}

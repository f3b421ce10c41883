import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { compareRows } from '../../lib/evals/compare/compare-rows.ts';
import { MOST_COMPARED, modelIdOf, moved, readSelection, withoutDoubles } from '../../lib/evals/compare/selection.ts';
import { whatDiffers } from '../../lib/evals/compare/what-differs.ts';
import type { Report } from '../../lib/evals/report.ts';
import { changePin, listenForPins, pinsQuery, writePins } from '../../lib/messaging/pin-queries.ts';
import { askAgain, listenForReports, reportQuery, settingsQuery } from '../../lib/messaging/queries.ts';
import { useNow } from '../panel/use-now.ts';
import { useSay } from '../ui/say.tsx';
import { Compare } from './compare.tsx';
import type { Column } from './compare-state.ts';
import { exportFile } from './export-file.ts';

/** What the page needs of the browser; `entrypoints/compare` brings it. */
export interface CompareBrowser {
  /** The models that the page's address names. */
  selection(): string | null;
  /** Puts the models into the page's address, without a new entry in its history. */
  select(models: string): void;
  address(): string;
  saveFile(name: string, type: string, text: string): void;
  copy(text: string): Promise<void>;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The compare page with its data: the models of its address, or what is pinned. */
export function CompareWithData({ ports }: { ports: CompareBrowser }) {
  const say = useSay();
  const queryClient = useQueryClient();
  const now = useNow(Date.now);
  const pins = useQuery(pinsQuery());
  const { data: settings } = useQuery(settingsQuery());
  const [chosen, setChosen] = useState(() => readSelection(ports.selection()));
  const [bySetup, setBySetup] = useState(false);
  const [pair, setPair] = useState<readonly [number, number]>([0, 1]);
  const [said, setSaid] = useState<string>();

  useEffect(() => listenForReports(queryClient), [queryClient]);
  useEffect(() => listenForPins(queryClient), [queryClient]);

  const pinned = pins.data ?? [];
  const wanted = withoutDoubles(chosen ?? pinned);
  const models = wanted.slice(0, MOST_COMPARED);
  const answers = useQueries({ queries: models.map((id) => reportQuery(id)) });
  const reports = useUnchanged(answers.map(({ data }) => data));
  // Deferred, so that typing goes on while a long report is lined up.
  const shown = useDeferredValue(reports);
  const rows = useMemo(() => compareRows(shown, bySetup), [shown, bySetup]);
  const [one, other] = pair;
  const asked = one < models.length && other < models.length && one !== other ? pair : ([0, 1] as const);
  const [first, second] = asked;
  const noticeP = settings?.thresholds.noticeP;
  const differing = useMemo(
    () => (first < shown.length && second < shown.length ? whatDiffers(rows, [first, second], noticeP) : []),
    [rows, first, second, shown.length, noticeP],
  );

  const choose = (next: string[]) => {
    setChosen(next);
    ports.select(next.join(','));
  };
  const columns = models.map((id, index): Column => {
    const { data, isFetching = true, error } = answers[index] ?? {};
    return {
      id,
      report: data,
      reading: isFetching,
      failure: isFetching ? undefined : error?.message,
      pinned: pinned.some((pin) => same(pin, id)),
    };
  });

  return (
    <Compare
      columns={columns}
      rows={rows}
      bySetup={bySetup}
      pair={models.length > 1 ? asked : undefined}
      differing={differing}
      left={wanted.length - models.length}
      said={said}
      now={now}
      onAdd={(text) => {
        const id = modelIdOf(text);
        if (!id) return 'not-an-id';
        if (models.some((model) => same(model, id))) return 'there';
        if (models.length >= MOST_COMPARED) return 'full';
        choose([...models, id]);
        setSaid(say('compareAdded', id));
        return 'added';
      }}
      onMove={(column, by) => {
        const next = moved(models, column, by);
        const id = models[column];
        if (id === undefined || next.every((model, index) => model === models[index])) return;
        choose([...next, ...wanted.slice(models.length)]);
        // The pair stays the two models that it was, wherever they stand now.
        const place = (index: number) => next.indexOf(models[index] ?? '');
        setPair([place(first), place(second)]);
        if (chosen === undefined)
          void writePins(queryClient, [...next, ...pinned.slice(models.length)]).catch(() => undefined);
        setSaid(say('compareMoved', id, String(column + by + 1), String(models.length)));
      }}
      onRemove={(column) => {
        const id = models[column];
        if (id === undefined) return;
        choose(wanted.filter((_, index) => index !== column));
        setPair([0, 1]);
        setSaid(say('compareRemoved', id));
      }}
      onPin={(id, pin) =>
        void changePin(queryClient, id, pin).then(
          () => setSaid(say(pin ? 'comparePinned' : 'compareUnpinned', id)),
          () => setSaid(say('chipsPinFailed', id)),
        )
      }
      onRefresh={(id) => void askAgain(queryClient, { repo: id, refresh: true }).catch(() => undefined)}
      onPair={setPair}
      onBySetup={setBySetup}
      onExport={(format) => {
        const file = exportFile(format, { models, rows, reports: shown, differing, say });
        ports.saveFile(file.name, file.type, file.text);
        setSaid(say('compareExported', file.name));
      }}
      onCopyLink={() => {
        ports.select(models.join(','));
        void ports.copy(ports.address()).then(
          () => setSaid(say('panelCopied')),
          () => setSaid(say('compareLinkInAddress')),
        );
      }}
    />
  );
}

/** The list of before as long as its items are the same, so that nothing is computed again. */
function useUnchanged(reports: (Report | undefined)[]): readonly (Report | undefined)[] {
  const kept = useRef(reports);
  const before = kept.current;
  if (before.length !== reports.length || reports.some((report, index) => report !== before[index])) {
    kept.current = reports;
  }
  return kept.current;
}

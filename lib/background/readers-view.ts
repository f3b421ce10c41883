import { rejudge } from '../evals/build.ts';
import { defaultThresholds, type Thresholds } from '../evals/checks/thresholds.ts';
import { withDismissed } from '../evals/dismissal.ts';
import { inSlices } from '../evals/in-slices.ts';
import type { Report } from '../evals/report.ts';
import type { DismissalStore } from '../store/dismissals.ts';
import type { PreferencesStore } from '../store/preferences.ts';

/** Turns a report as it is gathered and kept (default thresholds, nothing dismissed) into what this reader sees. */
export interface ReadersView {
  of(report: Report): Promise<Report>;
  thresholds(): Promise<Thresholds>;
  /** Settings or dismissals have changed: they are read again. */
  forget(): void;
}

const isDefault = (thresholds: Thresholds) =>
  (Object.keys(defaultThresholds) as (keyof Thresholds)[]).every((key) => thresholds[key] === defaultThresholds[key]);

/** Reads what the reader chose once in a worker's life, and after each change. */
export function createReadersView(
  preferences: Pick<PreferencesStore, 'read'>,
  dismissals: Pick<DismissalStore, 'read'>,
): ReadersView {
  let reading: Promise<{ thresholds: Thresholds; dismissed: ReadonlySet<string> }> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const chosen = () => {
    reading ??= Promise.all([preferences.read(), dismissals.read()]).then(([{ thresholds }, dismissed]) => ({
      thresholds,
      dismissed,
    }));
    return reading;
  };
  return {
    async of(report) {
      const { thresholds, dismissed } = await chosen();
      if (isDefault(thresholds)) return withDismissed(report, dismissed);
      // In turn, so that no snapshot is overtaken by a later one.
      const judged = turn.then(() => inSlices(rejudge(report, thresholds)));
      turn = judged.catch(() => undefined);
      return withDismissed(await judged, dismissed);
    },
    thresholds: async () => (await chosen()).thresholds,
    forget() {
      reading = undefined;
    },
  };
}

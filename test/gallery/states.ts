import type { PanelProps } from '../../components/panel/panel.tsx';
import type { Message } from '../../lib/evals/message.ts';
import type { Gap, GapReason, Report } from '../../lib/evals/report.ts';
import { aGroup, aReport, aScore, gptOss20b, now } from '../fixtures/reports.ts';

/** What a state changes of a finished, open panel. */
export type State = Partial<Pick<PanelProps, 'report' | 'loading' | 'failure' | 'panelState'>>;

const gap = (reason: GapReason, message: Message, given: Partial<Gap> = {}): Gap => ({
  loader: 'eval-results',
  reason,
  message,
  ...given,
});

const nothing = (reason: GapReason, message: Message, given: Partial<Report> = {}): Report =>
  aReport({
    loaders: { 'eval-results': 'gap', 'main-files': 'gap', 'pull-requests': 'gap' },
    gaps: [gap(reason, message)],
    ...given,
  });

export const states: Record<string, State> = {
  full: { report: gptOss20b() },
  collapsed: { report: gptOss20b(), panelState: { collapsed: true, place: 'auto' } },
  empty: { report: aReport({ repo: 'meta-llama/Llama-3.2-3B-Instruct' }) },
  reading: { report: undefined, loading: true },
};

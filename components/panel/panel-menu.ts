import type { Say } from '../../lib/evals/say.ts';
import { reportCsv } from '../../lib/evals/view/report-csv.ts';
import { toReportJson } from '../../lib/evals/view/report-json.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { PanelProps } from './panel.tsx';

/** Whether the panel's model is pinned, and what can be done about it. */
export interface Pin {
  pinned: boolean;
  onPin: (pinned: boolean) => void;
  onCompare: () => void;
}

/** None until it is known whether the model is pinned. */
function pinItems(pin: Pin | undefined, say: Say): MenuItem[] {
  if (!pin) return [];
  return [
    { label: say(pin.pinned ? 'compareUnpin' : 'comparePin'), onChoose: () => pin.onPin(!pin.pinned) },
    { label: say('panelCompare'), onChoose: pin.onCompare },
  ];
}

/** What the panel's menu offers: files, its place, marks, pins, keys and options. */
export function menuOf(props: PanelProps, onKeys: () => void, say: Say): MenuItem[] {
  const { repo, report, panelState } = props;
  const name = `crosscheck-${repo.replaceAll('/', '-')}`;
  const exports: MenuItem[] = report
    ? [
        {
          label: say('panelExportJson'),
          onChoose: () =>
            props.onDownload({
              name: `${name}.json`,
              type: 'application/json',
              text: `${JSON.stringify(toReportJson(report, say), null, 2)}\n`,
            }),
        },
        {
          label: say('panelExportCsv'),
          onChoose: () =>
            props.onDownload({ name: `${name}.csv`, type: 'text/csv;charset=utf-8', text: reportCsv(report, say) }),
        },
      ]
    : [];
  const docked = panelState.place === 'edge';
  const marks = props.marks?.();
  return [
    ...exports,
    {
      label: say(docked ? 'panelUndock' : 'panelDock'),
      onChoose: () => props.onPanelState({ place: docked ? 'auto' : 'edge' }),
    },
    ...(marks && marks.count > 0
      ? [{ label: say(marks.shown ? 'marksMenuHide' : 'marksMenuShow'), onChoose: () => marks.setShown(!marks.shown) }]
      : []),
    ...pinItems(props.pin, say),
    { label: say('panelKeys'), onChoose: onKeys },
    { label: say('panelOptions'), onChoose: props.onOpenOptions },
  ];
}

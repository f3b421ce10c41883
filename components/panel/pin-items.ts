import type { Say } from '../../lib/evals/say.ts';
import type { MenuItem } from '../ui/menu.tsx';

/** Whether the panel's model is pinned, and what can be done about it. */
export interface Pin {
  pinned: boolean;
  onPin: (pinned: boolean) => void;
  onCompare: () => void;
}

/** The menu's items about pins; none until it is known whether the model is pinned. */
export function pinItems(pin: Pin | undefined, say: Say): MenuItem[] {
  if (!pin) return [];
  return [
    { label: say(pin.pinned ? 'compareUnpin' : 'comparePin'), onChoose: () => pin.onPin(!pin.pinned) },
    { label: say('panelCompare'), onChoose: pin.onCompare },
  ];
}

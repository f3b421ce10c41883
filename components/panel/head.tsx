import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { useSay } from '../ui/say.tsx';

interface HeadProps {
  titleId: string;
  bodyId: string;
  collapsed: boolean;
  /** What stands beside the title while the panel is collapsed. */
  summary: ReactNode;
  /** How old the report is, or what is going on. */
  status: ReactNode;
  busy: boolean;
  menu: () => MenuItem[];
  onToggle: () => void;
  onRefresh: () => void;
}

/** The one line that always stands. */
export function Head(props: HeadProps) {
  const say = useSay();
  const { collapsed } = props;
  return (
    <header className="cc-head">
      <h2 id={props.titleId}>
        <button
          type="button"
          className="cc-title"
          data-panel-title=""
          aria-expanded={!collapsed}
          aria-controls={collapsed ? undefined : props.bodyId}
          onClick={props.onToggle}
        >
          <Icon name="chevron" />
          {say('panelTitle')}
        </button>
      </h2>
      {collapsed && <div className="cc-head-summary">{props.summary}</div>}
      <div className="cc-status cc-meta">
        <bdi>{props.status}</bdi>
      </div>
      <IconButton
        icon="refresh"
        label={say('panelRefresh')}
        aria-disabled={props.busy}
        onClick={() => !props.busy && props.onRefresh()}
      />
      <Menu label={say('panelMenu')} items={props.menu} />
    </header>
  );
}

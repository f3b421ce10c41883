import { type ReactNode, useId, useState } from 'react';
import type { Gap, LoaderState } from '../../lib/evals/report.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { loaderWords } from './loader-words.ts';

interface GapsProps {
  gaps: readonly Gap[];
  loaders: Record<LoaderName, LoaderState>;
  /** Open pull requests that nobody looked into. */
  unread: number;
  busy: boolean;
  onRetry: () => void;
  onReadEveryPullRequest: () => void;
  onOpenOptions: () => void;
}

/** What the report does not know, each with its own words and what can be done about it. */
export function Gaps({ gaps, loaders, unread, busy, onRetry, onReadEveryPullRequest, onOpenOptions }: GapsProps) {
  const say = useSay();
  const id = useId();
  const off = (Object.keys(loaders) as LoaderName[]).filter((name) => loaders[name] === 'off');
  if (gaps.length + unread + off.length === 0) return null;
  return (
    <section className="cc-section" aria-labelledby={id} data-gaps="" tabIndex={-1}>
      <h3 id={id}>{say('panelGapsTitle')}</h3>
      <ul className="cc-gaps">
        {gaps.map((gap) => (
          <GapItem key={`${gap.loader}${gap.reason}${gap.pullRequest}${gap.path}`} detail={gap.detail}>
            <span>{say(gap.message)}</span>{' '}
            <Button disabled={busy} onClick={onRetry}>
              {say('panelRetry')}
            </Button>
          </GapItem>
        ))}
        {unread > 0 && (
          <GapItem>
            <span>{say('panelUnread', unread)}</span>{' '}
            <Button disabled={busy} onClick={onReadEveryPullRequest}>
              {say(busy ? 'panelLookingIntoThem' : 'panelLookIntoThem')}
            </Button>
          </GapItem>
        )}
        {off.length > 0 && (
          <GapItem>
            <span>{say('panelLoaderOff', off.map((name) => say(loaderWords[name])).join(', '))}</span>{' '}
            <Button onClick={onOpenOptions}>{say('panelOptions')}</Button>
          </GapItem>
        )}
      </ul>
    </section>
  );
}

function GapItem({ detail, children }: { detail?: string | undefined; children: ReactNode }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span className="cc-mark cc-meta">
        <Icon name="gap" />
      </span>
      <div>
        {children}
        {detail && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('panelDetails')}
          </Button>
        )}
        {detail && open && (
          <pre className="cc-quote">
            <Foreign text={detail} />
          </pre>
        )}
      </div>
    </li>
  );
}

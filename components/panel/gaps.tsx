import { type ReactNode, useId, useState } from 'react';
import type { Report } from '../../lib/evals/report.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { Button } from '../ui/button.tsx';
import { formatList } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';
import { type GapLine, gapLines } from './gap-lines.ts';
import { loaderWords } from './loader-words.ts';

interface GapsProps {
  report: Report;
  busy: boolean;
  now: number;
  onRetry: () => void;
  onReadEveryPullRequest: () => void;
  onOpenOptions: () => void;
}

/** What the report does not know, each with its own words and what can be done about it. */
export function Gaps({ report, busy, now, onRetry, onReadEveryPullRequest, onOpenOptions }: GapsProps) {
  const say = useSay();
  const id = useId();
  const { gaps, loaders, pullRequests, unlistedPullRequests = 0 } = report;
  const names = Object.keys(loaders) as LoaderName[];
  const off = names.filter((name) => loaders[name] === 'off');
  const unread = pullRequests.filter(({ looked }) => looked === 'unread').length + unlistedPullRequests;
  if (gaps.length + unread + off.length === 0) return null;
  return (
    <section className="cc-section" aria-labelledby={id} data-gaps="" tabIndex={-1}>
      <h3 id={id}>{say('panelGapsTitle')}</h3>
      <ul className="cc-gaps">
        {gapLines(gaps, names.length - off.length, say).map((line) => (
          <Line key={line.reason} details={line.details}>
            <Foreign text={sentence(line)} />{' '}
            <Button disabled={busy || (line.retryAt ?? 0) > now} onClick={onRetry}>
              {say('panelRetry')}
            </Button>
          </Line>
        ))}
        {unread > 0 && (
          <Line>
            {say('panelUnread', unread)}{' '}
            <Button disabled={busy} onClick={onReadEveryPullRequest}>
              {say(busy ? 'panelLookingIntoThem' : 'panelLookIntoThem')}
            </Button>
          </Line>
        )}
        {off.length > 0 && (
          <Line>
            {say(
              'panelLoaderOff',
              formatList(
                say.locale,
                off.map((name) => say(loaderWords[name])),
              ),
            )}{' '}
            <Button onClick={onOpenOptions}>{say('panelOptions')}</Button>
          </Line>
        )}
      </ul>
    </section>
  );

  function sentence({ places, reason }: GapLine): string {
    return places.length === 0 ? reason : say('panelGapOf', formatList(say.locale, places), reason);
  }
}

function Line({ details = [], children }: { details?: readonly string[]; children: ReactNode }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span className="cc-mark cc-meta">
        <Icon name="gap" />
      </span>
      <div>
        {children}
        {details.length > 0 && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('panelDetails')}
          </Button>
        )}
        {open && (
          <pre className="cc-quote">
            <Foreign text={details.join('\n')} />
          </pre>
        )}
      </div>
    </li>
  );
}

import type { Gap, LoaderState, Report } from '../../lib/evals/report.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { loaderWords } from '../panel/loader-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';

interface GapsProps {
  report: Report;
  /** Epoch ms; a wait that the Hub asked for is over from then on. */
  now: number;
  reading: boolean;
  onRetry(): void;
}

/** What the report does not know: each reason once, with the places that it keeps closed. */
export function Gaps({ report, now, reading, onRetry }: GapsProps) {
  const say = useSay();
  const { gaps, loaders, pullRequests } = report;
  const unread = pullRequests.filter(({ looked }) => looked === 'unread').length;
  const off = namesWhere(loaders, (state) => state === 'off');
  if (gaps.length === 0 && unread === 0 && off.length === 0) return null;
  const places = new Intl.ListFormat(say.locale, { style: 'narrow', type: 'conjunction' });
  const listed = (names: LoaderName[]) => places.format(names.map((name) => say(loaderWords[name])));
  const running = namesWhere(loaders, (state) => state !== 'off').length;
  const waits = gaps.some(({ retryAt }) => retryAt !== undefined && retryAt > now);
  return (
    <section>
      <h2>{say('panelGapsTitle')}</h2>
      <ul className="cc-lines">
        {byReason(gaps, say).map(([sentence, names]) => (
          <Line key={sentence}>
            {/* A reason that holds for every place needs no list of them. */}
            {names.length >= running ? sentence : say('popupGap', listed(names), sentence)}
          </Line>
        ))}
        {unread > 0 && <Line>{say('panelUnread', unread)}</Line>}
        {off.length > 0 && <Line>{say('panelLoaderOff', listed(off))}</Line>}
      </ul>
      {gaps.length > 0 && (
        <Button outlined disabled={reading || waits} onClick={onRetry}>
          {say('panelRetry')}
        </Button>
      )}
    </section>
  );
}

function Line({ children }: { children: string }) {
  return (
    <li className="cc-sentence">
      <Icon name="gap" /> <span>{children}</span>
    </li>
  );
}

const namesWhere = (loaders: Report['loaders'], holds: (state: LoaderState) => boolean) =>
  (Object.keys(loaders) as LoaderName[]).filter((name) => holds(loaders[name]));

/** The loaders that each sentence speaks of; a loader that failed for several files counts once. */
function byReason(gaps: readonly Gap[], say: ReturnType<typeof useSay>): [string, LoaderName[]][] {
  const names = new Map<string, Set<LoaderName>>();
  for (const { loader, message } of gaps) {
    const sentence = say(message);
    names.set(sentence, (names.get(sentence) ?? new Set()).add(loader));
  }
  return [...names].map(([sentence, loaders]) => [sentence, [...loaders]]);
}

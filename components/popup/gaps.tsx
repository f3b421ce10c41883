import type { Report } from '../../lib/evals/report.ts';
import type { LoaderName } from '../../lib/evals/score.ts';
import { gapLines } from '../panel/gap-lines.ts';
import { loaderWords } from '../panel/loader-words.ts';
import { Button } from '../ui/button.tsx';
import { formatList } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

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
  const { gaps, loaders, pullRequests, unlistedPullRequests = 0 } = report;
  const names = Object.keys(loaders) as LoaderName[];
  const off = names.filter((name) => loaders[name] === 'off');
  const unread = pullRequests.filter(({ looked }) => looked === 'unread').length + unlistedPullRequests;
  if (gaps.length + unread + off.length === 0) return null;
  const lines = gapLines(gaps, names.length - off.length, say);
  const waits = lines.some(({ retryAt = 0 }) => retryAt > now);
  const closed = lines.map(({ places, reason }) =>
    places.length === 0 ? reason : say('panelGapOf', formatList(say.locale, places), reason),
  );
  if (unread > 0) closed.push(say('panelUnread', unread));
  if (off.length > 0) {
    closed.push(
      say(
        'panelLoaderOff',
        formatList(
          say.locale,
          off.map((name) => say(loaderWords[name])),
        ),
      ),
    );
  }
  return (
    <section>
      <h2>{say('panelGapsTitle')}</h2>
      <ul className="cc-lines">
        {closed.map((sentence) => (
          <li key={sentence} className="cc-sentence">
            <Icon name="gap" />{' '}
            <span>
              <Foreign text={sentence} />
            </span>
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <Button outlined disabled={reading || waits} onClick={onRetry}>
          {say('panelRetry')}
        </Button>
      )}
    </section>
  );
}

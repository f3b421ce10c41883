import type { CacheSize } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/button.tsx';
import { formatBytes } from '../ui/format-bytes.ts';
import { useSay } from '../ui/say.tsx';

/** How much is kept, what it is, and how to be rid of it. */
export function CacheSection({ cache, onClear }: { cache: CacheSize | undefined; onClear(): void }) {
  const say = useSay();
  return (
    <section>
      <h2>{say('optionsCacheTitle')}</h2>
      <p>
        {cache
          ? say('optionsCacheSize', cache.reports, formatBytes(say.locale, cache.bytes))
          : say('optionsCacheReading')}
      </p>
      <p className="cc-note">{say('optionsCacheNote')}</p>
      <Button outlined onClick={onClear}>
        {say('optionsCacheClear')}
      </Button>
    </section>
  );
}

import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { startBackground } from '../lib/background/start.ts';
import { gather } from '../lib/loaders/gather.ts';

export default defineBackground({
  // Manifest 2, the Firefox build: an event page, which sleeps as the service worker does.
  persistent: false,
  main() {
    // An extension's pages may not compile code at run time; without this zod would try once, and be reported.
    z.config({ jitless: true });
    startBackground({ gather, fetch: (...request) => fetch(...request), now: Date.now });
  },
});

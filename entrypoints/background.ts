import '../lib/background/no-eval.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../lib/background/start.ts';
import { gather } from '../lib/loaders/gather.ts';

export default defineBackground({
  // Manifest 2, the Firefox build: an event page, which sleeps as the service worker does.
  persistent: false,
  main: () => startBackground({ gather, fetch: (...request) => fetch(...request), now: Date.now }),
});

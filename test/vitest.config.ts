import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [await WxtVitest()],
  test: {
    include: [
      'lib/**/*.test.ts',
      'components/**/*.test.tsx',
      'components/**/*.test.ts',
      'test/{hub,structure,corpus,run}/**/*.test.ts',
    ],
    restoreMocks: true,
    // Some tests start a Hub or a process; a busy machine takes its time.
    testTimeout: 30_000,
  },
});

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from '../browser/launch.ts';

/** One bundle of the production build, in bytes, beside its budget. */
export interface BundleSize {
  name: string;
  file: string;
  raw: number;
  gzip: number;
  /** Gzip bytes that it may have. */
  budget: number;
}

/** The budgets; 1 kB is 1,000 bytes. They hold for what comes later too. */
const bundles = [
  { name: 'detector', file: 'content-scripts/hub.js', budget: 8_000 },
  { name: 'panel', file: 'content-scripts/panel.js', budget: 120_000 },
  { name: 'background', file: 'background.js', budget: 130_000 },
  { name: 'board', file: 'content-scripts/board.js', budget: 116_000 },
  { name: 'marks', file: 'content-scripts/marks.js', budget: 10_000 },
  { name: 'chips', file: 'content-scripts/chips.js', budget: 10_000 },
  { name: 'review', file: 'content-scripts/review.js', budget: 32_000 },
];

/** Sizes of the built bundles. Throws when nothing was built. */
export function bundleSizes(): BundleSize[] {
  return bundles.map(({ name, file, budget }) => {
    const path = join(builtExtension, file);
    return { name, file, budget, raw: statSync(path).size, gzip: gzipSync(readFileSync(path), { level: 9 }).length };
  });
}

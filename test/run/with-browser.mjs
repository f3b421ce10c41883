// Installs and builds what is missing, then runs one TypeScript file of ours under the pinned Node:
// `node test/run/with-browser.mjs test/bench/bench.ts [arguments]`.
import { ensureChromium, ensureGit, ensurePackages, run } from './setup.mjs';

const [file, ...rest] = process.argv.slice(2);
try {
  ensurePackages();
  ensureGit();
  const CHROMIUM_PATH = await ensureChromium();
  if (run('wxt', ['build']) !== 0) throw new Error('The build failed; see its output above.');
  process.exitCode = run('node', [file, ...rest], { CHROMIUM_PATH });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

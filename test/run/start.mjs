// `npm start`: the extension in a browser, on the local Hub or (--live) on huggingface.co.
import { ensureChromium, ensureGit, ensurePackages, run } from './setup.mjs';

try {
  ensurePackages();
  ensureGit();
  const chromium = await ensureChromium();
  if (run('wxt', ['build']) !== 0) throw new Error('The build failed; see its output above.');
  process.exitCode = run('node', ['test/run/open.ts', ...process.argv.slice(2)], { CHROMIUM_PATH: chromium });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

// `npm test`: everything that must hold, from a clean checkout. Ends with "N passed, N failed".
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureFirefox, ensureGit, ensurePackages, root, run } from './setup.mjs';

const results = join(root, 'test/results');
const totals = { passed: 0, failed: 0, skipped: 0 };
const read = (file) => (existsSync(join(results, file)) ? JSON.parse(readFileSync(join(results, file), 'utf8')) : null);

/** Runs one step; `count` reads the runner's own report, a step without one counts as a single check. */
function step(name, command, args, { env, count } = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  const code = run(command, args, env);
  const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(totals)) totals[key] += counted[key] ?? 0;
  process.stdout.write(
    `── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
  return code === 0;
}

const unitCount = () => {
  const report = read('unit.json');
  return report && { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
};
const e2eCount = () => {
  const stats = read('e2e.json')?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
};

try {
  ensurePackages();
  ensureGit();
  const CHROMIUM_PATH = await ensureChromium();
  const FIREFOX_PATH = ensureFirefox();
  rmSync(results, { recursive: true, force: true });

  step('types', 'npm', ['run', '--silent', 'types']);
  step('lint', 'npm', ['run', '--silent', 'lint']);
  const unitReport = ['--reporter=default', '--reporter=json', '--outputFile.json=test/results/unit.json'];
  step('unit tests', 'vitest', ['run', '--config', 'test/vitest.config.ts', ...unitReport], {
    count: unitCount,
    env: { CHROMIUM_PATH },
  });
  const built = [
    step('build for Chromium', 'wxt', ['build']),
    step('build for Firefox', 'wxt', ['build', '-b', 'firefox']),
  ];
  if (built.every(Boolean)) {
    step('end to end in Chromium', 'playwright', ['test', '-c', 'test/playwright.config.ts'], {
      count: e2eCount,
      env: { CHROMIUM_PATH },
    });
    if (FIREFOX_PATH) step('smoke in Firefox', 'node', ['test/e2e/firefox-smoke.ts'], { env: { FIREFOX_PATH } });
    else {
      process.stdout.write('\n── smoke in Firefox: skipped, no Firefox found (set FIREFOX_PATH)\n');
      totals.skipped += 1;
    }
    step('web-ext lint', 'node', ['test/run/web-ext-lint.ts']);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  totals.failed += 1;
}
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;

// Mozilla's linter over the Firefox build. The warnings of two libraries are known; anything else fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface LintMessage {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const { stdout } = spawnSync('web-ext', ['lint', '--source-dir', '.output/firefox-mv2', '--output', 'json'], {
  cwd: root,
  encoding: 'utf8',
});
const report: { errors: LintMessage[]; warnings: LintMessage[]; notices: LintMessage[] } = JSON.parse(stdout);
/**
 * React DOM assigns `innerHTML` for `dangerouslySetInnerHTML`, which the project's lint rules forbid to use; zod holds
 * one `new Function` for its compiled schemas, which `jitless` keeps it from calling.
 */
const isLibrarysOwn = ({ code, file }: LintMessage) =>
  code === 'UNSAFE_VAR_ASSIGNMENT' || (code === 'DANGEROUS_EVAL' && file === 'background.js');
const bad = [...report.errors, ...report.warnings.filter((warning) => !isLibrarysOwn(warning))];
for (const { code, message, file, line } of bad) console.log(`${file ?? 'manifest'}:${line ?? 0} ${code} ${message}`);
console.log(
  `web-ext lint: ${report.errors.length} errors, ${report.warnings.length} warnings (the libraries' own included)`,
);
process.exitCode = bad.length === 0 ? 0 : 1;

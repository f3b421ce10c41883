// Brings a machine that has only Node 20 to where everything runs: packages, git, Chromium, Firefox.
// Plain JavaScript without imports from node_modules, because it runs before they are there.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bins = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin')];
const say = (text) => process.stderr.write(`${text}\n`);

/** The environment for all that follows: the pinned Node 24 first in the path. */
export function projectEnv(extra = {}) {
  return { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter), ...extra };
}

/** Runs a command in the project with inherited output; returns its exit code. */
export function run(command, args, env = {}) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { cwd: root, env: projectEnv(env), stdio: 'inherit', shell });
  if (error) say(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

/** Installs the packages when there are none, or when the lock file is newer than they are. */
export function ensurePackages() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const fresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh && existsSync(join(root, 'node_modules/node/bin'))) return;
  say('Installing packages (npm ci) …');
  if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) throw new Error('npm ci failed; see its output above.');
}

const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const isRootOnDebian = () => process.getuid?.() === 0 && inPath('apt-get') !== undefined;

function aptInstall(name) {
  say(`${name} was not found. Installing Debian's package with apt-get …`);
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** git, which the local Hub keeps its repositories in. */
export function ensureGit() {
  if (inPath('git')) return;
  if (!isRootOnDebian()) throw new Error('git was not found. Install git and run this again.');
  aptInstall('git');
}

const chromiumNames = ['chromium', 'chromium-browser'];
const macChromium = '/Applications/Chromium.app/Contents/MacOS/Chromium';

/**
 * A Chromium that loads unpacked extensions: CHROMIUM_PATH, the system's, Playwright's own; else it is installed.
 * Google's own Chrome no longer takes `--load-extension`, so it is not looked for.
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
    return given;
  }
  const ofSystem = () => chromiumNames.map(inPath).find(Boolean) ?? (existsSync(macChromium) ? macChromium : undefined);
  const found = ofSystem();
  if (found) return found;
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (isRootOnDebian()) {
    aptInstall('chromium');
    const installed = ofSystem();
    if (installed) return installed;
  }
  say("Chromium was not found. Downloading Playwright's build (npx playwright install chromium) …");
  if (run('npx', ['playwright', 'install', 'chromium']) !== 0) {
    throw new Error('Chromium could not be installed. Install it and set CHROMIUM_PATH to its program.');
  }
  return chromium.executablePath();
}

/** A Firefox, or undefined where there is none and none can be installed: its smoke test is then skipped. */
export function ensureFirefox() {
  if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH;
  const find = () => ['firefox-esr', 'firefox'].map(inPath).find(Boolean);
  if (!find() && isRootOnDebian()) aptInstall('firefox-esr');
  return find();
}

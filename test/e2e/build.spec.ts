import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSizes } from '../bench/sizes.ts';
import { expect, test } from './harness.ts';

const output = fileURLToPath(new URL('../../.output', import.meta.url));
const manifest = (build: string) => JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8'));

for (const { name, gzip, budget } of bundleSizes()) {
  test(`the ${name} stays within ${budget} bytes gzip`, () => expect(gzip).toBeLessThanOrEqual(budget));
}

// What the extension may do is fixed: whoever widens it has to change this on purpose.
test('the manifest asks for storage, scripting and huggingface.co, and nothing more (Chromium)', () => {
  const { version, name, description, icons, action, background, ...rest } = manifest('chrome-mv3');
  expect(rest).toEqual({
    manifest_version: 3,
    default_locale: 'en',
    permissions: ['storage', 'scripting'],
    host_permissions: ['https://huggingface.co/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https://huggingface.co; base-uri 'none'; form-action 'none'",
    },
    options_ui: { open_in_tab: true, page: 'options.html' },
    commands: {
      'show-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandShowPanel__' },
    },
    content_scripts: [
      { matches: ['https://huggingface.co/*'], run_at: 'document_start', js: ['content-scripts/hub.js'] },
    ],
  });
  expect(background).toEqual({ service_worker: 'background.js' });
});

test('the manifest asks for the same in Firefox', () => {
  const { permissions, optional_permissions, web_accessible_resources, browser_specific_settings } =
    manifest('firefox-mv2');
  expect(permissions).toEqual(['storage', 'scripting', 'https://huggingface.co/*']);
  expect(optional_permissions).toBeUndefined();
  expect(web_accessible_resources).toBeUndefined();
  expect(browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
});

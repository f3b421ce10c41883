import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

// Requests go to huggingface.co and nowhere else, redirects included: the browser itself holds the background and our
// pages to it. While developing, WXT's own server has to be reached too.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https://huggingface.co',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  // The HTML parser of the card reader is told to leave character references alone (lib/card reads them itself), and
  // still brings a decoder with all of HTML's names: 19 kB that never run. Without the alias everything works the same.
  vite: () => ({
    resolve: { alias: { 'entities/decode': fileURLToPath(new URL('lib/card/no-entities.ts', import.meta.url)) } },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting'],
    host_permissions: ['https://huggingface.co/*'],
    ...(mode === 'production' && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      // S for scores; Chromium keeps Alt+Shift+C for itself and would leave the command without a key.
      'show-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandShowPanel__' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'crosscheck@crosscheck.invalid',
          // The first version that knows data_collection_permissions.
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});

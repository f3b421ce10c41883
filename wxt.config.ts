import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
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

const NOT_FOR_READING =
  /\/yaml\/browser\/dist\/(stringify\/|schema\/(yaml-1\.1|json)\/|visit\.js|parse\/cst-|doc\/(?!Document|directives)|nodes\/(addPair|toJS))/;

const YAML_CLASSES = /\/yaml\/browser\/dist\/(doc|nodes|schema)\/[A-Za-z]+\.js/;

/** Methods of the library's nodes, documents and directives that change, copy or write them. */
const NOT_CALLED = new Set(
  'addIn clone createAlias createNode createPair delete deleteIn from hasAllNullValues hasIn resolve set setIn tagString toJS toJSON toString'.split(
    ' ',
  ),
);

/**
 * The background only reads YAML: files are written by the composer, a page of its own. The library's classes bring
 * along what it does not need there, 11 kB gzip of the worker's start that never run: their writer, visitors, the rules
 * of YAML 1.1, and the making of nodes from data and of data from nodes (lib/evals/node-fields.ts has its own). Here each
 * function of these modules says so, should it be called after all, and classes have no methods for it;
 * test/structure/yaml-reader.test.ts reads with what is left.
 * @param entry the bundle that is left without them
 */
export function withoutYamlWriter(entry = /background\.ts/): Plugin {
  let isMeant = false;
  const absent = (name: string) =>
    `export function ${name}() { throw new Error('${name} of yaml is not in the background'); }`;
  return {
    name: 'without-yaml-writer',
    apply: 'build',
    configResolved({ build }) {
      const { lib, rollupOptions } = build;
      isMeant = entry.test(JSON.stringify([lib ? lib.entry : undefined, rollupOptions.input]));
    },
    load(id) {
      if (!isMeant || !NOT_FOR_READING.test(id)) return undefined;
      const exported = readFileSync(id, 'utf8').matchAll(/^export \{([^}]*)\}/gm);
      const names = [...exported].flatMap(([, list = '']) => list.split(','));
      return names
        .map(
          (name) =>
            name
              .trim()
              .split(/\s+as\s+/)
              .at(-1) ?? '',
        )
        .filter(Boolean)
        .map(absent)
        .join('\n');
    },
    transform(code, id) {
      if (!isMeant || NOT_FOR_READING.test(id) || !YAML_CLASSES.test(id)) return undefined;
      const classes = this.parse(code).body.flatMap((node) => (node.type === 'ClassDeclaration' ? [node] : []));
      const methods = classes
        .flatMap(({ body }) => body.body)
        .flatMap((member) => (member.type === 'MethodDefinition' ? [member] : []))
        .filter(({ key }) => key.type === 'Identifier' && NOT_CALLED.has(key.name));
      let rest = code;
      for (const { start, end } of methods.toReversed()) rest = rest.slice(0, start) + rest.slice(end);
      return { code: rest, map: null };
    },
  };
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  // The HTML parser of the card reader is told to leave character references alone (lib/card reads them itself), and
  // still brings a decoder with all of HTML's names: 19 kB that never run. Without the alias everything works the same.
  vite: () => ({
    plugins: [withoutYamlWriter()],
    resolve: { alias: { 'entities/decode': fileURLToPath(new URL('lib/card/no-entities.ts', import.meta.url)) } },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // Signing in opens a window of the browser's own; a build without a client id of the Hub cannot, and does not ask.
    permissions: ['storage', 'scripting', ...(process.env.WXT_OAUTH_CLIENT_ID ? ['identity'] : [])],
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

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { type OptionsBrowser, OptionsWithData } from '../../components/options/options-data.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { SayProvider } from '../../components/ui/say.tsx';
import { browserSay } from '../../lib/evals/say.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/page.css';
import '../../components/options/options.css';

const ports: OptionsBrowser = {
  version: browser.runtime.getManifest().version,
  async readShortcut() {
    const command = (await browser.commands?.getAll())?.find(({ name }) => name === 'show-panel');
    if (!command) return null;
    const keys = command.shortcut ?? '';
    return import.meta.env.FIREFOX
      ? { keys, address: 'about:addons', browser: 'firefox' }
      : { keys, address: 'chrome://extensions/shortcuts', browser: 'chromium' };
  },
  saveFile: (name, text) => saveFile({ name, text, type: 'application/json' }),
  copy: (text) => navigator.clipboard.writeText(text),
};

const say = browserSay((key, texts) => browser.i18n.getMessage(key as never, texts), browser.i18n.getUILanguage());
document.documentElement.lang = say.locale;
document.title = say('optionsTitle');

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <SayProvider say={say}>
      <OptionsWithData ports={ports} />
    </SayProvider>
  </QueryClientProvider>,
);

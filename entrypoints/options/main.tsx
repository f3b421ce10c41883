import { browser } from 'wxt/browser';
import { type OptionsBrowser, OptionsWithData } from '../../components/options/options-data.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { mountPage, pageLanguage } from './mount-page.tsx';
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

const say = pageLanguage();
document.title = say('optionsTitle');
mountPage(<OptionsWithData ports={ports} />, say);

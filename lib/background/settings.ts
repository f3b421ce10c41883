import type { Settings } from '../messaging/protocol.ts';
import { DEFAULTS, type Preferences, type PreferencesStore } from '../store/preferences.ts';
import { readSettingsFile, writeSettingsFile } from '../store/settings-file.ts';
import type { Handlers } from './receive.ts';

type SettingsHandlers = Pick<
  Handlers,
  'readSettings' | 'writeSettings' | 'resetSettings' | 'exportSettings' | 'importSettings'
>;

const settingsOf = ({ off, place, thresholds, hidden }: Preferences): Settings => ({
  off,
  place,
  thresholds,
  hidden,
});

/** The options page's side of the preferences; `onChange` is told what holds after each change. */
export function createSettings(preferences: PreferencesStore, onChange: (now: Preferences) => void): SettingsHandlers {
  const write = async (change: Partial<Preferences>) => {
    const now = await preferences.write(change);
    onChange(now);
    return settingsOf(now);
  };
  return {
    readSettings: async () => settingsOf(await preferences.read()),
    writeSettings: write,
    resetSettings: () => write(DEFAULTS),
    exportSettings: async () => writeSettingsFile(await preferences.read()),
    async importSettings(text) {
      const read = readSettingsFile(text);
      if ('errors' in read) return { settings: settingsOf(await preferences.read()), errors: read.errors };
      return { settings: await write(read.settings), errors: [] };
    },
  };
}

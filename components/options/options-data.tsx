import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountQuery } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import type { PanelState, Settings } from '../../lib/messaging/protocol.ts';
import { cacheSizeQuery, panelStateQuery, settingsQuery } from '../../lib/messaging/queries.ts';
import { formatBytes } from '../ui/format-bytes.ts';
import { useSay } from '../ui/say.tsx';
import { Options } from './options.tsx';
import type { Choices, Said, Shortcut } from './options-state.ts';

/** What the page needs of the browser; `entrypoints/options` brings it. */
export interface OptionsBrowser {
  version: string;
  readShortcut(): Promise<Shortcut | null>;
  /** Offers the text as a file. */
  saveFile(name: string, text: string): void;
  copy(text: string): Promise<void>;
}

const fileName = 'crosscheck-settings.json';
/** A settings file has a few hundred bytes; what is larger is something else and is not read into memory. */
const mostBytes = 100_000;

const settingsIn = ({ collapsed: _, ...settings }: Partial<Choices>): Partial<Settings> => settings;
const panelStateIn = ({ collapsed }: Partial<Choices>): Partial<PanelState> =>
  collapsed === undefined ? {} : { collapsed };

/** The options page with its data. */
export function OptionsWithData({ ports }: { ports: OptionsBrowser }) {
  const say = useSay();
  const queryClient = useQueryClient();
  const settings = useQuery(settingsQuery());
  const panel = useQuery(panelStateQuery());
  const cache = useQuery(cacheSizeQuery());
  const account = useQuery(accountQuery());
  const shortcut = useQuery({ queryKey: ['shortcut'], queryFn: ports.readShortcut, networkMode: 'always' });
  const [said, setSaid] = useState<Said>();
  /** Chosen, and not yet kept. */
  const [ahead, setAhead] = useState<Partial<Choices>>({});
  const [before, setBefore] = useState<Choices>();

  if (settings.isError || panel.isError) return <p role="alert">{say('optionsNotRead')}</p>;
  if (!settings.data || !panel.data) return <p role="status">{say('popupReading')}</p>;
  const choices: Choices = { ...settings.data, collapsed: panel.data.collapsed, ...ahead };

  /** Does it, reads again what holds now, and says it; a failure is said too. */
  const act = async (work: () => Promise<Said>) => {
    const outcome = await work().catch((): Said => ({ message: { key: 'optionsNotSaved' }, undo: false }));
    await queryClient.invalidateQueries();
    setSaid(outcome);
  };
  const write = async (change: Partial<Choices>) => {
    const [settings, panelState] = [settingsIn(change), panelStateIn(change)];
    if (Object.keys(settings).length > 0) await sendMessage('writeSettings', settings);
    if (Object.keys(panelState).length > 0) await sendMessage('writePanelState', panelState);
  };

  return (
    <Options
      choices={choices}
      account={account.isError ? undefined : account.data}
      cache={cache.data}
      shortcut={shortcut.data ?? undefined}
      version={ports.version}
      said={said}
      onChange={(change, message) => {
        // A box that is ticked only after the background has answered feels broken.
        const chosen = { ...ahead, ...change };
        setAhead(chosen);
        return act(async () => {
          await write(change);
          return { message, undo: false };
        }).finally(() => setAhead((now) => (now === chosen ? {} : now)));
      }}
      onReset={() =>
        act(async () => {
          await sendMessage('resetSettings', undefined);
          setBefore(choices);
          return { message: { key: 'optionsResetDone' }, undo: true };
        })
      }
      onUndo={() =>
        act(async () => {
          if (before) await write(before);
          return { message: { key: 'optionsUndone' }, undo: false };
        })
      }
      onExport={() =>
        act(async () => {
          ports.saveFile(fileName, await sendMessage('exportSettings', undefined));
          return { message: { key: 'optionsExported', args: [fileName] }, undo: false };
        })
      }
      onImport={(file) =>
        act(async () => {
          const failed = { message: { key: 'optionsImportFailed', args: [file.name] }, undo: false } as const;
          if (file.size > mostBytes) {
            const most = formatBytes(say.locale, mostBytes);
            return { ...failed, errors: [{ key: 'optionsImportTooLarge', args: [most] }] };
          }
          const text = await file.text().catch(() => undefined);
          if (text === undefined) return { ...failed, errors: [{ key: 'optionsImportUnread' }] };
          const { errors } = await sendMessage('importSettings', text);
          if (errors.length > 0) return { ...failed, errors };
          setBefore(choices);
          return { message: { key: 'optionsImported', args: [file.name] }, undo: true };
        })
      }
      onSignOut={() =>
        act(async () => {
          await sendMessage('signOut', undefined);
          return { message: { key: 'optionsSignedOut' }, undo: false };
        })
      }
      onClearCache={() =>
        act(async () => {
          await sendMessage('clearCache', undefined);
          return { message: { key: 'optionsCacheCleared' }, undo: false };
        })
      }
      onCopy={(text) =>
        ports.copy(text).then(
          () => setSaid({ message: { key: 'panelCopied' }, undo: false }),
          () => setSaid({ message: { key: 'optionsNotCopied' }, undo: false }),
        )
      }
    />
  );
}

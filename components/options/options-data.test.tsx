// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultThresholds } from '../../lib/evals/checks/thresholds.ts';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import type { PanelState, Settings } from '../../lib/messaging/protocol.ts';
import { Refused } from '../../lib/messaging/refused.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { SayProvider } from '../ui/say.tsx';
import { OptionsWithData } from './options-data.tsx';

vi.mock('../../lib/messaging/messenger.ts', () => ({ sendMessage: vi.fn(), onMessage: vi.fn() }));

const answers = vi.mocked(sendMessage) as unknown as ReturnType<typeof vi.fn>;

const thresholds = { ...defaultThresholds, noticeP: 0.01 };

/** A background that keeps what it is told, and answers a message otherwise where a test says so. */
let kept: Settings & PanelState;
let background: Record<string, (data: unknown) => unknown>;

beforeEach(() => {
  kept = { off: ['pull-requests'], place: 'auto', collapsed: true, thresholds, hidden: [] };
  const write = (change: unknown) => {
    kept = { ...kept, ...(change as Partial<typeof kept>) };
    return kept;
  };
  background = {
    readSettings: () => ({ off: kept.off, place: kept.place, thresholds: kept.thresholds, hidden: kept.hidden }),
    readPanelState: () => ({ collapsed: kept.collapsed, place: kept.place }),
    writeSettings: write,
    writePanelState: write,
    resetSettings: () => write({ off: [], place: 'auto', collapsed: false, thresholds: defaultThresholds, hidden: [] }),
    cacheSize: () => ({ reports: 2, bytes: 3_000 }),
  };
  answers.mockImplementation(async (type: string, data: unknown) => background[type]?.(data));
});
afterEach(cleanup);

function show() {
  const ports = {
    version: '1.2.3',
    readShortcut: async () => ({ keys: '', address: 'about:addons', browser: 'firefox' }) as const,
    saveFile: vi.fn(),
    copy: vi.fn(async () => {}),
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SayProvider say={createSay(catalogueLookup(en), 'en')}>
        <OptionsWithData ports={ports} />
      </SayProvider>
    </QueryClientProvider>,
  );
  return ports;
}

const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });
const says = (text: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(text));

describe('the options with their data', () => {
  it('shows a choice at once, keeps it, and then says so', async () => {
    show();
    const files = await box('Files on main');
    fireEvent.click(files);
    expect(files.checked).toBe(false);
    await says('Saved: “Files on main” is off.');
    expect(kept.off).toEqual(['pull-requests', 'main-files']);
  });

  it('takes a choice back that could not be kept, and says so', async () => {
    show();
    const files = await box('Files on main');
    background.writeSettings = () => Promise.reject(new Error('gone'));
    fireEvent.click(files);
    await says(en.optionsNotSaved.message);
    await waitFor(() => expect(files.checked).toBe(true));
  });

  it('undo brings back everything that a reset took, the fold included', async () => {
    show();
    await box('Start the panel as one line');
    fireEvent.click(screen.getByRole('button', { name: 'Reset settings' }));
    fireEvent.click(screen.getByRole('button', { name: 'Reset now' }));
    await says('Settings are reset.');
    expect(kept).toEqual({ off: [], place: 'auto', collapsed: false, thresholds: defaultThresholds, hidden: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await says('Settings are back as they were.');
    expect(kept).toEqual({ off: ['pull-requests'], place: 'auto', collapsed: true, thresholds, hidden: [] });
  });

  it('offers the exported text as a file', async () => {
    background.exportSettings = () => '{"kind":"crosscheck-settings"}';
    const ports = show();
    await box('Files on main');
    fireEvent.click(screen.getByRole('button', { name: 'Export settings' }));
    await says('Settings are exported to crosscheck-settings.json.');
    expect(ports.saveFile).toHaveBeenCalledWith('crosscheck-settings.json', '{"kind":"crosscheck-settings"}');
  });

  it('never reads a file into memory that is far too large for settings', async () => {
    show();
    await box('Files on main');
    const file = new File([' '.repeat(100_001)], 'large.json');
    const read = vi.spyOn(file, 'text');
    fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [file] } });
    await says('large.json was not imported. The settings stay as they are.');
    expect(read).not.toHaveBeenCalled();
    expect(answers).not.toHaveBeenCalledWith('importSettings', expect.anything());
  });

  it('says that copying was not allowed, and what to do', async () => {
    const ports = show();
    ports.copy.mockRejectedValue(new Error('NotAllowedError'));
    fireEvent.click(await screen.findByRole('button', { name: 'Copy address' }));
    await says(en.optionsNotCopied.message);
  });

  it('says so when the settings cannot be read at all', async () => {
    background.readSettings = () => Promise.reject(new Refused('no'));
    show();
    expect((await screen.findByRole('alert')).textContent).toBe(en.optionsNotRead.message);
  });
});

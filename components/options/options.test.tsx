// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultThresholds } from '../../lib/evals/checks/thresholds.ts';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { SayProvider } from '../ui/say.tsx';
import { Options } from './options.tsx';
import type { OptionsProps } from './options-state.ts';

afterEach(cleanup);

const say = createSay(catalogueLookup(en), 'en');

function show(given: Partial<OptionsProps> = {}) {
  const events = {
    onChange: vi.fn(),
    onReset: vi.fn(),
    onUndo: vi.fn(),
    onExport: vi.fn(),
    onImport: vi.fn(),
    onClearCache: vi.fn(),
    onCopy: vi.fn(),
    onSignOut: vi.fn(),
  };
  const props: OptionsProps = {
    choices: { off: ['pull-requests'], place: 'auto', collapsed: false, thresholds: defaultThresholds, hidden: [] },
    account: null,
    cache: { reports: 42, bytes: 1_234_567 },
    shortcut: { keys: 'Alt+Shift+S', address: 'chrome://extensions/shortcuts', browser: 'chromium' },
    version: '1.2.3',
    said: undefined,
    ...events,
    ...given,
  };
  const { rerender } = render(
    <SayProvider say={say}>
      <Options {...props} />
    </SayProvider>,
  );
  const update = (next: Partial<OptionsProps>) =>
    rerender(
      <SayProvider say={say}>
        <Options {...props} {...next} />
      </SayProvider>,
    );
  return { ...events, update };
}

const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const button = (name: string) => screen.getByRole('button', { name });

describe('where scores are read', () => {
  it('shows what runs, each with what it costs and gives', () => {
    show();
    expect(checkbox('Files on main').checked).toBe(true);
    expect(checkbox('Open pull requests').checked).toBe(false);
    const described = checkbox('Open pull requests').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('at most 30');
    expect(screen.getByRole('group', { name: 'Where scores are read' })).toBeTruthy();
  });

  it('turns one off without touching the others, and one on again', () => {
    const { onChange } = show();
    fireEvent.click(checkbox('Files on main'));
    expect(onChange).toHaveBeenLastCalledWith(
      { off: ['pull-requests', 'main-files'] },
      { key: 'optionsSavedOff', args: ['Files on main'] },
    );
    fireEvent.click(checkbox('Open pull requests'));
    expect(onChange).toHaveBeenLastCalledWith({ off: [] }, { key: 'optionsSavedOn', args: ['Open pull requests'] });
  });
});

describe('the panel', () => {
  it('stands in the page or at the edge', () => {
    const { onChange } = show();
    expect(radio('In the page, beside the Hub’s own results').checked).toBe(true);
    fireEvent.click(radio('Docked at the window’s edge'));
    expect(onChange).toHaveBeenLastCalledWith({ place: 'edge' }, expect.anything());
  });

  it('starts folded or not', () => {
    const { onChange } = show();
    fireEvent.click(checkbox('Start the panel as one line'));
    expect(onChange).toHaveBeenLastCalledWith(
      { collapsed: true },
      { key: 'optionsSavedOn', args: ['Start the panel as one line'] },
    );
  });
});

describe('the shortcut', () => {
  it('shows the keys, and where they are changed as text to copy', () => {
    const { onCopy } = show();
    expect(screen.getByText('Alt+Shift+S').tagName).toBe('KBD');
    fireEvent.click(button('Copy address'));
    expect(onCopy).toHaveBeenCalledWith('chrome://extensions/shortcuts');
  });

  it('tells Firefox’s way in Firefox', () => {
    show({ shortcut: { keys: '', address: 'about:addons', browser: 'firefox' } });
    expect(screen.getByText('about:addons')).toBeTruthy();
    expect(screen.getByText(/Manage Extension Shortcuts/)).toBeTruthy();
    expect(screen.getByText(/none set/)).toBeTruthy();
  });

  it('says nothing of shortcuts where the browser has none', () => {
    show({ shortcut: undefined });
    expect(screen.queryByRole('heading', { name: 'Keyboard shortcut' })).toBeNull();
  });
});

describe('what is kept', () => {
  it('says how much it is, and clears it', () => {
    const { onClearCache } = show();
    expect(screen.getByText('42 reports, 1.2 MB')).toBeTruthy();
    fireEvent.click(button('Clear kept reports'));
    expect(onClearCache).toHaveBeenCalledOnce();
  });
});

describe('reset', () => {
  it('asks first, and can be left with nothing changed', () => {
    const { onReset } = show();
    const first = button('Reset settings');
    fireEvent.click(first);
    expect(onReset).not.toHaveBeenCalled();
    fireEvent.click(button('Keep settings'));
    expect(screen.queryByRole('button', { name: 'Reset now' })).toBeNull();
    expect(document.activeElement).toBe(first);
    fireEvent.click(first);
    fireEvent.keyDown(button('Reset now'), { key: 'Escape' });
    expect(screen.queryByRole('button', { name: 'Reset now' })).toBeNull();
    expect(onReset).not.toHaveBeenCalled();
  });

  it('resets after the second click, and offers the way back', () => {
    const { onReset, onUndo, update } = show();
    fireEvent.click(button('Reset settings'));
    fireEvent.click(button('Reset now'));
    expect(onReset).toHaveBeenCalledOnce();
    update({ said: { message: { key: 'optionsResetDone' }, undo: true } });
    expect(screen.getByRole('status').textContent).toBe('Settings are reset.');
    fireEvent.click(button('Undo'));
    expect(onUndo).toHaveBeenCalledOnce();
  });
});

describe('settings as a file', () => {
  const chooser = () => document.querySelector<HTMLInputElement>('input[type=file]')!;

  it('exports, and imports the chosen file', () => {
    const { onExport, onImport } = show();
    fireEvent.click(button('Export settings'));
    expect(onExport).toHaveBeenCalledOnce();
    const file = new File(['{}'], 'mine.json', { type: 'application/json' });
    fireEvent.change(chooser(), { target: { files: [file] } });
    expect(onImport).toHaveBeenCalledWith(file);
  });

  it('the button opens the browser’s file chooser', () => {
    show();
    const opened = vi.spyOn(chooser(), 'click');
    fireEvent.click(button('Import settings'));
    expect(opened).toHaveBeenCalledOnce();
  });

  it('says every error of a bad file, and that nothing changed', () => {
    const errors = [{ key: 'settingsFileField', args: ['place', 'auto | edge'] } as const];
    show({ said: { message: { key: 'optionsImportFailed', args: ['mine.json'] }, undo: false, errors } });
    expect(screen.getByRole('alert').textContent).toContain('“place”');
    expect(screen.getByRole('status').textContent).toContain('The settings stay as they are.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

it('tells of privacy in six lines, and its version', () => {
  show();
  const privacy = screen.getByRole('heading', { name: 'Privacy' }).parentElement!;
  expect(within(privacy).getAllByRole('listitem')).toHaveLength(6);
  expect(screen.getByText('Version 1.2.3')).toBeTruthy();
});

it('hides the marks in the card, and shows them again, beside what else is hidden', () => {
  const choices = { off: [], place: 'auto' as const, collapsed: false, thresholds: defaultThresholds };
  const { onChange, update } = show({ choices: { ...choices, hidden: ['chips'] } });
  const marks = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Marks in the model card' });
  expect(marks().checked).toBe(true);
  fireEvent.click(marks());
  expect(onChange.mock.lastCall?.[0]).toEqual({ hidden: ['chips', 'marks'] });
  update({ choices: { ...choices, hidden: ['chips', 'marks'] } });
  expect(marks().checked).toBe(false);
  fireEvent.click(marks());
  expect(onChange.mock.lastCall?.[0]).toEqual({ hidden: ['chips'] });
});

describe('when a gap is worth a word', () => {
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
  const choices = { off: [], place: 'auto' as const, collapsed: false, thresholds: defaultThresholds, hidden: [] };

  it('begins with the defaults, and says which they are', () => {
    show();
    const { noticeP, warningP, harnessPoints, fixedPoints } = defaultThresholds;
    for (const [name, value] of [
      ['Notice when p is below', noticeP],
      ['Warning when p is below', warningP],
      ['Gap that another harness usually explains, in points', harnessPoints],
      ['Notice above, in points', fixedPoints],
    ] as const) {
      const input = field(name);
      expect(input.value, name).toBe(String(value));
      const note = document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;
      expect(note, name).toMatch(new RegExp(`^${value} to begin with`));
    }
    expect(field('Notice above, in points').disabled).toBe(true);
  });

  it('takes the fixed rule to compare with', () => {
    const { onChange, update } = show({ choices });
    fireEvent.click(radio('By a fixed number of points, to compare with'));
    expect(onChange.mock.lastCall?.[0]).toEqual({ thresholds: { ...defaultThresholds, rule: 'points' } });
    update({ choices: { ...choices, thresholds: { ...defaultThresholds, rule: 'points' } } });
    expect(field('Notice above, in points').disabled).toBe(false);
    expect(field('Notice when p is below').disabled).toBe(true);
  });

  it('keeps a number when the field is left or Enter pressed, with a comma or a point', () => {
    const { onChange } = show({ choices });
    const input = field('Notice when p is below');
    fireEvent.change(input, { target: { value: '0,01' } });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.blur(input);
    expect(onChange).toHaveBeenLastCalledWith(
      { thresholds: { ...defaultThresholds, noticeP: 0.01 } },
      { key: 'optionsSavedNumber', args: ['Notice when p is below', '0.01'] },
    );
    fireEvent.change(input, { target: { value: '0.02' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it.each(['', '0', '0.6', '-1', 'five', 'NaN'])('does not keep %j, and says what is needed', (text) => {
    const { onChange } = show({ choices });
    const input = field('Notice when p is below');
    fireEvent.change(input, { target: { value: text } });
    fireEvent.blur(input);
    expect(onChange).not.toHaveBeenCalled();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByRole('alert').some((alert) => alert.textContent?.includes('is needed'))).toBe(true);
  });
});

describe('the account', () => {
  it('is named with the way out of it; without one it says when it is asked for', () => {
    const { onSignOut, update } = show();
    expect(screen.getByText(/asked for when you open the first pull request/)).toBeTruthy();
    update({ account: { name: 'mira', method: 'token', canOpen: true } });
    expect(screen.getByText('mira (token)')).toBeTruthy();
    fireEvent.click(button('Sign out'));
    expect(onSignOut).toHaveBeenCalledOnce();
  });
});

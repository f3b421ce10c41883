// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogueLookup, createSay } from '../../lib/evals/say.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import { gptOss20b } from '../../test/fixtures/reports.ts';
import { SayProvider } from '../ui/say.tsx';
import { type PopupBrowser, PopupWithData } from './popup-data.tsx';

// A busy machine takes its time to find a button by its role.
configure({ asyncUtilTimeout: 5_000 });
vi.mock('../../lib/messaging/messenger.ts', () => ({ sendMessage: vi.fn(), onMessage: vi.fn() }));

const page = { kind: 'model', repo: 'openai/gpt-oss-20b', tab: 'card' } as const;
const answers = vi.mocked(sendMessage) as unknown as ReturnType<typeof vi.fn>;

/** The background's answers, by message; what a test does not name is never answered. */
let background: Record<string, (data: unknown) => unknown>;

beforeEach(() => {
  background = { readTab: () => ({ page, report: gptOss20b() }), readReport: () => gptOss20b() };
  answers.mockImplementation(async (type: string, data: unknown) => {
    const answer = background[type];
    return answer ? answer(data) : new Promise(() => {});
  });
});
afterEach(cleanup);

function show(given: Partial<PopupBrowser> = {}) {
  const ports: PopupBrowser = {
    readTab: async () => ({ id: 7, page }),
    hasAccess: async () => true,
    requestAccess: vi.fn(async () => true),
    showPanel: vi.fn(async () => true),
    openCard: vi.fn(async () => {}),
    reload: vi.fn(async () => {}),
    openOptions: vi.fn(async () => {}),
    openComposer: vi.fn(async () => {}),
    composer: { copy: async () => true, canSignIn: false, version: '0.1.0' },
    close: vi.fn(),
    ...given,
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SayProvider say={createSay(catalogueLookup(en), 'en')}>
        <PopupWithData ports={ports} />
      </SayProvider>
    </QueryClientProvider>,
  );
  return ports;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the popup with its data', () => {
  it('opens the panel and goes', async () => {
    const ports = show();
    await press('Open panel');
    await waitFor(() => expect(ports.close).toHaveBeenCalled());
    expect(ports.showPanel).toHaveBeenCalledWith(7);
  });

  it('stays when there is no panel, and opens the card of the model instead', async () => {
    const ports = show({ showPanel: async () => false });
    await press('Open panel');
    await press('Open model card');
    await waitFor(() => expect(ports.openCard).toHaveBeenCalledWith(7, 'openai/gpt-oss-20b'));
  });

  it('asks the Hub again for the tab’s model, not for what is kept', async () => {
    show();
    await screen.findByText(/20 scores/);
    answers.mockClear();
    await press('Read again');
    await waitFor(() =>
      expect(answers).toHaveBeenCalledWith('readReport', { repo: 'openai/gpt-oss-20b', refresh: true }),
    );
  });

  it('keeps the report when asking again fails, and says so', async () => {
    show();
    await screen.findByText(/20 scores/);
    background.readReport = () => Promise.reject(Object.assign(new Error('no'), { name: 'Refused' }));
    await press('Read again');
    expect((await screen.findByRole('alert')).textContent).toContain('did not answer');
    expect(screen.getByText(/20 scores/)).toBeTruthy();
  });

  it('shows the report as it grows, before the last word has come', async () => {
    const loaders = { 'eval-results': 'ok', 'main-files': 'pending', 'pull-requests': 'pending' } as const;
    let finish = (_: unknown) => {};
    background.readReport = () => new Promise((resolve) => (finish = resolve));
    background.readTab = () => ({ page, report: { ...gptOss20b(), loaders } });
    show();
    await screen.findByText(/20 scores/);
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
    finish(gptOss20b());
    await waitFor(() => expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false'));
  });

  it('asks for access in the reader’s click, and goes on once it is given', async () => {
    let given = false;
    const requestAccess = vi.fn(async () => (given = true));
    show({ hasAccess: async () => given, requestAccess });
    await press('Allow access to huggingface.co');
    await screen.findByText(/20 scores/);
    expect(requestAccess).toHaveBeenCalledOnce();
  });

  it('takes no for an answer, and says where access can be given later', async () => {
    show({ hasAccess: async () => false, requestAccess: async () => false });
    await press('Allow access to huggingface.co');
    await screen.findByText(/Access was not given/);
  });

  it('asks nothing of the background about a tab of another site', async () => {
    show({ readTab: async () => ({ id: 7, page: null }) });
    await screen.findByText('Not a Hugging Face page');
    const asked = answers.mock.calls.map(([type]) => type);
    expect(asked.filter((type) => !['listDrafts', 'listLostDrafts'].includes(type))).toEqual([]);
  });

  it('reloads a page that has not been seen, and notices when it is', async () => {
    background.readTab = () => ({ page: { kind: 'other' } });
    const ports = show();
    await press('Reload the page');
    await waitFor(() => expect(ports.reload).toHaveBeenCalledWith(7));
    background.readTab = () => ({ page, report: gptOss20b() });
    await screen.findByText(/20 scores/, {}, { timeout: 3_000 });
  });
});

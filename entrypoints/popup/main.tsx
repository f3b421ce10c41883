import '../../lib/background/no-eval.ts';
import { QueryClient } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { ComposerTab } from '../../components/popup/composer-page.tsx';
import { type PopupBrowser, PopupWithData } from '../../components/popup/popup-data.tsx';
import { listenForDrafts } from '../../lib/messaging/draft-queries.ts';
import { sendMessage } from '../../lib/messaging/messenger.ts';
import { pageKind } from '../../lib/page/page-kind.ts';
import { mountPage, pageLanguage } from '../options/mount-page.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/page.css';
import '../../components/ui/menu.css';
import '../../components/popup/popup.css';
import '../../components/draft/draft.css';

// Manifest 3 names hosts apart, manifest 2 (Firefox) among the permissions.
const { host_permissions = [], permissions = [] } = browser.runtime.getManifest();
const origins = [...host_permissions, ...permissions].filter((one) => one.includes('://'));

const ports: PopupBrowser = {
  async readTab() {
    // `?tab=12` lets the popup stand as a page of its own, beside the tab that it speaks of.
    const named = new URLSearchParams(location.search).get('tab');
    const tab = named
      ? await browser.tabs.get(Number(named))
      : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
    if (tab?.id === undefined) throw new Error('The browser names no tab');
    return { id: tab.id, page: tab.url?.startsWith('https://huggingface.co/') ? pageKind(tab.url) : null };
  },
  hasAccess: () => browser.permissions.contains({ origins }),
  requestAccess: () => browser.permissions.request({ origins }),
  // Without a panel in the tab nobody listens, and the browser says so by rejecting.
  showPanel: (tabId) => sendMessage('showPanel', undefined, tabId).catch(() => false),
  async openCard(tabId, repo) {
    const { url } = await browser.tabs.get(tabId);
    await browser.tabs.update(tabId, { url: new URL(`/${repo}`, url).href });
  },
  reload: (tabId) => browser.tabs.reload(tabId),
  openOptions: () => browser.runtime.openOptionsPage(),
  async openComposer(id) {
    await browser.tabs.create({ url: composerUrl(id) });
  },
  composer: {
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    canSignIn: Boolean(import.meta.env.WXT_OAUTH_CLIENT_ID),
    version: browser.runtime.getManifest().version,
  },
  close: () => window.close(),
};

const composerUrl = (id: string) => `${browser.runtime.getURL('/popup.html')}?draft=${encodeURIComponent(id)}`;

const say = pageLanguage();

// `?draft=…` is the composer in a tab of its own.
const draft = new URLSearchParams(location.search).get('draft');
const queryClient = new QueryClient();
listenForDrafts(queryClient);

if (draft) document.body.dataset.wide = '';
mountPage(
  draft ? (
    <ComposerTab id={draft} ports={ports.composer} onOpen={(id) => location.replace(composerUrl(id))} />
  ) : (
    <PopupWithData ports={ports} />
  ),
  say,
  queryClient,
);

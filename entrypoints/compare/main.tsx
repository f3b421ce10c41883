import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { type CompareBrowser, CompareWithData } from '../../components/compare/compare-data.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { SayProvider } from '../../components/ui/say.tsx';
import { browserSay } from '../../lib/evals/say.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/page.css';
import '../../components/ui/menu.css';
import '../../components/compare/compare.css';

const ports: CompareBrowser = {
  selection: () => new URLSearchParams(location.search).get('models'),
  select(models) {
    const url = new URL(location.href);
    url.searchParams.set('models', models);
    // The slash and the comma stay readable: both may stand in a query as they are.
    history.replaceState(null, '', url.href.replaceAll('%2F', '/').replaceAll('%2C', ','));
  },
  address: () => location.href,
  saveFile: (name, type, text) => saveFile({ name, type, text }),
  copy: (text) => navigator.clipboard.writeText(text),
};

const say = browserSay((key, texts) => browser.i18n.getMessage(key as never, texts), browser.i18n.getUILanguage());
document.documentElement.lang = say.locale;
document.title = say('compareTitle');

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <SayProvider say={say}>
      <CompareWithData ports={ports} />
    </SayProvider>
  </QueryClientProvider>,
);

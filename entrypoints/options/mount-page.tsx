import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { SayProvider } from '../../components/ui/say.tsx';
import { browserSay, type Say } from '../../lib/evals/say.ts';

/** The words of the browser's language; the page is told which that is. */
export function pageLanguage(): Say {
  const say = browserSay((key, texts) => browser.i18n.getMessage(key as never, texts), browser.i18n.getUILanguage());
  document.documentElement.lang = say.locale;
  return say;
}

/** Draws a page of ours into its `#root`. */
export function mountPage(page: ReactNode, say: Say, queryClient = new QueryClient()): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <SayProvider say={say}>{page}</SayProvider>
    </QueryClientProvider>,
  );
}

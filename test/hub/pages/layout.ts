import type { Context } from '../http/context.ts';
import { escapeHtml, island } from './html.ts';

export interface PageParts {
  title: string;
  /** Class of `body`: `ModelPage`, `ViewerBlobPage`, … */
  kind: string;
  /** What stands inside `main`. */
  main: string;
}

const LINKS = ['Models', 'Datasets', 'Spaces', 'Docs', 'Enterprise', 'Pricing'];

const LOGO =
  '<svg class="logo" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><circle cx="12" cy="12" r="10" fill="#ffd21e"/><circle cx="8.5" cy="10" r="1.4" fill="#3a3b45"/><circle cx="15.5" cy="10" r="1.4" fill="#3a3b45"/><path d="M7.5 13.5c1 3.4 8 3.4 9 0z" fill="#3a3b45"/></svg>';

/** A whole page of the Hub around `main`: head, navigation bar, footer; dark by cookie or by the reader's system. */
export function layout(context: Context, parts: PageParts): string {
  const { user } = context.reader;
  const theme = /(?:^|;\s*)theme=(dark|light)/.exec(context.headers.cookie ?? '')?.[1];
  const canonical = `${context.origin}${context.url.pathname}`;
  const navigation = LINKS.map((name) => `<li><a class="nav-link" href="/${name.toLowerCase()}">${name}</a></li>`);
  const account = user
    ? `<li><a class="nav-link" href="/${user.name}">${escapeHtml(user.fullname)}</a></li>`
    : '<li><a class="nav-link" href="/login">Log In</a></li><li><a class="nav-button" href="/join">Sign Up</a></li>';
  const header = island(
    'MainHeader',
    {
      classNames: '',
      isWide: false,
      isZh: false,
      isPro: false,
      ...(user && { authLight: { u: { user: user.name } } }),
    },
    `<header class="border-b border-gray-100 nav"><div class="container nav-row"><a class="brand" href="/">${LOGO}<span>Hugging Face</span></a>
<form class="nav-search" action="/models" role="search"><input name="search" type="search" placeholder="Search models, datasets, users..." aria-label="Search" autocomplete="off"></form>
<nav aria-label="Main"><ul>${navigation.join('')}<li class="nav-rule" aria-hidden="true"></li>${account}</ul></nav></div></header>`,
  );
  return `<!doctype html>
<html lang="en"${theme === 'dark' ? ' class="dark"' : ''}${theme ? ` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0, user-scalable=yes">
<meta name="description" content="We're on a journey to advance and democratize artificial intelligence.">
<meta property="og:title" content="${escapeHtml(parts.title)}">
<meta property="og:url" content="${escapeHtml(canonical)}">
<link rel="canonical" href="${escapeHtml(canonical)}">
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/front/build/local/style.css">
<title>${escapeHtml(parts.title)}</title>
<script>
var guestTheme = document.documentElement.dataset.theme;
if (!guestTheme && matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.classList.add("dark");
window.hubConfig = { isHuggingFaceCo: true };
</script>
</head>
<body class="flex flex-col min-h-dvh bg-white dark:bg-gray-950 text-black ${parts.kind}">
<div class="flex min-h-dvh flex-col">
${island('SystemThemeMonitor', { isLoggedIn: Boolean(user) }, '')}
${header}
<main class="flex flex-1 flex-col">${parts.main}</main>
<footer class="container footer">${island(
    'ThemeSwitcher',
    { theme: theme ?? 'system', isLoggedIn: Boolean(user) },
    '<button class="theme-button" type="button" data-theme-switch>System theme</button>',
  )}<nav aria-label="Footer"><a href="/terms-of-service">TOS</a><a href="/privacy">Privacy</a><a href="/huggingface">About</a><a href="/models">Models</a><a href="/datasets">Datasets</a><a href="/docs">Docs</a></nav></footer>
</div>
<script src="/front/build/local/client.js" data-variant="${context.hub.settings.pageVariant}"></script>
</body>
</html>
`;
}

// What the Hub's own script does to a page as far as an extension can notice: tabs and links without a full load,
// a theme that flips at run time, and (in one variant) a right column that is put in anew after the first paint.
(() => {
  const main = () => document.querySelector('main');

  async function navigate(url, push) {
    const response = await fetch(url, { headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = next.querySelector('main');
    if (!fresh) {
      location.href = url;
      return;
    }
    if (push) history.pushState({ local: true }, '', response.redirected ? response.url : url);
    document.title = next.title;
    document.body.className = next.body.className;
    main()?.replaceWith(document.adoptNode(fresh));
    if (push) scrollTo(0, 0);
    settle();
  }

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-nav]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(link.href, true);
  });
  /**
   * The list's own script: the cards are drawn anew in their place, whatever stands in them, and the address says what
   * is shown.
   */
  async function redraw(url, push) {
    history[push ? 'pushState' : 'replaceState']({ local: true }, '', url);
    const response = await fetch(url, { headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const [grid, fresh] = [document, next].map((one) => one.querySelector('.card-grid'));
    grid?.replaceChildren(...[...(fresh?.children ?? [])].map((card) => document.adoptNode(card)));
  }
  document.addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLInputElement) || !event.target.matches('[data-list-search]')) return;
    const url = new URL(location.href);
    url.searchParams.set('search', event.target.value);
    redraw(url.href, false);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-list]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    redraw(link.href, true);
  });
  addEventListener('popstate', () => navigate(location.href, false));

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-theme-switch]') : null;
    if (!button) return;
    const dark = document.documentElement.classList.toggle('dark');
    // biome-ignore lint/suspicious/noDocumentCookie: the Hub keeps the theme in this cookie
    document.cookie = `theme=${dark ? 'dark' : 'light'}; path=/; max-age=31536000`;
    button.textContent = dark ? 'Dark theme' : 'Light theme';
  });

  /** Puts every island's content in anew, as a hydration that does not trust the server's markup. */
  function rewrite() {
    const column = document.querySelector('.ModelPage main section.side-column');
    if (!column) return;
    const copy = column.cloneNode(false);
    const page = document.createElement('template');
    page.innerHTML = window.__column ?? '';
    copy.append(page.content);
    column.replaceWith(copy);
  }

  function settle() {
    const variant =
      new URLSearchParams(location.search).get('page') ??
      document.querySelector('script[data-variant]')?.dataset.variant;
    if (variant !== 'rewrites-itself') return;
    const column = document.querySelector('.ModelPage main section.side-column');
    window.__column = column?.innerHTML;
    for (const wait of [250, 900]) setTimeout(rewrite, wait);
  }

  settle();
})();

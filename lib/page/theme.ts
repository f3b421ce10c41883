/** The Hub's own theme: the `dark` class on the root element, toggled at run time. */
export type Theme = 'light' | 'dark';

/** Tells the page's theme now and at every change. Returns how to stop. */
export function followTheme(document: Document, tell: (theme: Theme) => void): () => void {
  const root = document.documentElement;
  let told: Theme | undefined;
  const look = () => {
    const theme: Theme = root.classList.contains('dark') ? 'dark' : 'light';
    if (theme !== told) tell(theme);
    told = theme;
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { attributes: true, attributeFilter: ['class'] });
  look();
  return () => observer.disconnect();
}

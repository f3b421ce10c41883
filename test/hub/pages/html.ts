/** Text for an element or a double-quoted attribute. */
export const escapeHtml = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** A server-rendered Svelte island: its props stand HTML-escaped in the page. */
export const island = (name: string, props: unknown, inner: string): string =>
  `<div class="SVELTE_HYDRATER contents" data-target="${name}" data-props="${escapeHtml(JSON.stringify(props))}">${inner}</div>`;

/** `5112` → `5.11k`, as the Hub shortens counts. */
export const shortCount = (count: number): string => {
  if (count < 1000) return String(count);
  const short = (unit: number): string => String(Number((count / unit).toPrecision(3)));
  if (count < 1e6) return `${short(1e3)}k`;
  return count < 1e9 ? `${short(1e6)}M` : `${short(1e9)}B`;
};

/** `2026-04-16T13:53:00.000Z` → `Apr 16, 2026`. */
export const shortDate = (iso: string): string =>
  new Date(iso).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

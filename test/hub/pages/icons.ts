const svg = (inner: string): string =>
  `<svg class="icon" viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${inner}</svg>`;

/** The few pictograms of the Hub's pages; fonts of a test machine lack most symbols. */
export const icons = {
  board: svg('<path d="M2.5 13.5v-6h3v6zM6.5 13.5v-11h3v11zM10.5 13.5v-8h3v8z"/>'),
  branch: svg(
    '<circle cx="4" cy="3.5" r="1.5"/><circle cx="4" cy="12.5" r="1.5"/><circle cx="12" cy="5.5" r="1.5"/><path d="M4 5v6M12 7c0 3-8 1.5-8 4"/>',
  ),
  discussion: svg('<path d="M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z"/>'),
  file: svg('<path d="M4 1.5h5l3 3v10H4zM9 1.5v3h3"/>'),
  folder: svg('<path d="M1.5 3.5h4.5l1.5 1.5h7v8h-13z"/>'),
  heart: svg('<path d="M8 13.5C2 9 1.5 6.5 2.5 4.5 4 2 7 2.5 8 5c1-2.5 4-3 5.5-.5C14.5 6.5 14 9 8 13.5z"/>'),
  info: svg('<circle cx="8" cy="8" r="6"/><path d="M8 7.5v3.5M8 5v.1"/>'),
  lock: svg('<rect x="3" y="7" width="10" height="7" rx="1.5"/><path d="M5 7V5a3 3 0 0 1 6 0v2"/>'),
  pullRequest: svg(
    '<circle cx="4" cy="3.5" r="1.5"/><circle cx="4" cy="12.5" r="1.5"/><circle cx="12" cy="12.5" r="1.5"/><path d="M4 5v6M12 11V6.5c0-1.5-1-2.5-2.5-2.5H7.5M9 2.5 7.5 4 9 5.5"/>',
  ),
};

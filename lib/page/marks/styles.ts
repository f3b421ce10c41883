const NO_PRINT = '@media print { :host { display: none !important; } }';

/**
 * A mark takes no room: its host is an empty piece of the cell's text, in which a float without size hangs, and on that
 * all that can be seen. `--end` and `--below` are the cell's padding in px, so that the button ends where the cell ends and a scroller
 * around the table has nothing more to scroll.
 */
export const MARK_STYLE = `
:host { all: initial !important; font: inherit !important; user-select: none !important; }
span { float: inline-end; position: relative; inline-size: 0; block-size: 0; }
button {
  all: unset; position: absolute; display: grid; place-items: center end; inline-size: 24px; block-size: 24px;
  inset-inline-end: calc(-1px * var(--end)); inset-block-start: min(0.5lh - 12px, 1lh + 1px * var(--below) - 24px);
  cursor: pointer; border-radius: 4px;
}
svg { inline-size: 6px; block-size: 6px; margin-inline-end: max(1px, 0.5px * var(--end) - 3px); overflow: visible; }
path { fill: none; stroke: currentColor; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; }
path[fill] { fill: currentColor; }
[data-status="agrees"] { color: var(--cc-agree); }
[data-status="differs"] { color: var(--cc-differs); }
[data-status="apart"] { color: var(--cc-apart); }
[data-status="new"] { color: var(--cc-link); }
button:focus-visible { outline: 2px solid var(--cc-focus); outline-offset: -2px; }
[data-selected] svg { outline: 1.5px solid currentColor; outline-offset: 2px; border-radius: 50%; }
[popover] {
  all: unset; position: fixed; inset: auto; max-inline-size: min(320px, 100vw - 16px); padding: 2px 8px;
  background: var(--cc-text); color: var(--cc-bg); border-radius: 4px; font: 12px/20px var(--cc-font);
  overflow-wrap: anywhere;
}
[popover]:not(:popover-open) { display: none; }
@media (forced-colors: active) { [popover] { border: 1px solid; } }
${NO_PRINT}`;

/** The line hangs above its table in the room that the page leaves there, and takes none. */
export const LINE_STYLE = `
:host {
  all: initial !important; position: absolute !important; inline-size: 0 !important; block-size: 0 !important;
}
:host([hidden]) { display: none !important; }
p {
  position: absolute; display: flex; align-items: baseline; margin: 0;
  block-size: 16px; color: var(--cc-text-meta); font: 12px/16px var(--cc-font); white-space: nowrap;
  pointer-events: none;
}
span { overflow: hidden; text-overflow: ellipsis; }
button {
  all: unset; position: relative; color: var(--cc-link); cursor: pointer;
  pointer-events: auto; border-radius: 4px;
}
[hidden] { display: none; }
button::before { content: ""; position: absolute; inset: -4px 0; }
i, button { flex: none; margin-inline-start: 4px; font-style: normal; }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 2px solid var(--cc-focus); outline-offset: 1px; }
${NO_PRINT}`;

/** A ring around a cell that was asked for; it fades, or stands still where the reader wants no motion. */
export const RING_STYLE = `
:host { all: initial !important; pointer-events: none !important; user-select: none !important; }
span { float: inline-end; position: relative; inline-size: 0; block-size: 0; }
div {
  position: absolute; box-sizing: border-box; border: 2px solid var(--cc-focus); border-radius: 4px;
  background: color-mix(in srgb, var(--cc-focus) 16%, transparent); animation: fade 2.4s ease-in forwards;
}
@keyframes fade { 60% { opacity: 1; } to { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { div { animation: none; } }
${NO_PRINT}`;

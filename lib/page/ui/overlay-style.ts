/**
 * Shared styles, with a few tokens of components/ui/theme.css. An important rule of a shadow root outranks
 * everything outside: style sheets of the page, styles that its scripts set on the host, and animations. So
 * the host never changes after creation; only its content does.
 */
export const TOKENS = `
  :host {
    all: initial !important; position: fixed !important; inset: 0 !important;
    width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
    border: 0 !important; background: transparent !important; display: block !important;
    overflow: hidden !important; z-index: 2147483647 !important; color-scheme: light dark !important;
  }
  :host::before, :host::after { content: none !important; }
  :host::backdrop { display: none !important; }
  * { box-sizing: border-box; }
  .base {
    --surface: light-dark(#fff, #1c1d22);
    --sunken: light-dark(#f3f4f7, #26282f);
    --line: light-dark(#d9dbe3, #3a3d47);
    --text: light-dark(#17181c, #f2f3f6);
    --quiet: light-dark(#5a5e6b, #a9adba);
    --accent: light-dark(#4b48e0, #9d9bff);
    --on-accent: light-dark(#fff, #14141c);
    --bad: light-dark(#b3261e, #ffb4ab);
    color: var(--text);
    font: 14px/1.4 system-ui, sans-serif;
    -webkit-font-smoothing: antialiased;
  }
  @media (forced-colors: active) {
    .base { --line: CanvasText; --accent: Highlight; --on-accent: HighlightText; }
  }
`;

export const CHOOSER_STYLE = `${TOKENS}
  dialog { padding: 0; border: 0; background: none; max-width: none; max-height: none; }
  dialog.base {
    inset: 16px 16px auto auto; position: fixed; margin: 0;
    width: min(360px, calc(100vw - 32px)); max-height: calc(100vh - 32px);
    display: flex; flex-direction: column; overflow: hidden;
    background: var(--surface); border: 1px solid var(--line); border-radius: 14px;
    box-shadow: 0 12px 40px rgb(0 0 0 / 28%);
  }
  dialog::backdrop { background: rgb(0 0 0 / 24%); }
  header { display: flex; align-items: center; gap: 8px; padding: 12px 12px 8px 16px; }
  h2 { all: unset; flex: 1; font-weight: 600; font-size: 15px; }
  button {
    font: inherit; color: var(--text); background: var(--sunken); border: 1px solid var(--line);
    border-radius: 8px; padding: 4px 12px; cursor: pointer;
  }
  [role="listbox"] { margin: 0; padding: 4px 8px 8px; overflow-y: auto; list-style: none; outline: 0; }
  [role="option"] {
    display: grid; grid-template-columns: 72px 1fr; gap: 12px; align-items: center;
    padding: 8px; border-radius: 10px; cursor: pointer; outline: 2px solid transparent;
  }
  dialog:not([data-armed]) [role="option"] { cursor: progress; }
  [role="option"]:hover { background: var(--sunken); }
  [role="option"][aria-selected="true"] { background: var(--sunken); outline-color: var(--accent); }
  .thumb {
    width: 72px; height: 54px; border-radius: 6px; object-fit: contain; display: block;
    background: repeating-conic-gradient(var(--sunken) 0 25%, var(--surface) 0 50%) 0 / 12px 12px;
  }
  .kind { font-weight: 600; overflow-wrap: anywhere; }
  .alt, .larger { color: var(--quiet); font-size: 12px; display: block; overflow: hidden;
    text-overflow: ellipsis; white-space: nowrap; }
  .alt { unicode-bidi: plaintext; }
  .larger { color: var(--accent); }
  .text { min-width: 0; }
  .badge {
    display: inline-block; margin-inline: 8px 4px; padding: 0 6px; border-radius: 6px;
    background: var(--accent); color: var(--on-accent); font-size: 12px; font-weight: 600;
    font-variant-numeric: tabular-nums; white-space: nowrap;
  }
  .badge.largest { margin-inline-start: 0; background: none; border: 1px solid currentColor; color: var(--accent); }
  .badge.unknown { background: var(--sunken); color: var(--quiet); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  [role="listbox"]:focus-visible { outline: 0; }
  @media (prefers-reduced-motion: no-preference) {
    dialog.base { animation: in 140ms ease-out; }
    @keyframes in { from { opacity: 0; transform: translateY(-6px); } }
  }
`;

export const PICK_STYLE = `${TOKENS}
  .shield { position: fixed; inset: 0; cursor: crosshair; outline: 0; touch-action: none; }
  .frame {
    position: fixed; pointer-events: none; border: 2px solid var(--accent); border-radius: 4px;
    box-shadow: 0 0 0 2px var(--surface), 0 0 0 100vmax rgb(0 0 0 / 18%);
  }
  .frame[hidden], .label[hidden] { display: none; }
  .label {
    position: absolute; inset-block-start: 6px; inset-inline-start: 6px; padding: 1px 8px;
    border-radius: 6px; background: var(--accent); color: var(--on-accent);
    font-size: 12px; font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums;
  }
  .hint {
    position: fixed; inset-block-start: 16px; inset-inline: 16px; margin-inline: auto;
    display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 6px 12px;
    width: fit-content; max-width: calc(100vw - 32px); padding: 8px 16px; border-radius: 20px;
    background: var(--surface); border: 1px solid var(--line); pointer-events: none;
    box-shadow: 0 6px 24px rgb(0 0 0 / 24%);
  }
  .hint:has(.action) { padding-inline-end: 8px; }
  .action {
    padding: 2px 12px; border-radius: 12px; background: var(--sunken); border: 1px solid var(--line);
    font-weight: 600; font-size: 13px; outline: 2px solid transparent;
  }
  .shield[data-on-button] { cursor: pointer; }
  .shield[data-on-button]:not([data-armed]) { cursor: progress; }
  .shield[data-on-button] .action { border-color: var(--accent); color: var(--accent); }
  .action[data-selected] { outline-color: var(--accent); }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  @media (prefers-reduced-motion: no-preference) {
    .frame { transition: inset 80ms, width 80ms, height 80ms; }
  }
`;

import { TOKENS } from './overlay-style';

/** Styles of the toast. Logical sides mirror it in pages that are written from right to left. */
export const TOAST_STYLE = `${TOKENS}
  :host { pointer-events: none !important; }
  .base[data-theme="light"] { color-scheme: light; }
  .base[data-theme="dark"] { color-scheme: dark; }
  .corner {
    position: fixed; inset-block-end: 16px; inset-inline-end: 16px;
    width: min(340px, calc(100vw - 32px)); pointer-events: auto;
  }
  .corner.away { visibility: hidden; }
  .card {
    display: grid; grid-template-columns: 44px minmax(0, 1fr) 28px; gap: 4px 12px; align-items: center;
    max-height: calc(100vh - 32px); overflow-y: auto; padding: 12px;
    background: var(--surface); border: 1px solid var(--line); border-radius: 14px;
    box-shadow: 0 8px 28px rgb(0 0 0 / 22%); text-align: start;
  }
  .mark {
    width: 44px; height: 44px; border-radius: 8px; display: grid; place-items: center;
    background: var(--sunken); color: var(--accent); font-weight: 700; font-size: 18px;
  }
  canvas.mark { object-fit: cover; }
  [data-tone="busy"] .mark::before {
    content: ''; width: 18px; height: 18px; border-radius: 50%;
    border: 2px solid var(--line); border-block-start-color: var(--accent);
  }
  [data-tone="good"] .mark::before {
    content: ''; width: 7px; height: 14px; margin-block-end: 4px; rotate: 45deg;
    border: solid currentColor; border-width: 0 2px 2px 0;
  }
  [data-tone="bad"] .mark { color: var(--bad); }
  [data-tone="bad"] .mark::before { content: '!'; }
  .title { display: block; font-weight: 600; }
  .detail {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden;
    color: var(--quiet); font-size: 13px; overflow-wrap: anywhere; unicode-bidi: plaintext;
  }
  .buttons { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 6px; }
  button {
    font: inherit; font-weight: 600; min-height: 28px; padding: 2px 12px; border-radius: 8px;
    border: 1px solid var(--line); color: var(--text); background: var(--sunken); cursor: pointer;
  }
  button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  button.close {
    align-self: start; width: 28px; padding: 0; border-color: transparent; background: none;
    color: var(--quiet); font-size: 18px; line-height: 1;
  }
  button.close:hover { background: var(--sunken); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  @media (forced-colors: active) { button.first { forced-color-adjust: none; } }
  @media (prefers-reduced-motion: no-preference) {
    .card { animation: in 160ms ease-out; }
    @keyframes in { from { opacity: 0; transform: translateY(8px); } }
    [data-tone="busy"] .mark::before { animation: turn 1s linear infinite; }
    @keyframes turn { to { rotate: 1turn; } }
  }
`;

import { TOKENS } from '../ui/overlay-style';

/**
 * Styles of the button of a page. Logical sides mirror it in pages that are written from right to left. The menu comes
 * last, so that nothing is painted above it: the shadow of the button would count as a cover (../ui/guard.ts). It is a
 * layer of its own, because Chromium takes what is inside a box without one for a cover.
 */
export const BUTTON_STYLE = `${TOKENS}
  :host { pointer-events: none !important; }
  .corner {
    position: fixed; inset-block-end: 16px; inset-inline-start: 16px; display: flex; gap: 8px;
    flex-direction: column-reverse; align-items: start; max-width: calc(100vw - 32px); pointer-events: none;
  }
  .corner[data-side="end"] { inset-inline: auto 16px; align-items: end; }
  button { font: inherit; color: var(--text); cursor: pointer; pointer-events: auto; }
  .main {
    display: flex; align-items: center; gap: 8px; min-width: 40px; height: 40px; padding: 0 10px;
    border-radius: 20px; background: var(--surface); border: 1px solid var(--line);
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%); max-width: 100%;
  }
  .sign {
    flex: none; width: 18px; height: 18px; background: var(--quiet);
    clip-path: polygon(50% 0, 62% 38%, 100% 50%, 62% 62%, 50% 100%, 38% 62%, 0 50%, 38% 38%);
  }
  [data-state="part"] .sign { background: linear-gradient(to top, var(--accent) 50%, var(--quiet) 50%); }
  [data-state="all"] .sign { background: var(--accent); }
  .state {
    display: none; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600;
    font-size: 13px;
  }
  .main:is(:hover, :focus-visible, [aria-expanded="true"]) .state { display: block; }
  [data-reading] .main { border-color: var(--accent); border-width: 2px; }
  .menu {
    display: grid; width: min(280px, calc(100vw - 32px)); max-height: calc(100vh - 96px); overflow-y: auto;
    position: relative; isolation: isolate; padding: 6px; border-radius: 14px; pointer-events: auto; background: var(--surface);
    border: 1px solid var(--line); box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
  }
  .menu[hidden] { display: none; }
  .menu button {
    min-height: 36px; padding: 6px 10px; border: 0; border-radius: 8px; background: none;
    text-align: start; overflow-wrap: anywhere;
  }
  .menu button:is(:hover, :focus-visible) { background: var(--sunken); }
  .menu:not([data-armed]) button { cursor: progress; }
  .peek {
    margin: 4px 4px 2px; padding: 6px 6px 2px; border-block-start: 1px solid var(--line);
    color: var(--quiet); font-size: 12px;
  }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .menu button:focus-visible { outline-offset: -2px; }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  @media (forced-colors: active) {
    .sign { forced-color-adjust: none; background: CanvasText; }
    [data-state="part"] .sign { background: linear-gradient(to top, Highlight 50%, CanvasText 50%); }
    [data-state="all"] .sign { background: Highlight; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .menu { animation: in 120ms ease-out; }
    @keyframes in { from { opacity: 0; transform: translateY(6px); } }
  }
`;

import { TOKENS } from '../ui/overlay-style';

/** Styles of the marks on pictures. A mark is inside its picture, in the corner where lines end. */
export const MARKS_STYLE = `${TOKENS}
  :host { pointer-events: none !important; }
  .marks.away { visibility: hidden; }
  .mark {
    position: fixed; inset: 0 auto auto 0; width: 20px; height: 20px; padding: 0; border-radius: 50%;
    display: grid; place-items: center; color: #fff; background: rgb(20 20 28 / 72%);
    border: 1px solid rgb(255 255 255 / 55%); font: 700 12px/1 system-ui, sans-serif;
  }
  .mark.done::before {
    content: ''; width: 10px; height: 10px; background: currentColor;
    clip-path: polygon(50% 0, 62% 38%, 100% 50%, 62% 62%, 50% 100%, 38% 62%, 0 50%, 38% 38%);
  }
  button.mark { width: 24px; height: 24px; pointer-events: auto; cursor: help; }
  button.mark:focus-visible { outline: 2px solid #fff; outline-offset: 1px; box-shadow: 0 0 0 4px #14141c; }
  .reason {
    position: absolute; inset-block-start: 28px; inset-inline-end: 0; width: max-content; max-width: 240px;
    padding: 6px 10px; border-radius: 8px; background: var(--surface); color: var(--text);
    border: 1px solid var(--line); font: 13px/1.4 system-ui, sans-serif; text-align: start; display: none;
  }
  button.mark:is(:hover, :focus-visible) .reason { display: block; }
  .said {
    position: fixed; inset-block-end: 16px; inset-inline: 16px; margin-inline: auto; width: fit-content;
    max-width: min(420px, calc(100vw - 32px)); padding: 10px 16px; border-radius: 14px;
    background: var(--surface); border: 1px solid var(--line); box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
  }
  .said:empty { display: none; }
  @media (forced-colors: active) {
    .mark { background: Canvas; color: CanvasText; border-color: CanvasText; }
    .mark.done::before { forced-color-adjust: none; background: CanvasText; }
  }
`;

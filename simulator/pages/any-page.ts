import { ANY_CASES, ANY_TOPICS } from './any-cases';
import { CSS_RULES } from './any-css';
import type { AnyFigure } from './any-figure';
import { SCRIPT } from './any-script';
import { STRICT_FIGURES } from './any-sources';
import { document, figure } from './gallery-document';

/**
 * On top of the gallery's style: every picture fills a stage of the same shape. The room of the scrollbar is kept: a page
 * whose beginning is painted alone must not move by it.
 */
const ANY_STYLE = `
html { scrollbar-gutter: stable }
.any { --calm: light-dark(#ece8df, #24272d) }
.any figure { display: flex; flex-direction: column; height: 100% }
.any .stage { position: relative; aspect-ratio: 4/3; overflow: hidden; background: var(--calm) }
.any .stage .fill { display: block; width: 100%; height: 100%; min-height: 0; aspect-ratio: auto; object-fit: cover; border: 0; background-color: transparent; padding: 0; margin: 0 }
.any .stage .cover { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; aspect-ratio: auto; object-fit: cover; background-color: transparent }
.any .stage .tiny { width: 48px; height: 36px; min-height: 0; margin: 24px; border-radius: 6px; object-fit: cover }
.any .stage .waiting { background-image: linear-gradient(110deg, transparent 30%, light-dark(#fff8, #fff1) 50%, transparent 70%) }
.any .stage .blurred { filter: blur(7px); transform: scale(1.06) }
.any .stage .shade { display: flex; align-items: end; padding: 16px; color: #fff; background: linear-gradient(#0000 45%, #000b) }
.any .stage .veiled { position: relative } .any .stage .veiled::after { content: ''; position: absolute; inset: 0; background: #fff0 }
.any .stage .words { display: grid; place-items: center; font: 600 24px/1.2 ui-serif, Georgia, serif; color: inherit }
.any .stage .words p { margin: 0; padding: 6px 16px; border-radius: 99px; color: #fff; background: #0007 }
.any .stage .scroll { overflow: auto; padding: 16px } .any .stage .scroll p { margin: 0 0 320px }
.any .stage .scroll img { width: 100%; height: auto; border-radius: 10px; aspect-ratio: 4/3 }
.any .stage .rtl { display: flex; gap: 14px; align-items: start; padding: 20px } .any .stage .rtl p { margin: 0 }
.any .stage .rtl img { width: 55%; height: auto; aspect-ratio: 1; border-radius: 10px; object-fit: cover }
.any .stage .list { padding: 20px 0 20px 172px; font-size: 18px }
.any .stage label.cover { padding: 12px }
.any code { font-size: 12px; opacity: .75; white-space: nowrap }`;

async function card({ id, title, note, markup }: AnyFigure): Promise<string> {
  const shown = typeof markup === 'string' ? markup : await markup();
  return figure(`<div class="stage">${shown}</div>`, title, `${note} <code>#${id}</code>`);
}

async function cards(figures: readonly AnyFigure[]): Promise<string> {
  return (await Promise.all(figures.map(card))).join('\n');
}

/** The page with a figure per case of `ANY_CASES`, but for those of `/any-csp`. */
export async function anyPage(): Promise<string> {
  const topics = await Promise.all(
    ANY_TOPICS.map(async ([title, figures]) => `<h2>${title}</h2>${await cards(figures)}`),
  );
  return document(
    'Any image on any page',
    `<header><h1>Any image on any page</h1><p>${ANY_CASES.length} ways to show a picture, and some to keep it out of reach. Right-click each one.</p>
<nav><a href="/">Small Pictures</a><a href="/any-csp">Strict page</a><a href="/many">Very many</a></nav></header>
<main class="grid any">${topics.join('\n')}</main>${SCRIPT}`,
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/gallery.css"><link rel="stylesheet" href="/any.css">',
  );
}

/** The page that allows no script, no style of its own and no connection elsewhere. */
export async function strictPage(): Promise<string> {
  return document(
    'A strict page',
    `<header><h1>A strict page</h1><p>Its Content-Security-Policy allows nothing but itself, and images.</p>
<nav><a href="/any">Any image on any page</a></nav></header><main class="grid any">${await cards(STRICT_FIGURES)}</main>`,
    '<link rel="icon" href="/images/pixel.png"><link rel="stylesheet" href="/gallery.css"><link rel="stylesheet" href="/any.css">',
  );
}

/** The style sheet of both pages. */
export const ANY_SHEET = ANY_STYLE + CSS_RULES;

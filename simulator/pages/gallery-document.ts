/** The style of every page of the gallery. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1c20, #f1efe9); --soft: light-dark(#6c6a64, #a5a29a);
  --page: light-dark(#f7f5f0, #121316); --card: light-dark(#fff, #1b1d22); --line: light-dark(#e5e1d8, #2c2f36) }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--page); font: 16px/1.55 system-ui, sans-serif }
header { max-width: 1120px; margin: 0 auto; padding: 72px 24px 32px }
h1 { margin: 0 0 8px; font: 600 clamp(34px, 6vw, 60px)/1.05 ui-serif, Georgia, 'Times New Roman', serif; letter-spacing: -.02em }
header p { margin: 0; max-width: 56ch; color: var(--soft); font-size: 18px }
nav { margin-top: 20px; display: flex; gap: 20px } nav a { color: inherit }
main { max-width: 1120px; margin: 0 auto; padding: 8px 24px 96px; columns: 320px; column-gap: 24px }
main.grid { columns: auto; display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 20px; align-items: start }
figure { margin: 0 0 24px; break-inside: avoid; border-radius: 18px; overflow: hidden; background: var(--card);
  border: 1px solid var(--line); box-shadow: 0 14px 40px rgb(30 25 10 / .08) }
.grid figure { margin: 0 }
figure img, figure canvas, figure iframe { display: block; width: 100%; height: auto; border: 0; min-height: 40px;
  background: light-dark(#ece8df, #24272d) }
.grid img, .grid canvas { aspect-ratio: 4/3; object-fit: contain }
.grid iframe { aspect-ratio: 4/3 }
figcaption { padding: 14px 18px 16px } figcaption b { display: block; font-weight: 600 } figcaption span { color: var(--soft); font-size: 14px }
h2 { grid-column: 1/-1; margin: 24px 0 0; font: 600 26px/1.2 ui-serif, Georgia, serif }
footer { padding: 0 24px 48px; text-align: center; color: var(--soft); font-size: 14px }`;

/** A whole page. `head` replaces the style in the page, for pages that allow none. */
export function document(
  title: string,
  body: string,
  head = `<link rel="icon" href="data:,"><style>${STYLE}</style>`,
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
${head}</head><body>${body}
<footer>All pictures are drawn by a script.</footer></body></html>`;
}

/** A picture in its card. */
export function figure(inner: string, title: string, note: string): string {
  return `<figure>${inner}<figcaption><b>${title}</b><span>${note}</span></figcaption></figure>`;
}

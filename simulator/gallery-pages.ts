import { BAD_PICTURES } from './bad-pictures';
import { GOOD_NAMES, PICTURES, type Picture } from './pictures';

const STYLE = `
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

function document(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}
<footer>All pictures are drawn by a script.</footer></body></html>`;
}

function figure(inner: string, title: string, note: string): string {
  return `<figure>${inner}<figcaption><b>${title}</b><span>${note}</span></figcaption></figure>`;
}

function sizeOf({ width, height }: Picture): string {
  return width > 0 ? `${width} &times; ${height}` : 'no picture';
}

/** The front page: the handsome pictures, plain `<img>` tags with the picture's name as id. */
export function galleryHome(): string {
  const figures = GOOD_NAMES.map((name) => {
    const picture = PICTURES[name];
    const { file, width, height, caption } = picture;
    const img = `<img id="${name}" src="/images/${file}" width="${width}" height="${height}" alt="${caption}">`;
    return figure(
      img,
      caption,
      `${sizeOf(picture)} &middot; ${file.replace(/^.*\./, '').toUpperCase()}`,
    );
  });
  return document(
    'Small Pictures',
    `<header><h1>Small Pictures</h1><p>Five little drawings with more in them than their pixels can show. Right-click one and make it large.</p>
<nav><a href="/cases">Every way to show a picture</a></nav></header><main>${figures.join('\n')}</main>`,
  );
}

interface SourceCase {
  id: string;
  title: string;
  note: string;
  /** `src` of a plain image, or the whole element. */
  src?: string;
  element?: string;
}

async function sourceCases(): Promise<SourceCase[]> {
  const data = (await PICTURES.mushroom.make()).toString('base64');
  const host = (name: string) => `https://${name}/images/harbour.jpg`;
  return [
    {
      id: 'same-origin',
      title: 'Same origin',
      note: 'On this very host',
      src: '/images/harbour.jpg',
    },
    {
      id: 'query',
      title: 'Query string',
      note: 'With parameters behind it',
      src: '/images/harbour.jpg?w=800&amp;sig=a%2Fb',
    },
    {
      id: 'data',
      title: 'data:',
      note: 'Inside the page itself',
      src: `data:image/webp;base64,${data}`,
    },
    { id: 'blob', title: 'blob:', note: 'Made by a script', src: '' },
    { id: 'open', title: 'CORS open', note: 'Any page may read it', src: host('open.example') },
    {
      id: 'foreign',
      title: 'Foreign host',
      note: 'Shown, but no page may read it',
      src: host('cdn.example.com'),
    },
    {
      id: 'hotlink',
      title: 'Hotlink protection',
      note: 'Only with this site as referrer',
      src: host('hotlink.example'),
    },
    {
      id: 'members',
      title: 'Members only',
      note: 'Needs the cookie of <a href="https://members.example/join">members.example</a>',
      src: host('members.example'),
    },
    { id: 'not-found', title: '404', note: 'An error page', src: '/images/nowhere.jpg' },
    { id: 'slow', title: 'Slow host', note: 'Takes its time', src: host('slow.example') },
    {
      id: 'mistyped',
      title: 'Wrong type',
      note: 'A picture that says text/html',
      src: host('typed.example'),
    },
    {
      id: 'redirect',
      title: 'Redirect',
      note: 'Moved to the foreign host',
      src: host('moved.example'),
    },
    {
      id: 'srcset',
      title: 'srcset',
      note: 'A better source than its src',
      element:
        '<img id="srcset" alt="srcset" src="/images/pixel.png" srcset="/images/portrait.jpg 600w" sizes="240px">',
    },
    {
      id: 'linked',
      title: 'Inside a link',
      note: 'The link goes elsewhere',
      element: '<a href="/"><img id="linked" alt="Inside a link" src="/images/poster.png"></a>',
    },
    {
      id: 'canvas',
      title: 'Canvas',
      note: 'Drawn by a script',
      element: '<canvas id="canvas" width="640" height="640"></canvas>',
    },
    {
      id: 'frame',
      title: 'Inside a frame',
      note: 'A frame of this site',
      element: '<iframe id="frame" title="frame" src="/frame"></iframe>',
    },
    {
      id: 'foreign-frame',
      title: 'Inside a foreign frame',
      note: 'A frame of cdn.example.com',
      element:
        '<iframe id="foreign-frame" title="foreign frame" src="https://cdn.example.com/frame"></iframe>',
    },
  ];
}

const SCRIPT = `<script>
fetch('/images/night-lake.png').then((answer) => answer.blob()).then((blob) => {
  document.getElementById('blob').src = URL.createObjectURL(blob);
});
const picture = new Image();
picture.onload = () => document.getElementById('canvas').getContext('2d').drawImage(picture, 0, 0);
picture.src = '/images/mushroom.webp';
</script>`;

/** A page with one figure per way an image can reach a page, and one per difficult file. */
export async function casesPage(): Promise<string> {
  const sources = (await sourceCases()).map(({ id, title, note, src, element }) =>
    figure(
      element ?? `<img id="${id}"${src ? ` src="${src}"` : ''} alt="${title}">`,
      title,
      `${note} <code>#${id}</code>`,
    ),
  );
  const files = Object.keys(BAD_PICTURES).map((name) => {
    const picture = PICTURES[name as keyof typeof BAD_PICTURES];
    // The 48 megapixels take seconds to draw and decode: only when scrolled to.
    const lazy = name === 'huge' ? ' loading="lazy"' : '';
    const img = `<img id="${name}" src="/images/${picture.file}" alt="${picture.caption}"${lazy}>`;
    return figure(img, picture.caption, `${sizeOf(picture)} <code>#${name}</code>`);
  });
  return document(
    'Every way to show a picture',
    `<header><h1>Every way to show a picture</h1><p>One figure for each source an image can have, and one for each difficult file.</p>
<nav><a href="/">Small Pictures</a></nav></header>
<main class="grid"><h2>Sources</h2>${sources.join('\n')}<h2>Files</h2>${files.join('\n')}</main>${SCRIPT}`,
  );
}

/** The inside of the frames: one picture of the frame's own host. */
export function framePage(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frame</title>
<style>html,body{margin:0;height:100%}img{display:block;width:100%;height:100%;object-fit:cover}</style>
<img id="framed" src="/images/portrait.jpg" alt="Portrait with freckles">`;
}

/** The front page of members.example: browsers that block foreign cookies show the picture only here. */
export function membersPage(): string {
  return document(
    'Members',
    `<header><h1>Members</h1><p>The picture here needs a cookie.</p><nav><a href="/join">Join</a></nav></header>
<main class="grid">${figure('<img id="members-own" src="/images/harbour.jpg" alt="For members">', 'For members', '<code>#members-own</code>')}</main>`,
  );
}

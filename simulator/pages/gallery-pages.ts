import {
  DIFFICULT_NAMES,
  GOOD_NAMES,
  PICTURES,
  type Picture,
  type PictureName,
} from '../pictures/pictures';
import { document, figure } from './gallery-document';

function sizeOf({ width, height }: Picture): string {
  return width > 0 ? `${width} &times; ${height}` : 'no picture';
}

/** The front page: its pictures as plain `<img>` tags with the picture's name as id. */
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
    `<header><h1>Small Pictures</h1><p>Little drawings with more in them than their pixels can show. Right-click one and make it large.</p>
<nav><a href="/any">Any image on any page</a><a href="/cases">Sources and files</a></nav></header><main>${figures.join('\n')}</main>`,
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
  const files = DIFFICULT_NAMES.map((name) => {
    const picture = PICTURES[name];
    // Many megapixels take seconds to draw and decode: only when scrolled to.
    const lazy = picture.width > 4000 ? ' loading="lazy"' : '';
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

/** The inside of the frames: one picture of the frame's own host, or another frame around it. */
export function framePage(name: PictureName = 'portrait', depth = 0): string {
  const { file, caption } = PICTURES[name];
  const inside =
    depth > 0
      ? `<iframe id="inner" title="inner" src="/frame?show=${name}&amp;depth=${depth - 1}"></iframe>`
      : `<img id="framed" src="/images/${file}" alt="${caption}">`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frame</title>
<style>html,body{margin:0;height:100%}img,iframe{display:block;width:100%;height:100%;object-fit:cover;border:0}</style>
${inside}`;
}

/** The front page of members.example: browsers that block foreign cookies show the picture only here. */
export function membersPage(): string {
  return document(
    'Members',
    `<header><h1>Members</h1><p>The picture here needs a cookie.</p><nav><a href="/join">Join</a></nav></header>
<main class="grid">${figure('<img id="members-own" src="/images/harbour.jpg" alt="For members">', 'For members', '<code>#members-own</code>')}</main>`,
  );
}

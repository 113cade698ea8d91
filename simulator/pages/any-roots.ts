import type { AnyFigure } from './any-figure';

const INSIDE = 'display:block;width:100%;height:100%;object-fit:cover';

function img(file: string): string {
  return `<img style='${INSIDE}' src='/images/${file}' alt=''>`;
}

function frame(id: string, src: string): string {
  return `<iframe id="${id}" class="fill" title="${id}" src="${src}"></iframe>`;
}

/** Pictures in trees of their own: shadow roots and frames. */
export const ROOT_FIGURES: readonly AnyFigure[] = [
  {
    id: 'shadow-open',
    title: 'Open shadow root',
    note: 'An img in it',
    markup: `<div id="shadow-open" class="fill"><template shadowrootmode="open">${img('city.webp')}</template></div>`,
    menu: 'image',
    expect: { picture: 'city' },
  },
  {
    id: 'shadow-closed',
    title: 'Closed shadow root',
    note: 'No page may look into it',
    markup: `<div id="shadow-closed" class="fill"><template shadowrootmode="closed">${img('poster.png')}</template></div>`,
    menu: 'image',
    expect: { picture: 'poster' },
  },
  {
    id: 'shadow-nested',
    title: 'Shadow root in a shadow root',
    note: 'Closed around open',
    markup: `<div id="shadow-nested" class="fill"><template shadowrootmode="closed"><div style="${INSIDE}"><template shadowrootmode="open">${img('balloons.png')}</template></div></template></div>`,
    menu: 'image',
    expect: { picture: 'balloons' },
  },
  {
    id: 'shadow-background',
    title: 'Background in a closed shadow root',
    note: 'And nothing that is an image',
    markup: `<div id="shadow-background" class="fill"><template shadowrootmode="closed"><div style="${INSIDE};background:url(/images/mushroom.webp) center/cover"></div></template></div>`,
    menu: 'pointer',
    expect: { picture: 'mushroom' },
  },
  {
    id: 'shadow-slot',
    title: 'Slotted, behind a veil',
    note: 'The veil is in the shadow root, the image is not',
    markup: `<div id="shadow-slot" class="fill"><template shadowrootmode="closed"><slot></slot><div style="position:absolute;inset:0"></div></template>${img('cat.jpg')}</div>`,
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'cat' },
  },
  {
    id: 'frame-same',
    title: 'Frame',
    note: 'Of this site',
    markup: frame('frame-same', '/frame?show=lighthouse'),
    frames: ['#frame-same'],
    selector: '#framed',
    menu: 'image',
    expect: { picture: 'lighthouse' },
  },
  {
    id: 'frame-nested',
    title: 'Frame in a frame',
    note: 'Both of this site',
    markup: frame('frame-nested', '/frame?show=harbour&amp;depth=1'),
    frames: ['#frame-nested', '#inner'],
    selector: '#framed',
    menu: 'image',
    expect: { picture: 'harbour' },
  },
  {
    id: 'frame-foreign',
    title: 'Foreign frame',
    note: 'And a picture of its own host',
    markup: frame('frame-foreign', 'https://cdn.example.com/frame?show=portrait'),
    frames: ['#frame-foreign'],
    selector: '#framed',
    menu: 'image',
    needs: 'cdn.example.com',
    expect: { picture: 'portrait' },
  },
  {
    id: 'frame-deep',
    title: 'Three frames deep',
    note: 'All of this site',
    markup: frame('frame-deep', '/frame?show=balloons&amp;depth=2'),
    frames: ['#frame-deep', '#inner', '#inner'],
    selector: '#framed',
    menu: 'image',
    expect: { picture: 'balloons' },
  },
  {
    id: 'frame-blank',
    title: 'Frame without a page',
    note: 'about:blank, filled by a script',
    markup: `<iframe id="frame-blank" class="fill" title="frame-blank"></iframe><script>{const made = document.getElementById('frame-blank').contentDocument; made.open(); made.write("<style>body{margin:0;height:100vh}</style><div id='ground' style='height:100vh;background:url(/images/mushroom.webp) center/cover'></div>"); made.close();}</script>`,
    frames: ['#frame-blank'],
    selector: '#ground',
    menu: 'pointer',
    expect: { picture: 'mushroom' },
  },
  {
    id: 'frame-srcdoc',
    title: 'Frame without an address',
    note: 'srcdoc, with a veil over the picture',
    markup: `<iframe id="frame-srcdoc" class="fill" title="frame-srcdoc" srcdoc="<style>body{margin:0;position:relative;height:100vh}i{position:absolute;inset:0}</style>${img('night-lake.png')}<i id='veil'></i>"></iframe>`,
    frames: ['#frame-srcdoc'],
    selector: '#veil',
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'night-lake' },
  },
  {
    id: 'frame-sandbox',
    title: 'Frame in a sandbox',
    note: 'Its origin is nobody',
    markup: `<iframe id="frame-sandbox" class="fill" title="frame-sandbox" sandbox srcdoc="<style>body{margin:0;height:100vh}</style>${img('city.webp')}"></iframe>`,
    frames: ['#frame-sandbox'],
    selector: 'img',
    menu: 'image',
    expect: { picture: 'city' },
  },
  {
    id: 'frame-sandbox-scripts',
    title: 'Foreign frame in a sandbox',
    note: 'Which may run scripts',
    markup: `<iframe id="frame-sandbox-scripts" class="fill" title="frame-sandbox-scripts" sandbox="allow-scripts" src="https://open.example/frame?show=poster"></iframe>`,
    frames: ['#frame-sandbox-scripts'],
    selector: '#framed',
    menu: 'image',
    expect: { picture: 'poster' },
  },
];

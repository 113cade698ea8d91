import { document, STYLE } from './gallery-document';

/** Shapes of lists in which pages show pictures, each at `/lists/<shape>`. */
export const LIST_SHAPES = ['lazy', 'virtual', 'feed', 'strict', 'painted'] as const;
type ListShape = (typeof LIST_SHAPES)[number];

/** How many pictures each list has. */
const LISTED = 24;
/** How many pages the chapter at `/chapter` has. */
export const CHAPTER = 30;

/** Path of a picture of these lists, from 1 on. */
const listedPath = (number: number) => `/images/numbered/${number}/page-${number}.png`;

const ROW_PX = 360;
const ADDRESS =
  "const addressOf = (number) => '/images/numbered/' + number + '/page-' + number + '.png';";
/** Keeps errors of the page where a test finds them. */
const ERRORS = `addEventListener('error', ({ message }) => {
  document.documentElement.dataset.errors = (document.documentElement.dataset.errors ?? '') + message + '\\n';
});`;

const script = (text: string) => `<script>${ERRORS}\n${ADDRESS}\n${text}</script>`;
const numbers = Array.from({ length: LISTED }, (_, at) => at + 1);

/** With an icon that `img-src 'self'` allows. */
const HEAD = `<link rel="icon" href="/images/pixel.png"><style>${STYLE}</style>`;
const PAGES: Record<ListShape, () => string> = { lazy, virtual, feed, strict, painted };

/** A page with a list; undefined if there is none of this shape. */
export function listPage(shape: string): string | undefined {
  const isKnown = (LIST_SHAPES as readonly string[]).includes(shape);
  return isKnown ? document(`A list: ${shape}`, PAGES[shape as ListShape](), HEAD) : undefined;
}

/** Gives each picture, `#item-1` and so on, its address when it comes near. */
function lazy(): string {
  const items = numbers.map(
    (
      number,
    ) => `<p style="height:${ROW_PX}px;margin:0"><img id="item-${number}" alt="item ${number}"
      src="/images/pixel.png" data-src="${listedPath(number)}" width="400" height="300"></p>`,
  );
  return `<main style="columns:auto">${items.join('')}</main>${script(`
const loader = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && target.dataset.src) {
      target.src = target.dataset.src;
      delete target.dataset.src;
    }
  }
});
for (const image of document.querySelectorAll('[data-src]')) loader.observe(image);`)}`;
}

/** Six nodes that show other pictures as the page is scrolled; `data-number` is the one that a node shows. */
function virtual(): string {
  return `<div id="list" style="position:relative;height:${LISTED * ROW_PX}px"></div>${script(`
const list = document.getElementById('list');
const nodes = Array.from({ length: 6 }, () => list.appendChild(new Image(400, 300)));
function draw() {
  const first = Math.max(0, Math.min(${LISTED - 6}, Math.floor((scrollY - list.offsetTop) / ${ROW_PX})));
  for (let at = first; at < first + 6; at += 1) {
    const node = nodes[at % 6];
    if (node.dataset.number === String(at + 1)) continue;
    node.dataset.number = at + 1;
    // A transform is no layout shift.
    node.style.cssText = 'position:absolute;left:24px;top:0;transform:translateY(' + at * ${ROW_PX} + 'px)';
    node.src = addressOf(at + 1);
  }
}
addEventListener('scroll', draw);
draw();`)}`;
}

/**
 * Keeps its rows as React does: it removes those that have been scrolled by and makes them anew, and fails with a
 * NotFoundError where its tree is not as it left it.
 */
function feed(): string {
  return `<div id="feed" style="position:relative;height:${LISTED * ROW_PX}px"></div>${script(`
const feed = document.getElementById('feed');
const rows = new Map();
function draw() {
  const first = Math.max(1, Math.floor((scrollY - feed.offsetTop) / ${ROW_PX}));
  for (const [number, { row, image, text }] of rows) {
    if (number >= first && number < first + 4) continue;
    rows.delete(number);
    row.removeChild(text);
    row.removeChild(image);
    if (row.childNodes.length > 0) throw new DOMException('something else is in the row', 'NotFoundError');
    feed.removeChild(row);
  }
  for (let number = first; number < first + 4 && number <= ${LISTED}; number += 1) {
    if (rows.has(number)) continue;
    const row = document.createElement('article');
    const image = row.appendChild(new Image());
    const text = row.appendChild(document.createTextNode('item ' + number));
    row.style.cssText = 'position:absolute;left:24px;top:' + (number - 1) * ${ROW_PX} + 'px';
    image.id = 'item-' + number;
    image.srcset = addressOf(number) + ' 1x';
    image.style.cssText = 'display:block;width:400px;height:300px';
    const next = [...rows].filter(([other]) => other > number).sort(([a], [b]) => a - b)[0];
    feed.insertBefore(row, next ? next[1].row : null);
    rows.set(number, { row, image, text });
  }
}
addEventListener('scroll', draw);
draw();`)}`;
}

/** Served with `img-src 'self'`: pictures, sources by type and width, and a background. */
function strict(): string {
  const [one, two, three] = [listedPath(1), listedPath(2), listedPath(3)];
  return `<main style="columns:auto">
<img id="item-1" alt="item 1" src="${one}" width="401" height="300">
<picture><source type="image/png" srcset="${two} 402w" sizes="50vw"><img id="item-2" alt="item 2" src="${one}"
  width="402" height="300" style="width:50vw;height:auto"></picture>
<div id="item-3" style="width:403px;height:300px;background:center / cover url(${three})"></div>
</main>${script('')}`;
}

/** A reader that paints one page after the other on a canvas, `#sheet`; Space turns the page. */
function painted(): string {
  return `<main style="columns:auto"><canvas id="sheet" width="400" height="300"></canvas></main>${script(`
const sheet = document.getElementById('sheet');
let number = 0;
async function turn() {
  number += 1;
  const image = new Image();
  image.src = addressOf(number);
  await image.decode();
  sheet.getContext('2d').drawImage(image, 0, 0, 400, 300);
  sheet.dataset.number = number;
}
addEventListener('keydown', ({ key }) => key === ' ' && turn());
turn();`)}`;
}

/** A chapter of thirty pages, `#page-1` to `#page-30`, one below the other; all but the first wait for scrolling. */
export function chapterPage(): string {
  const pages = Array.from({ length: CHAPTER }, (_, at) => {
    const lazy = at > 0 ? ' loading="lazy"' : '';
    return `<img id="page-${at + 1}" alt="page ${at + 1}" src="${listedPath(at + 101)}"${lazy} width="600" height="800" style="display:block;margin:0 auto 8px">`;
  });
  return document(
    'A chapter',
    `<header><h1>A chapter</h1><img src="/images/harbour.jpg?w=24" width="24" height="18" alt="home"></header>
<main style="columns:auto">${pages.join('\n')}</main>${script('')}`,
  );
}

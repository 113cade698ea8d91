import { document } from './gallery-document';

/** How many pictures the list has, and the most of them that have a node at the same time. */
export const VIRTUAL = { pictures: 200, nodes: 30 } as const;

const COLUMNS = 5;
const ROW_PX = 240;

/** Path of a picture of the list. */
export const virtualPath = (number: number) => `/images/numbered/${number}/item-${number}.png`;

/**
 * A list that only keeps the nodes near the window, as virtual lists do. Every second picture is read by the page and
 * shown by a `blob:`, which is revoked when its node goes. All are read ahead, which `data-read` of the list tells: on a
 * busy machine the list would scroll by before they come, and never show them. `data-most` is the most nodes that were
 * alive.
 */
export function virtualPage(): string {
  const script = `<script type="module">
const list = document.getElementById('list');
const alive = new Map();
const addressOf = (number) => '/images/numbered/' + number + '/item-' + number + '.png';
const read = new Map();
for (let number = 1; number <= ${VIRTUAL.pictures}; number += 2) {
  read.set(number, fetch(addressOf(number)).then((answer) => answer.blob()));
}
Promise.all(read.values()).then(() => list.setAttribute('data-read', ''));
async function show(image, number) {
  if (number % 2 === 0) image.src = addressOf(number);
  else {
    const bytes = await read.get(number);
    if (alive.get(number) === image) image.src = URL.createObjectURL(bytes);
  }
}
function draw() {
  const first = Math.max(0, Math.floor((scrollY - list.offsetTop) / ${ROW_PX}) - 1);
  const from = first * ${COLUMNS} + 1;
  const to = Math.min(${VIRTUAL.pictures}, from + ${VIRTUAL.nodes} - 1);
  for (const [number, image] of alive) {
    if (number >= from && number <= to) continue;
    alive.delete(number);
    image.remove();
    if (image.src.startsWith('blob:')) URL.revokeObjectURL(image.src);
  }
  for (let number = from; number <= to; number += 1) {
    if (alive.has(number)) continue;
    const image = new Image(220);
    image.alt = 'item ' + number;
    image.id = 'item-' + number;
    const [column, row] = [(number - 1) % ${COLUMNS}, Math.floor((number - 1) / ${COLUMNS})];
    image.style.cssText = 'position:absolute;left:' + column * 230 + 'px;top:' + row * ${ROW_PX} + 'px';
    alive.set(number, image);
    list.append(image);
    show(image, number);
  }
  list.dataset.most = Math.max(Number(list.dataset.most ?? 0), list.querySelectorAll('img').length);
}
addEventListener('scroll', draw);
draw();
</script>`;
  const height = (VIRTUAL.pictures / COLUMNS) * ROW_PX;
  return document(
    'A virtual list',
    `<header><h1>A virtual list</h1></header>
<div id="list" style="position:relative;height:${height}px"></div>${script}`,
  );
}

import { GOOD_NAMES, PICTURES } from '../pictures/pictures';
import { document, figure } from './gallery-document';

/** Sets a source late, as scripts of galleries do, and shows bytes that only this page has. */
const SCRIPT = `<script>
setTimeout(() => { document.getElementById('late').src = '/images/${PICTURES.valley.file}' }, 1500);
fetch('/images/${PICTURES['night-lake'].file}?w=300').then((answer) => answer.blob()).then((blob) => {
  document.getElementById('kept').src = URL.createObjectURL(blob);
});
</script>`;

/**
 * A page to choose several pictures from: each of the gallery by two addresses and twice by one of them, icons, one
 * that comes late and is large already, one that is lazy and far below, and one of a `blob:`.
 */
export function severalPage(): string {
  const image = (id: string, src: string, more = '') =>
    `<img id="${id}" alt="${id}" ${src && `src="${src}"`} ${more}>`;
  const each = (make: (name: (typeof GOOD_NAMES)[number], src: string) => string) =>
    GOOD_NAMES.map((name) => make(name, `/images/${PICTURES[name].file}`)).join('\n');
  const body = [
    '<header><h1>Choose several</h1><nav><a href="/">Small Pictures</a></nav></header><main>',
    each((name, src) => figure(image(name, src), PICTURES[name].caption, name)),
    each((name, src) => image(`again-${name}`, src, 'width="160"')),
    each((name, src) => image(`copy-${name}`, `${src}?copy=1`, 'width="160"')),
    each((name, src) => image(`icon-${name}`, `${src}?w=24`, 'width="24" height="24"')),
    image('late', '', 'width="320"'),
    image('kept', '', 'width="300"'),
    '</main><div style="height: 6000px"></div>',
    image('lazy', '/images/transparent.png', 'loading="lazy" width="400" height="300"'),
    SCRIPT,
  ];
  return document('Choose several', body.join('\n'));
}

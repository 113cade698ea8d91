import { document, figure } from './gallery-document';

/** How many pictures the page has, each once. */
export const SIXTY = 60;
/** Those that are all called `cover`. */
const SAME_NAME = { from: 11, to: 40 };
/** Time after which a script gives two of them their address, ms. */
const LATER_MS = 1_500;

/** Path of a picture: thirty have one and the same name, in folders of their own, and one in seven comes late. */
function sixtyPath(number: number): string {
  const isSame = number >= SAME_NAME.from && number <= SAME_NAME.to;
  const name = isSame ? 'cover' : `plate-${number}`;
  return `/images/numbered/${number % 7 === 3 ? 'late/' : ''}${number}/${name}.png`;
}

/** What stands beside a picture: small renditions, other addresses of its bytes, itself once more, its icon. */
function beside(number: number): string {
  const src = sixtyPath(number);
  return [
    number % 4 === 0 ? `<img src="${src}?w=160" width="160" alt="">` : '',
    number % 5 === 0 ? `<img src="${src}?copy=1" width="160" alt="">` : '',
    number % 9 === 0 ? `<img src="${src}" width="160" alt="">` : '',
    number % 6 === 0 ? `<img src="${src}?w=24" width="24" height="24" alt="">` : '',
  ].join('');
}

/**
 * A long page: sixty pictures, `#picture-1` to `#picture-60` in this order, half of them lazy, some with late bytes or
 * a late address, and among them their duplicates and icons.
 */
export function sixtyPage(): string {
  const pictures = Array.from({ length: SIXTY }, (_, at) => {
    const number = at + 1;
    const isLater = number === 20 || number === 33;
    const src = `${isLater ? 'data-later' : 'src'}="${sixtyPath(number)}"`;
    const lazy = number > SIXTY / 2 ? ' loading="lazy"' : '';
    const image = `<img id="picture-${number}" alt="picture ${number}" ${src}${lazy} width="320">`;
    return figure(`${beside(number)}${image}`, `Picture ${number}`, '');
  });
  const script = `<script>setTimeout(() => {
  for (const image of document.querySelectorAll('[data-later]')) image.src = image.dataset.later;
}, ${LATER_MS});</script>`;
  const icons = `<nav><img src="/images/harbour.jpg?w=24" width="24" height="18" alt="home"></nav>`;
  return document(
    'Sixty pictures',
    `<header><h1>Sixty pictures</h1>${icons}</header>
<main class="grid" style="grid-template-columns: 1fr">${pictures.join('\n')}</main>${script}`,
  );
}

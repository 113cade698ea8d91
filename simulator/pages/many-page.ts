import { GOOD_NAMES, PICTURES } from '../pictures/pictures';
import { document } from './gallery-document';

/** How many pictures the page of the benchmark has. */
export const MANY = 3_000;

const STYLE = `<link rel="icon" href="data:,"><link rel="stylesheet" href="/gallery.css"><style>
main.many { columns: auto; display: grid; grid-template-columns: repeat(auto-fill, 32px); gap: 4px; max-width: none }
.many a, .many img { display: block; width: 32px; height: 32px } .many img { object-fit: cover; border-radius: 6px }</style>`;

/** A page of 3,000 small pictures, `#many-0` to `#many-2999`, every third in a link. */
export function manyPage(): string {
  const images = Array.from({ length: MANY }, (_, at) => {
    const { file } = PICTURES[GOOD_NAMES[at % GOOD_NAMES.length] ?? 'harbour'];
    const image = `<img id="many-${at}" src="/images/${file}?w=${24 + (at % 8)}" alt="">`;
    return at % 3 === 0 ? `<a href="/images/${file}">${image}</a>` : image;
  });
  return document(
    'Very many pictures',
    `<header><h1>Very many pictures</h1><p>Three thousand of them, to find one among.</p>
<nav><a href="/any">Any image on any page</a></nav></header><main class="many">${images.join('\n')}</main>`,
    STYLE,
  );
}

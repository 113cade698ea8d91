import type { PictureName } from '../pictures/pictures';
import { type AnyFigure, NOTHING } from './any-figure';

const DRAWN_NOTHING =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%3E%3C/svg%3E";

/** Images without an address yet: the attribute of the loader, the picture, and its file. */
const WAITING: readonly (readonly [string, PictureName, string])[] = [
  ['data-src', 'harbour', 'harbour.jpg'],
  ['data-original', 'city', 'city.webp'],
  ['data-lazy-src', 'portrait', 'portrait.jpg'],
  ['data-actualsrc', 'balloons', 'balloons.png'],
  ['data-croporisrc', 'cat', 'cat.jpg'],
  ['data-ks-lazyload', 'lighthouse', 'lighthouse.jpg'],
  ['data-echo', 'poster', 'poster.png'],
  ['data-lazyload', 'night-lake', 'night-lake.png'],
  ['data-lazy-srcset', 'mushroom', 'mushroom.webp'],
];

function waiting(
  id: string,
  title: string,
  note: string,
  picture: PictureName,
  markup: string,
  isOneOfMany = false,
): AnyFigure {
  const figure = { id, title, note, markup, menu: 'pointer', expect: { picture } } as const;
  return isOneOfMany ? { ...figure, isOneOfMany } : figure;
}

/** Places where something stands in for the picture, which the page names. */
export const LAZY_FIGURES: readonly AnyFigure[] = [
  ...WAITING.map(
    ([attribute, picture, file]): AnyFigure =>
      waiting(
        `waits-${attribute}`,
        `No address, ${attribute}`,
        'Its loader has not come by yet',
        picture,
        `<img id="waits-${attribute}" class="fill waiting" ${attribute}="/images/${file}" alt="">`,
        true,
      ),
  ),
  {
    ...waiting(
      'waits-blank',
      'A file named blank.gif',
      'Which is not there',
      'harbour',
      '<img id="waits-blank" class="fill waiting" src="/images/blank.gif" data-src="/images/harbour.jpg" alt="">',
    ),
    menu: 'image',
  },
  {
    ...waiting(
      'waits-drawing',
      'An empty drawing',
      'As large as the picture will be',
      'cat',
      `<img id="waits-drawing" class="fill waiting" src="${DRAWN_NOTHING}" data-src="/images/cat.jpg" alt="">`,
    ),
    menu: 'image',
  },
  {
    ...waiting(
      'waits-grey',
      'A grey box of the right size',
      'A picture of one colour',
      'lighthouse',
      '<img id="waits-grey" class="fill" src="/images/blank.png" data-src="/images/lighthouse.jpg" alt="">',
    ),
    menu: 'image',
  },
  {
    ...waiting(
      'waits-small',
      'Thirty-two pixels and a noscript',
      'Blurred, and the picture beside it',
      'poster',
      '<img id="waits-small" class="fill blurred" src="/images/poster.png?w=32" alt=""><noscript><img src="/images/poster.png" alt=""></noscript>',
    ),
    menu: 'image',
  },
  {
    ...waiting(
      'waits-linked',
      'One pixel in a link',
      'To the picture',
      'night-lake',
      `<a href="/images/night-lake.png"><img id="waits-linked" class="fill waiting" src="${NOTHING}" alt=""></a>`,
    ),
    menu: 'image',
  },
  {
    ...waiting(
      'waits-source',
      'Sources that wait',
      'picture, with data-srcset',
      'mushroom',
      `<picture><source type="image/webp" data-srcset="/images/mushroom.webp 640w"><img id="waits-source" class="fill waiting" src="${NOTHING}" alt=""></picture>`,
    ),
    menu: 'image',
  },
  waiting(
    'waits-noscript',
    'Only in a noscript',
    'As on pages of news',
    'balloons',
    '<div id="waits-noscript" class="fill waiting"><noscript><img src="/images/balloons.png" alt=""></noscript></div>',
  ),
  waiting(
    'waits-beside',
    'A box, and a noscript beside it',
    'The box keeps the place',
    'portrait',
    '<div class="fill"><div id="waits-beside" class="fill waiting"></div><noscript><img src="/images/portrait.jpg" alt=""></noscript></div>',
  ),
  waiting(
    'waits-padding',
    'A box kept open by padding',
    'The image itself has no size yet',
    'city',
    '<div id="waits-padding" class="waiting" style="position:relative;height:0;padding-top:75%"><img style="position:absolute;inset:0" data-src="/images/city.webp" alt=""></div>',
  ),
  waiting(
    'waits-json',
    'JSON in an attribute',
    'With the address and the size',
    'cat',
    `<img id="waits-json" class="fill waiting" data-image='{"url":"/images/cat.jpg","width":720}' alt="">`,
    true,
  ),
  waiting(
    'waits-card',
    'A card that is a link',
    'Its background waits in data-bg',
    'harbour',
    '<a id="waits-card" class="fill waiting" href="/cases" data-bg="/images/harbour.jpg" aria-label="cases"></a>',
  ),
];

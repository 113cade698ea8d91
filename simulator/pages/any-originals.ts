import type { PictureName } from '../pictures/pictures';
import type { AnyFigure } from './any-figure';

function small(
  id: string,
  title: string,
  note: string,
  picture: PictureName,
  markup: string,
): AnyFigure {
  return { id, title, note, markup, menu: 'image', expect: { picture } };
}

/** The expected picture is the shown one, `width` px wide, because what the page names is another picture. */
function other(
  id: string,
  title: string,
  picture: PictureName,
  width: number,
  markup: string,
): AnyFigure {
  const note = 'Another, larger picture is named';
  return { id, title, note, markup, menu: 'image', expect: { picture, width } };
}

/** Small pictures whose original is elsewhere, and small ones beside which another picture is named. */
export const ORIGINAL_FIGURES: readonly AnyFigure[] = [
  small(
    'original-query',
    'Link to a viewer',
    'The original is in its query',
    'lighthouse',
    '<a href="/viewer?imgurl=https%3A%2F%2Fgallery.example%2Fimages%2Flighthouse.jpg&amp;from=search"><img id="original-query" class="fill" src="/images/lighthouse.jpg?w=180" alt=""></a>',
  ),
  {
    ...small(
      'original-proxy',
      'Image proxy',
      'The address is in url=',
      'poster',
      '<img id="original-proxy" class="fill" src="https://images.weserv.nl/?url=open.example%2Fimages%2Fposter.png&amp;w=200" alt="">',
    ),
  },
  small(
    'original-next',
    'Image optimiser',
    '/_next/image',
    'cat',
    '<img id="original-next" class="fill" src="/_next/image?url=%2Fimages%2Fcat.jpg&amp;w=256&amp;q=75" alt="">',
  ),
  small(
    'original-rule',
    'A host with a rule',
    'name=small, name=orig',
    'harbour',
    '<img id="original-rule" class="fill" src="https://pbs.twimg.com/media/harbour?format=jpg&amp;name=small" alt="">',
  ),
  {
    ...small(
      'original-wall',
      'Another path and another type',
      'Behind a wall: <a href="https://www.pixiv.net/artworks/118">artworks/118</a>',
      'balloons',
      '<a id="original-wall" class="fill words" href="https://www.pixiv.net/artworks/118">artworks/118</a>',
    ),
    page: 'https://www.pixiv.net/artworks/118',
    selector: '#work',
    needs: 'i.pximg.net',
  },
  small(
    'original-linked',
    'Link to another host',
    'Which has the whole picture',
    'night-lake',
    '<a href="https://open.example/images/night-lake.png"><img id="original-linked" class="fill" src="/images/night-lake.png?w=200" alt=""></a>',
  ),
  small(
    'original-avif',
    'A small AVIF is shown',
    'A larger JPEG is the fallback',
    'portrait',
    '<picture><source type="image/avif" srcset="/images/portrait.jpg?w=200&amp;as=avif"><img id="original-avif" class="fill" src="/images/portrait.jpg" alt=""></picture>',
  ),
  small(
    'original-noscript',
    'Small, with a noscript beside',
    'Which has the whole picture',
    'city',
    '<img id="original-noscript" class="fill" src="/images/city.webp?w=240" alt=""><noscript><img src="/images/city.webp" alt=""></noscript>',
  ),
  {
    ...other(
      'answers-once',
      'An address that answers once',
      'cat',
      720,
      '<img id="answers-once" class="fill" src="/images/cat.jpg?once=1" alt="">',
    ),
    note: 'Then it is gone; the page still shows it',
  },
  other(
    'other-linked',
    'Link to another picture',
    'city',
    320,
    '<a href="/images/night-lake.png"><img id="other-linked" class="fill" src="/images/city.webp?w=320" alt=""></a>',
  ),
  other(
    'other-data',
    'data-src of another picture',
    'harbour',
    400,
    '<img id="other-data" class="fill" src="/images/harbour.jpg?w=400" data-src="/images/balloons.png" alt="">',
  ),
  other(
    'other-srcset',
    'srcset with another picture',
    'balloons',
    300,
    '<img id="other-srcset" class="fill" src="/images/balloons.png?w=300" srcset="/images/balloons.png?w=300 300w, /images/city.webp 4000w" sizes="160px" alt="">',
  ),
];

/** The page of a work on the site whose pictures have a wall. */
export function artworkPage(): string {
  const src =
    'https://i.pximg.net/c/540x540_70/img-master/img/2024/05/01/12/00/00/118_p0_master1200.jpg';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Work 118</title><link rel="icon" href="data:,">
<style>body{margin:40px}</style><a href="/artworks/118/large"><img id="work" width="320" height="240" src="${src}" alt="Work 118"></a></html>`;
}

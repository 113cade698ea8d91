import type { PictureName } from '../pictures/pictures';
import { type AnyFigure, NOTHING } from './any-figure';

const UPLOADS = '/wp-content/uploads';

function sources(width: number, ...steps: number[]): string {
  return [...steps.map((w) => `/images/cat.jpg?w=${w} ${w}w`), `/images/cat.jpg ${width}w`].join(
    ', ',
  );
}

/** Pictures that Chromium itself calls images, and their larger versions. */
export const IMG_FIGURES: readonly AnyFigure[] = [
  {
    id: 'img-plain',
    title: 'Plain image',
    note: 'Nothing to it',
    markup: '<img id="img-plain" class="fill" src="/images/harbour.jpg" alt="">',
    menu: 'image',
    expect: { picture: 'harbour' },
  },
  {
    id: 'srcset-x',
    title: 'srcset, by density',
    note: 'The sharp one is for other screens',
    markup:
      '<img id="srcset-x" class="fill" src="/images/city.webp?w=240" srcset="/images/city.webp?w=240 1x, /images/city.webp?w=480 2x, /images/city.webp 4x" alt="">',
    menu: 'image',
    expect: { picture: 'city' },
  },
  {
    id: 'srcset-w',
    title: 'srcset, by width',
    note: 'A small one is enough for this place',
    markup: `<img id="srcset-w" class="fill" src="/images/cat.jpg?w=120" srcset="${sources(720, 160, 320)}" sizes="160px" alt="">`,
    menu: 'image',
    expect: { picture: 'cat' },
  },
  {
    id: 'picture-type',
    title: 'picture, by type',
    note: 'The img in it is one pixel',
    markup:
      '<picture><source type="image/webp" srcset="/images/mushroom.webp"><img id="picture-type" class="fill" src="/images/pixel.png" alt=""></picture>',
    menu: 'image',
    expect: { picture: 'mushroom' },
  },
  {
    id: 'picture-media',
    title: 'picture, by media',
    note: 'Another picture is for printing',
    markup:
      '<picture><source media="print" srcset="/images/poster.png"><source media="all" srcset="/images/balloons.png"><img id="picture-media" class="fill" src="/images/cat.jpg" alt=""></picture>',
    menu: 'image',
    expect: { picture: 'balloons' },
  },
  ...(
    [
      ['data-src', 'lighthouse', '/images/lighthouse.jpg'],
      [
        'data-srcset',
        'night-lake',
        '/images/night-lake.png?w=320 320w, /images/night-lake.png 1024w',
      ],
      ['data-original', 'portrait', '/images/portrait.jpg'],
      ['data-lazy', 'poster', '/images/poster.png'],
    ] satisfies [string, PictureName, string][]
  ).map(
    ([name, picture, value]): AnyFigure => ({
      id: `lazy-${name}`,
      title: `Lazy, ${name}`,
      note: 'Its script has not come by yet',
      markup: `<img id="lazy-${name}" class="fill waiting" src="${NOTHING}" ${name}="${value}" alt="">`,
      menu: 'image',
      isOneOfMany: true,
      expect: { picture },
    }),
  ),
  {
    id: 'lazy-blurred',
    title: 'Lazy, blurred',
    note: 'Sixteen pixels stand in for it',
    markup:
      '<img id="lazy-blurred" class="fill blurred" src="/images/harbour.jpg?w=16" data-src="/images/harbour.jpg" alt="">',
    menu: 'image',
    expect: { picture: 'harbour' },
  },
  {
    id: 'lazy-noscript',
    title: 'Lazy, noscript',
    note: 'The picture is for those without scripts',
    markup: `<img id="lazy-noscript" class="fill waiting" src="${NOTHING}" alt=""><noscript><img src="/images/city.webp" alt=""></noscript>`,
    menu: 'image',
    isOneOfMany: true,
    expect: { picture: 'city' },
  },
  {
    id: 'lazy-data-bg',
    title: 'Lazy background',
    note: 'data-bg on an empty box',
    markup: '<div id="lazy-data-bg" class="fill waiting" data-bg="/images/mushroom.webp"></div>',
    menu: 'pointer',
    expect: { picture: 'mushroom' },
  },
  {
    id: 'link-full',
    title: 'Link to the full picture',
    note: 'The thumbnail is 160 px wide',
    markup:
      '<a href="/images/cat.jpg"><img id="link-full" class="fill" src="/images/cat.jpg?w=160" alt=""></a>',
    menu: 'image',
    expect: { picture: 'cat' },
  },
  {
    id: 'link-elsewhere',
    title: 'Link to a page',
    note: 'Of no use here',
    markup:
      '<a href="/cases"><img id="link-elsewhere" class="fill" src="/images/lighthouse.jpg" alt=""></a>',
    menu: 'image',
    expect: { picture: 'lighthouse' },
  },
  {
    id: 'link-tiny',
    title: 'Very small thumbnail',
    note: '48 px, and a link to the whole',
    markup:
      '<a href="/images/balloons.png"><img id="link-tiny" class="tiny" src="/images/balloons.png?w=48" alt=""></a>',
    menu: 'image',
    expect: { picture: 'balloons' },
  },
  {
    id: 'link-large',
    title: 'Large enough already',
    note: '320 px here, 4096 px behind the link',
    markup:
      '<a href="/images/valley.jpg"><img id="link-large" class="fill" src="/images/valley.jpg?w=320" alt=""></a>',
    menu: 'image',
    expect: { alreadyLarge: true },
  },
  {
    id: 'cdn-path',
    title: 'Size in the path',
    note: 'As WordPress names thumbnails',
    markup: `<img id="cdn-path" class="fill" src="${UPLOADS}/2024/05/harbour-160x120.jpg" alt="">`,
    menu: 'image',
    expect: { picture: 'harbour' },
  },
  {
    id: 'cdn-path-gone',
    title: 'Size in the path, original gone',
    note: 'The thumbnail is all there is',
    markup: `<img id="cdn-path-gone" class="fill" src="${UPLOADS}/2019/01/portrait-300x400.jpg" alt="">`,
    menu: 'image',
    expect: { picture: 'portrait', width: 300 },
  },
  {
    id: 'cdn-query',
    title: 'Size in the query',
    note: 'On a host that is known for it',
    markup:
      '<img id="cdn-query" class="fill" src="https://small-pictures.imgix.net/images/night-lake.png?w=200" alt="">',
    menu: 'image',
    needs: 'small-pictures.imgix.net',
    expect: { picture: 'night-lake' },
  },
  {
    id: 'img-cropped',
    title: 'Cropped by CSS',
    note: 'object-fit: cover, and only the middle',
    markup:
      '<img id="img-cropped" class="fill" style="object-fit:cover;object-position:50% 20%" src="/images/poster.png" alt="">',
    menu: 'image',
    expect: { picture: 'poster' },
  },
  {
    id: 'img-turned',
    title: 'Turned and scaled',
    note: 'By a transform',
    markup:
      '<img id="img-turned" class="fill" style="transform:rotate(-14deg) scale(.72)" src="/images/mushroom.webp" alt="">',
    menu: 'image',
    expect: { picture: 'mushroom' },
  },
  {
    id: 'img-scrolled',
    title: 'Scrolled to',
    note: 'Below the edge of a box that scrolls',
    markup:
      '<div class="fill scroll" tabindex="0"><p>Further down</p><img id="img-scrolled" src="/images/city.webp" alt=""></div>',
    menu: 'image',
    expect: { picture: 'city' },
  },
  {
    id: 'img-rtl',
    title: 'Right to left',
    note: 'In a section that reads the other way',
    markup:
      '<section class="fill rtl" dir="rtl" lang="he"><img id="img-rtl" src="/images/cat.jpg" alt=""><p>תמונה</p></section>',
    menu: 'image',
    expect: { picture: 'cat' },
  },
  {
    id: 'img-map',
    title: 'Image map',
    note: 'An area of it is a link',
    markup:
      '<img id="img-map" class="fill" usemap="#areas" src="/images/harbour.jpg" alt=""><map name="areas"><area shape="default" href="/" alt="home"></map>',
    menu: 'image',
    menuInFirefox: 'pointer',
    expect: { picture: 'harbour' },
  },
  {
    id: 'input-image',
    title: 'A button that is an image',
    note: 'input type=image',
    markup:
      '<input id="input-image" class="fill" type="image" src="/images/lighthouse.jpg" alt="send">',
    menu: 'image',
    expect: { picture: 'lighthouse' },
  },
  {
    id: 'img-own-tab',
    title: 'Opened as its own tab',
    note: '<a href="/images/harbour.jpg">Open it</a>',
    page: '/images/harbour.jpg',
    selector: 'img',
    markup: '<a id="img-own-tab" class="fill words" href="/images/harbour.jpg">harbour.jpg</a>',
    menu: 'image',
    expect: { picture: 'harbour' },
  },
  {
    id: 'img-broken',
    title: 'Not there',
    note: 'Its host answers 404',
    markup: '<img id="img-broken" class="fill" src="/images/nowhere.jpg" alt="nowhere">',
    menu: 'image',
    expect: { sentence: 'no longer has' },
  },
  {
    id: 'img-page',
    title: 'A page, not an image',
    note: 'An error page that calls itself PNG',
    markup: '<img id="img-page" class="fill" src="/images/error-page.png" alt="error page">',
    menu: 'image',
    expect: { sentence: 'page instead of the image' },
  },
  {
    id: 'img-pixel',
    title: 'One pixel',
    note: 'Stretched, and nothing more',
    markup: '<img id="img-pixel" class="fill" src="/images/pixel.png" alt="">',
    menu: 'image',
    expect: { sentence: 'too small|no image here' },
  },
];

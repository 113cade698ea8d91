import type { PictureName } from '../pictures/pictures';
import type { AnyFigure } from './any-figure';

function styled(
  id: string,
  title: string,
  note: string,
  style: string,
  picture: PictureName,
): AnyFigure {
  const markup = `<div id="${id}" class="fill" style="${style}"></div>`;
  return { id, title, note, markup, menu: 'pointer', expect: { picture } };
}

/** Pictures that only a style sheet names. */
export const CSS_FIGURES: readonly AnyFigure[] = [
  styled(
    'css-background',
    'Background',
    'background-image',
    'background:url(/images/portrait.jpg) center/cover',
    'portrait',
  ),
  {
    ...styled(
      'css-backgrounds',
      'Two backgrounds',
      'Side by side: which one?',
      'background:url(/images/city.webp) left/50% 100% no-repeat,url(/images/balloons.png) right/50% 100% no-repeat',
      'city',
    ),
    expect: { picture: 'city', chooser: true },
  },
  styled(
    'css-gradient',
    'Background below a gradient',
    'In one and the same property',
    'background:linear-gradient(#0000,#000a),url(/images/night-lake.png) center/cover',
    'night-lake',
  ),
  styled(
    'css-image-set',
    'image-set()',
    'The sharp one is for other screens',
    "background:image-set('/images/cat.jpg?w=240' 1x,'/images/cat.jpg' 3x) center/cover",
    'cat',
  ),
  styled(
    'css-variable',
    'Through a variable',
    'And a shorthand',
    '--art:url(/images/lighthouse.jpg);background:#234 var(--art) center/cover no-repeat',
    'lighthouse',
  ),
  {
    id: 'css-parent',
    title: 'Words on a background',
    note: 'The picture belongs to a box further up',
    markup:
      '<div class="fill" style="background:url(/images/harbour.jpg) center/cover"><div class="fill words"><p id="css-parent">Good morning</p></div></div>',
    menu: 'pointer',
    expect: { picture: 'harbour' },
  },
  {
    id: 'css-before',
    title: 'Background of ::before',
    note: 'Behind the words of the box',
    markup: '<div id="css-before" class="fill words before"><p>Five strokes</p></div>',
    menu: 'pointer',
    expect: { picture: 'poster' },
  },
  styled(
    'css-border',
    'border-image',
    'A frame made of a picture',
    'border:56px solid;border-image:url(/images/mushroom.webp) 30% fill',
    'mushroom',
  ),
  styled(
    'css-mask',
    'mask-image',
    'A picture as a stencil',
    'background:linear-gradient(135deg,#e4704f,#2f6f7e);mask:url(/images/cut-out.png) center/contain no-repeat',
    'transparent',
  ),
  {
    id: 'css-list',
    title: 'list-style-image',
    note: 'In front of a line of a list',
    markup:
      '<ul class="fill list"><li id="css-list" style="list-style-image:url(/images/balloons.png?w=160)">Sky</li></ul>',
    menu: 'pointer',
    expect: { picture: 'balloons', width: 160 },
  },
  styled(
    'css-content',
    'content on an element',
    'A div that is replaced by a picture',
    'content:url(/images/portrait.jpg)',
    'portrait',
  ),
  {
    id: 'css-content-before',
    title: 'content of ::before',
    note: 'As large as it is',
    markup: '<div id="css-content-before" class="fill content-before"></div>',
    menu: 'pointer',
    expect: { picture: 'city', width: 320 },
  },
  {
    id: 'css-content-img',
    title: 'content on an image',
    note: 'Its src is never shown',
    markup:
      '<img id="css-content-img" class="fill" style="content:url(/images/lighthouse.jpg)" src="/images/pixel.png" alt="">',
    menu: 'image',
    expect: { picture: 'lighthouse' },
  },
];

/** What the figures above cannot say in a style attribute. */
export const CSS_RULES = `
.before { position: relative; isolation: isolate } .before::before { content: ''; position: absolute; inset: 0; z-index: -1; background: url(/images/poster.png) center/cover }
.content-before::before { content: url(/images/city.webp?w=320) }`;

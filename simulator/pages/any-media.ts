import { PICTURES } from '../pictures/pictures';
import type { AnyFigure } from './any-figure';

async function inlineDrawing(): Promise<string> {
  const text = (await PICTURES.svg.make()).toString();
  // An id of its own, and none that other drawings on the page use as well.
  return text
    .replace('<svg ', '<svg id="svg-inline" class="fill" ')
    .replaceAll('id="frame"', 'id="poster-frame"')
    .replaceAll('url(#frame)', 'url(#poster-frame)');
}

function canvas(id: string, title: string, note: string) {
  const markup = `<canvas id="${id}" class="fill" width="1024" height="768"></canvas>`;
  return { id, title, note, markup, menu: 'pointer', isOneOfMany: true } as const;
}

/** Pictures that are drawn, filmed or embedded. */
export const MEDIA_FIGURES: readonly AnyFigure[] = [
  {
    ...canvas('canvas-clean', 'Canvas', 'Drawn by a script'),
    expect: { picture: 'night-lake' },
  },
  {
    ...canvas('canvas-tainted', 'Tainted canvas', 'A foreign picture was drawn on it'),
    expect: { screen: 'city' },
  },
  {
    ...canvas('canvas-blank', 'Blank canvas', 'Nothing was drawn'),
    expect: { sentence: 'is blank|no image here' },
  },
  {
    ...canvas('canvas-gl', 'WebGL canvas', 'Drawn anew for every frame, and then forgotten'),
    expect: { picture: 'harbour' },
  },
  {
    id: 'video-frame',
    title: 'Video',
    note: 'The frame it shows',
    markup:
      '<video id="video-frame" class="fill" src="/media/balloons.webm" muted playsinline preload="auto"></video>',
    menu: 'pointer',
    expect: { picture: 'balloons' },
  },
  {
    id: 'video-foreign',
    title: 'Foreign video',
    note: 'No page may read its frames',
    markup:
      '<video id="video-foreign" class="fill" src="https://cdn.example.com/media/night-lake.webm" muted playsinline preload="auto"></video>',
    menu: 'pointer',
    expect: { screen: 'night-lake' },
  },
  {
    id: 'video-poster',
    isOneOfMany: true,
    title: 'Poster of a video',
    note: 'Before it starts',
    markup:
      '<video id="video-poster" class="fill" poster="/images/portrait.jpg" preload="none"></video>',
    menu: 'pointer',
    expect: { picture: 'portrait' },
  },
  {
    id: 'svg-image',
    title: 'Image in SVG',
    note: 'svg image',
    markup:
      '<svg class="fill" viewBox="0 0 640 640"><image id="svg-image" href="/images/mushroom.webp" width="640" height="640"/></svg>',
    menu: 'image',
    expect: { picture: 'mushroom' },
  },
  {
    id: 'svg-use',
    title: 'Image in SVG, used',
    note: 'svg use, of a symbol',
    markup:
      '<svg width="0" height="0" style="position:absolute"><symbol id="used" viewBox="0 0 720 720"><image href="/images/cat.jpg" width="720" height="720"/></symbol></svg><svg id="svg-use" class="fill" viewBox="0 0 720 720"><use href="#used"/></svg>',
    menu: 'image',
    expect: { picture: 'cat' },
  },
  {
    id: 'svg-inline',
    title: 'Drawing in the page',
    note: 'Inline SVG',
    markup: inlineDrawing,
    menu: 'pointer',
    expect: { picture: 'svg' },
  },
  {
    id: 'object',
    title: 'object',
    note: 'With a type of its own',
    markup:
      '<object id="object" class="fill" type="image/jpeg" data="/images/lighthouse.jpg"></object>',
    menu: 'none',
    menuInFirefox: 'pointer',
    expect: { picture: 'lighthouse' },
  },
  {
    id: 'embed',
    title: 'embed',
    note: 'Older than most',
    markup: '<embed id="embed" class="fill" type="image/jpeg" src="/images/harbour.jpg">',
    menu: 'none',
    menuInFirefox: 'pointer',
    expect: { picture: 'harbour' },
  },
];

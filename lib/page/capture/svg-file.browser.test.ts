import { describe, expect, test } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { svgFile } from './svg-file';

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const NONE = [0, 0, 0, 0];

async function fileOf(id = 's'): Promise<string> {
  const element = byId(id) as unknown as SVGSVGElement;
  const { width, height } = element.getBoundingClientRect();
  return (await svgFile(element, width, height)?.text()) ?? '';
}

/** The colours of the file at some places, drawn as every file is: as an image. */
async function coloursAt(text: string, places: readonly (readonly [x: number, y: number])[]) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  return places.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]);
}

const SQUARE = '<rect class="a" width="50" height="50" fill="red"/>';

describe('what style sheets give the parts of a drawing', () => {
  test.each<[name: string, css: string, content: string, here: [number, number], colour: number[]]>(
    [
      ['a transform', '.a{transform:translate(100px,100px)}', SQUARE, [120, 120], RED],
      ['and nothing is left in its place', '.a{transform:rotate(180deg)}', SQUARE, [20, 20], NONE],
      ['its origin', '.a{rotate:180deg;transform-origin:50px 50px}', SQUARE, [80, 80], RED],
      [
        'its origin in the part itself',
        '.a{scale:3;transform-box:fill-box;transform-origin:100% 100%}',
        '<g transform="translate(110 110)"><rect class="a" width="50" height="50" fill="red"/></g>',
        [20, 20],
        RED,
      ],
      ['a filter', '.a{filter:hue-rotate(0deg) opacity(0)}', SQUARE, [20, 20], NONE],
      [
        'how it blends',
        '.a{mix-blend-mode:multiply}',
        `<rect width="50" height="50" fill="blue"/>${SQUARE}`,
        [20, 20],
        [0, 0, 0, 255],
      ],
      ['a shape that clips it', '.a{clip-path:circle(10px at 40px 40px)}', SQUARE, [5, 5], NONE],
      [
        'a clip path of the drawing',
        '.a{clip-path:url(#c)}',
        `<clipPath id="c"><rect x="25" width="25" height="50"/></clipPath>${SQUARE}`,
        [5, 5],
        NONE,
      ],
      [
        'a mask of the drawing',
        '.a{mask:url(#m)}',
        `<mask id="m"><rect x="25" width="25" height="50" fill="white"/></mask>${SQUARE}`,
        [5, 5],
        NONE,
      ],
      [
        'where dashes begin',
        '.l{stroke-dasharray:50 50;stroke-dashoffset:50}',
        '<line class="l" x2="200" y1="20" y2="20" stroke="red" stroke-width="8"/>',
        [20, 20],
        NONE,
      ],
      [
        'which paint comes first',
        '.a{paint-order:stroke}',
        '<rect class="a" x="20" y="20" width="50" height="50" fill="red" stroke="blue" stroke-width="20"/>',
        [25, 45],
        RED,
      ],
      [
        'marks at its end',
        'path{marker-end:url(#e)}',
        '<marker id="e" markerUnits="userSpaceOnUse" markerWidth="40" markerHeight="40" refX="20" refY="20"><rect width="40" height="40" fill="red"/></marker><path d="M0 0L100 100"/>',
        [105, 90],
        RED,
      ],
      [
        'a place and a size',
        '.g{x:100px;y:50%;width:60px;height:30px}',
        '<rect class="g" width="9" height="9" fill="red"/>',
        [150, 120],
        RED,
      ],
      [
        'a radius',
        'circle{cx:100px;cy:100px;r:40px}',
        '<circle r="9" fill="red"/>',
        [130, 100],
        RED,
      ],
      [
        'a path',
        'path{d:path("M0 50L50 0V50Z")}',
        '<path d="M0 0L50 50V0Z" fill="red"/>',
        [30, 45],
        RED,
      ],
      ['that it is not there', '.a{display:none}', SQUARE, [20, 20], NONE],
      [
        'more than a sheet of its own',
        '',
        '<style>rect{fill:blue}</style><g fill="red"><rect style="fill:red" width="50" height="50"/></g>',
        [20, 20],
        RED,
      ],
      [
        'a moment of an animation',
        '.a{animation:go 1ms forwards}@keyframes go{from,to{fill:blue}}',
        SQUARE,
        [20, 20],
        BLUE,
      ],
      [
        'the end of one of its own',
        '',
        '<style>.b{animation:on 1ms forwards}@keyframes on{from{opacity:0}}</style><rect class="b" width="50" height="50" fill="red"/>',
        [20, 20],
        RED,
      ],
    ],
  )('%s', async (_, css, content, here, colour) => {
    await show(
      `<style>${css}</style><svg id="s" width="200" height="200" viewBox="0 0 200 200">${content}</svg>`,
    );
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await coloursAt(await fileOf(), [here])).toEqual([colour]);
  });

  test('and the rest of them by name', async () => {
    await show(`<style>.a{stroke-miterlimit:9;font-style:italic;vector-effect:non-scaling-stroke;isolation:isolate;letter-spacing:3px}</style>
      <svg id="s" width="200" height="200"><text class="a">x</text></svg>`);
    const text = await fileOf();
    for (const each of [
      'stroke-miterlimit: 9',
      'font-style: italic',
      'vector-effect: non-scaling-stroke',
      'isolation: isolate',
      'letter-spacing: 3px',
    ]) {
      expect(text).toContain(each);
    }
  });

  test('but not how the whole of it lies on the page', async () => {
    await show(`<style>svg{position:absolute;transform:rotate(30deg);mix-blend-mode:multiply}</style>
      <svg id="s" width="200" height="100" viewBox="0 0 200 100" transform="scale(.5)"><rect width="200" height="100" fill="red"/></svg>`);
    const text = await fileOf();
    expect(text).toContain('width="200" height="100"');
    expect(
      await coloursAt(text, [
        [2, 2],
        [197, 97],
      ]),
    ).toEqual([RED, RED]);
  });
});

test('without a viewBox it is as large as its layout, whatever the transform', async () => {
  await show(`<svg id="s" width="400" height="300" style="padding:10px;transform:scale(.5)">
    <rect x="200" y="150" width="200" height="150" fill="red"/></svg>`);
  const text = await fileOf();
  expect(text).toContain('viewBox="0 0 400 300"');
  expect(await coloursAt(text, [[390, 290]])).toEqual([RED]);
});

describe('what is shown by <use>', () => {
  test('has the colours of the place it is shown at', async () => {
    await show(`<svg id="s" width="200" height="200" fill="none"><defs><path id="p" d="M0 0H50V50H0Z"/>
      <path id="q" d="M100 0H150V50H100Z" fill="currentColor"/></defs><use href="#p" fill="red"/><use href="#q" color="blue"/></svg>`);
    const places = [
      [20, 20],
      [120, 20],
    ] as const;
    expect(await coloursAt(await fileOf(), places)).toEqual([RED, BLUE]);
  });

  test('from a hidden sprite, with its styles and what it borrows in turn', async () => {
    await show(`<style>.b{fill:blue}</style><svg style="display:none"><linearGradient id="g"><stop stop-color="red"/></linearGradient>
      <symbol id="p" viewBox="0 0 200 200"><rect width="25" height="25" transform="scale(2)" fill="url(#g)"/><rect class="b" x="100" width="50" height="50"/></symbol></svg>
      <svg id="s" width="200" height="200"><use href="#p"/></svg>`);
    const places = [
      [40, 40],
      [120, 20],
    ] as const;
    expect(await coloursAt(await fileOf(), places)).toEqual([RED, BLUE]);
  });
});

test('no script of any kind gets in, and no reference leads out of the file', async () => {
  await show(`<svg id="s" width="200" height="200" style="fill:url(https://x.example/a#p)"><script>1</script>
    <foreignObject width="9" height="9"><script xmlns="http://www.w3.org/1999/xhtml">2</script><p onclick="x()">words</p></foreignObject>
    <rect style="mask:url(https://x.example/a.svg#m);filter:url(https://x.example/b.svg#f)" width="9" height="9"/></svg>`);
  const text = await fileOf();
  expect(text).toContain('words');
  expect(text).not.toMatch(/<script|onclick|x\.example/);
});

test('large drawings are written in time', async () => {
  const parts = Array.from(
    { length: 1990 },
    (_, at) => `<path class="a" d="M${at} 0L${at} 50l3 3" fill="red"/>`,
  );
  await show(
    `<style>.a{opacity:.5}</style><svg id="s" width="200" height="200">${parts.join('')}</svg>`,
  );
  const started = performance.now();
  const text = await fileOf();
  expect(performance.now() - started).toBeLessThan(3000);
  expect(text.length).toBeLessThan(300_000);
});

test('a drawing with an image from elsewhere makes no file, which would lack the image', async () => {
  await show(
    '<svg id="s" width="90" height="90"><rect width="9" height="9"/><image href="/a.png" width="90" height="90"/></svg>',
  );
  expect(await fileOf()).toBe('');
});

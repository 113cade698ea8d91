import { describe, expect, it } from 'vitest';
import { rasteriseSvg } from './rasterise-svg';
import { countCopies } from './svg-copies';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';
const RECT = '<rect width="4" height="4"/>';
const drawing = (body: string) => `<svg ${NAMESPACE} viewBox="0 0 40 20">${body}</svg>`;

/** Ten copies of ten copies, `depth` times, by `<use>`. */
function uses(depth: number): string {
  const levels = Array.from(
    { length: depth },
    (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`,
  );
  return `<defs><g id="a0">${RECT}</g>${levels.join('')}</defs><use href="#a${depth}"/>`;
}

/** The same by anything that paints by name: `make` wraps the content of a level. */
function painted(
  depth: number,
  property: string,
  make: (id: string, content: string) => string,
  link = (id: string) => `${property}="url(#${id})"`,
): string {
  const box = '<rect width="9" height="9"';
  const levels = Array.from({ length: depth }, (_, at) =>
    make(`p${at + 1}`, `${box} ${at > 0 ? link(`p${at}`) : ''}/>`.repeat(10)),
  );
  return `<defs>${levels.join('')}</defs>${box} ${link(`p${depth}`)}/>`;
}

const pattern = (id: string, content: string) =>
  `<pattern id="${id}" width="1" height="1" patternUnits="userSpaceOnUse">${content}</pattern>`;
const base64 = (text: string) => `data:image/svg+xml;base64,${btoa(text)}`;
const image = (href: string) => `<image width="9" height="9" href="${href}"/>`;
const html = (body: string) =>
  `<foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml">${body}</div></foreignObject>`;

const BOMB = drawing(uses(7));
const BOMBS: Record<string, string> = {
  'copies by use': uses(7),
  'a bomb in an image': image(base64(BOMB)),
  'a bomb in an image by percent signs': image(`data:image/svg+xml,${encodeURIComponent(BOMB)}`),
  'a bomb in an image with parameters': image(
    `data:image/svg+xml;charset=utf-8,${encodeURIComponent(BOMB)}`,
  ),
  'a bomb in an image with a lone percent sign': image(
    `data:image/svg+xml,${encodeURIComponent(BOMB.replace('<rect', '<rect fill="%"'))}`.replace(
      '%25',
      '%',
    ),
  ),
  'a bomb in an image with letters that are none': image(
    `data:image/svg+xml,${encodeURIComponent(BOMB)}<!--%FF-->`.replaceAll('<', '%3C'),
  ),
  'a bomb in an image in UTF-16': image(
    `data:image/svg+xml,%FF%FE${[...BOMB].map((letter) => `%${letter.charCodeAt(0).toString(16)}%00`).join('')}`,
  ),
  'a bomb with a broken address': image(base64(BOMB).replace('data:', 'da&#10;ta:')),
  'a bomb two images deep': image(base64(drawing(image(base64(BOMB))))),
  'a bomb whose parts are in many images': image(base64(drawing(uses(3)))).repeat(30),
  'copies of an image with copies': `<defs><g id="i">${image(base64(drawing(uses(2))))}</g></defs>${'<use href="#i"/>'.repeat(999)}`,
  'a bomb in a filter': `<filter id="f"><feImage href="${base64(BOMB)}"/></filter><rect width="9" height="9" filter="url(#f)"/>`,
  'a bomb in HTML': html(`<img src="${base64(BOMB)}"/>`),
  'a bomb in a set of sources': html(`<img srcset="${base64(BOMB)} 1x"/>`),
  'a bomb in a style': html(`<p style="background:url('${base64(BOMB)}')">x</p>`),
  'a bomb in an escaped style': html(`<p style="background:url('\\64 ata:image/svg+xml,x')">x</p>`),
  'a bomb in a style sheet': `<style>rect{mask-image:url("${base64(BOMB)}")}</style>${RECT}`,
  'a style sheet by address': `<style>@import url("data:text/css,*{mask:url(%23m)}");</style>${RECT}`,
  'patterns of patterns': painted(5, 'fill', pattern),
  'patterns by style': painted(5, 'fill', pattern, (id) => `style="fill:url(#${id})"`),
  'patterns by escaped style': painted(5, 'fill', pattern, (id) => `style="fill:u\\72l(#${id})"`),
  'patterns by class': `<style>${[1, 2, 3, 4, 5].map((at) => `.c${at}{fill:url(#p${at})}`).join('')}</style>${painted(5, 'fill', pattern, (id) => `class="c${id.slice(1)}"`)}`,
  'patterns that are handed down': `<defs>${pattern('p', RECT.repeat(200))}</defs><g fill="url(#p)">${RECT.repeat(200)}</g>`,
  'masks of masks': painted(5, 'mask', (id, content) => `<mask id="${id}">${content}</mask>`),
  'clips of clips': painted(
    5,
    'clip-path',
    (id, content) => `<clipPath id="${id}">${content}</clipPath>`,
  ),
  'markers at many corners': `<marker id="m">${RECT.repeat(50)}</marker><path marker-mid="url(#m)" d="M0 0${'h1v1'.repeat(1_000)}"/>`,
  'a link that is put in later': `<defs>${uses(7)}</defs><use href="#a0"><set attributeName="href" to="#a7"/></use>`,
};

const HARMLESS: Record<string, string> = {
  'nothing but shapes': RECT.repeat(30_000),
  'gradients by class': `<style>${Array.from({ length: 300 }, (_, at) => `.c${at}{fill:url(#g)}`).join('')}</style><linearGradient id="g"><stop offset="0"/></linearGradient>${Array.from({ length: 3_000 }, (_, at) => `<rect class="c${at % 300}" width="1" height="1"/>`).join('')}`,
  'a symbol that is used a thousand times': `<symbol id="s">${RECT.repeat(10)}</symbol>${'<use href="#s"/>'.repeat(1_000)}`,
  'icons as images': image(base64(drawing(RECT.repeat(20)))).repeat(50),
  'a photo and a font': `<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}</style>${image('data:image/png;base64,iVBORw0KGgo=')}`,
  'clipped groups': `<clipPath id="c">${RECT}</clipPath>${`<g clip-path="url(#c)">${RECT.repeat(20)}</g>`.repeat(500)}`,
  'a texture': `<defs>${pattern('p', RECT.repeat(10))}</defs>${'<rect width="9" height="9" fill="url(#p)"/>'.repeat(500)}`,
  'itself within itself': `<g id="a"><use href="#a"/>${RECT}</g>`,
  'a link with a lone percent sign': '<use href="#%"/><a href="#top"/>',
};

describe('a drawing', () => {
  it.each(Object.entries(BOMBS))('is refused at once: %s', async (_, body) => {
    const before = performance.now();
    const svg = new Blob([drawing(body)], { type: 'image/svg+xml' });
    await expect(rasteriseSvg(svg, 40)).rejects.toThrow('too often');
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it.each(Object.entries(HARMLESS))('is drawn: %s', async (_, body) => {
    const svg = new Blob([drawing(body)], { type: 'image/svg+xml' });
    expect((await rasteriseSvg(svg, 40)).image.type).toBe('image/png');
  });

  it('counts nothing where nothing is copied, and every copy where something is', () => {
    expect(countCopies(drawing(RECT.repeat(500)))).toBe(0);
    // Two more of a group with one rectangle.
    expect(countCopies(drawing(`<g id="a">${RECT}</g>${'<use href="#a"/>'.repeat(2)}`))).toBe(4);
    const icon = drawing(RECT);
    expect(countCopies(drawing(image(base64(icon)).repeat(3)))).toBe(0);
  });

  it('is counted in a moment, however its links are padded', () => {
    const before = performance.now();
    countCopies(
      drawing(`<rect style="fill:url(${' '.repeat(300_000)}x" mask="url(${' '.repeat(300_000)}"/>`),
    );
    expect(performance.now() - before).toBeLessThan(1_500);
  });

  it('is counted in a moment, however its parts hold each other', () => {
    const deep = (each: string, count: number, core: string) => each.repeat(count) + core;
    const nested = Array.from({ length: 3_000 }, (_, at) => `<g id="n${at}">`).join('');
    const links = Array.from({ length: 3_000 }, (_, at) => `<use href="#n${at}"/>`).join('');
    const before = performance.now();
    countCopies(drawing(nested + deep('', 0, RECT) + '</g>'.repeat(3_000) + links));
    expect(performance.now() - before).toBeLessThan(1_500);
  });
});

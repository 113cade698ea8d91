import type { AnyFigure } from './any-figure';

/** The large picture behind everything, which must never win. */
const BEHIND =
  '<img style="display:block;width:960px;height:720px" src="/images/city.webp" alt="">';
const MIDDLE =
  'position:fixed;left:300px;top:140px;width:400px;height:300px;margin:0;border:0;padding:0';

/** Opens the dialog, and again after Escape. */
const OPEN =
  "const box = document.querySelector('dialog'); box.showModal(); box.onclose = () => box.showModal()";

interface Layer {
  id: string;
  title: string;
  note: string;
  menu: AnyFigure['menu'];
  menuInFirefox?: AnyFigure['menu'];
  expect: AnyFigure['expect'];
  /** What lies over the large picture. */
  body: string;
  /** What opens it. */
  script?: string;
}

const LAYERS: readonly Layer[] = [
  {
    id: 'layer-lightbox',
    title: 'Lightbox',
    note: 'A fixed box with a dark ground, over a larger picture',
    menu: 'image',
    expect: { picture: 'poster' },
    body: `<div style="position:fixed;inset:0;background:#000d"><img id="layer-lightbox" style="${MIDDLE}" src="/images/poster.png" alt=""></div>`,
  },
  {
    id: 'layer-dialog',
    title: 'Modal dialog',
    note: 'Its picture is a background',
    menu: 'pointer',
    expect: { picture: 'cat' },
    body: `<dialog id="layer-dialog" style="${MIDDLE};background:url(/images/cat.jpg) center/cover"></dialog>`,
    script: OPEN,
  },
  {
    id: 'layer-words',
    title: 'Modal dialog with words',
    note: 'The picture behind it cannot be meant',
    menu: 'pointer',
    expect: { sentence: 'no image here' },
    body: `<dialog style="${MIDDLE};background:#fff"><p id="layer-words" style="margin:100px">Accept?</p></dialog>`,
    script: OPEN,
  },
  {
    id: 'layer-popover',
    title: 'Popover',
    note: 'In the top layer, over a larger picture',
    menu: 'pointer',
    expect: { picture: 'lighthouse' },
    body: `<div id="layer-popover" popover="manual" style="${MIDDLE};background:url(/images/lighthouse.jpg) center/cover"></div>`,
    script: "document.querySelector('[popover]').showPopover()",
  },
  {
    id: 'layer-grounds',
    title: 'Two backgrounds',
    note: 'The upper one is smaller',
    menu: 'pointer',
    expect: { picture: 'balloons' },
    body: `<div style="position:fixed;inset:0;background:url(/images/city.webp) center/cover"><div id="layer-grounds" style="${MIDDLE};background:url(/images/balloons.png) center/cover"></div></div>`,
  },
  {
    id: 'layer-inert',
    title: 'An inert page',
    note: 'Behind a box that calls itself a dialog',
    menu: 'pointer',
    expect: { picture: 'mushroom' },
    body: `<div role="dialog" aria-modal="true" style="position:fixed;inset:0;background:#0008"><div id="layer-inert" style="${MIDDLE};background:url(/images/mushroom.webp) center/cover"></div></div>`,
    script: "document.querySelector('main').inert = true",
  },
];

/** Pictures on top of a larger one, each on a page of its own. */
export const LAYER_FIGURES: readonly AnyFigure[] = LAYERS.map(
  ({ body: _, script: _s, id, title, note, ...rest }) => ({
    ...rest,
    id,
    title,
    note: `${note}: <a href="/layer?of=${id}">open it</a>`,
    page: `/layer?of=${id}`,
    markup: `<a id="${id}" class="fill words" href="/layer?of=${id}">${title}</a>`,
  }),
);

/** The page of a layer; undefined if there is none with this id. */
export function layerPage(of: string | null): string | undefined {
  const layer = LAYERS.find(({ id }) => id === of);
  if (!layer) return undefined;
  const { title, body, script = '' } = layer;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<style>body{margin:0}::backdrop{background:#000a}</style><main>${BEHIND}</main>${body}<script>${script}</script></html>`;
}

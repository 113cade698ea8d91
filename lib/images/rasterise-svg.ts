/**
 * Elements that `<use>` may add by copying. A few lines can ask for 10^7 of them, and the thread
 * that draws is the one the popup runs on.
 */
const MAX_COPIES = 20_000;
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Draws an SVG at the given size, px. Needs a document: workers cannot load SVG. As an image it
 * runs no script and loads nothing from elsewhere, whatever the file says.
 * @returns a PNG
 * @throws if the file cannot be drawn, or would copy its own parts without end
 */
export async function rasteriseSvg(svg: Blob, width: number, height: number): Promise<Blob> {
  if (countCopies(await parsed(svg)) > MAX_COPIES) throw new Error('copies itself without end');
  const image = new Image(width, height);
  image.src = await dataUrl(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Not an object URL: Chromium lets no canvas be read that drew HTML in SVG from one. */
function dataUrl(svg: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([svg], { type: 'image/svg+xml' }));
  });
}

/** Parsed only: a document without a window draws nothing, copies nothing and loads nothing. */
async function parsed(svg: Blob): Promise<Document> {
  return new DOMParser().parseFromString(await svg.text(), 'image/svg+xml');
}

/** How many elements all `<use>` of the document stand for; the count ends above the limit. */
function countCopies(drawing: Document): number {
  const sizes = new Map<Element, number>();
  const sizeOf = (root: Element): number => {
    const known = sizes.get(root);
    if (known !== undefined) return known;
    // Until it is known: an element within itself, which browsers do not draw.
    sizes.set(root, 0);
    const inside = [root, ...root.getElementsByTagName('*')];
    let size = inside.length;
    for (const element of inside) {
      if (size > MAX_COPIES) break;
      if (element.localName === 'use') size += copied(element, drawing, sizeOf);
    }
    sizes.set(root, size);
    return size;
  };
  let copies = 0;
  for (const element of drawing.getElementsByTagName('*')) {
    if (element.localName === 'use') copies += copied(element, drawing, sizeOf);
    if (copies > MAX_COPIES) break;
  }
  return copies;
}

function copied(use: Element, drawing: Document, sizeOf: (root: Element) => number): number {
  const link = use.getAttribute('href') ?? use.getAttributeNS(XLINK, 'href') ?? '';
  const target = link.startsWith('#')
    ? drawing.getElementById(decodeURIComponent(link.slice(1)))
    : null;
  return target ? sizeOf(target) : 0;
}

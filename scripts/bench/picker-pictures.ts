import type { Page } from 'playwright';
import sharp from 'sharp';

/** Side of the smallest picture, px: several times that of a thumbnail. */
const WIDTH = 1_200;
const HEIGHT = 900;
/** So many widths, then the next height: no two pictures have one size, so none are folded. */
const WIDTHS = 50;

/** Letters only: figures could be taken for a size. */
const nameOf = (at: number) =>
  at.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));

/** Makes different JPEG files. @returns by name */
export async function makePictures(count: number): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at < count; at += 1) {
    const size = { width: WIDTH + (at % WIDTHS), height: HEIGHT + Math.floor(at / WIDTHS) };
    const background = { r: (at * 37) % 256, g: (at * 91) % 256, b: (at * 151) % 256 };
    const image = sharp({ create: { ...size, channels: 3, background } });
    files.set(nameOf(at), await image.jpeg({ quality: 60 }).toBuffer());
  }
  return files;
}

/** Shows the first pictures of `makePictures` on a page that is open, and waits until all have loaded. */
export async function showPictures(
  page: Page,
  files: ReadonlyMap<string, Buffer>,
  count: number,
): Promise<void> {
  await page.route('**/bench-pictures/*', (route) => {
    const name = /(\w+)\.jpg$/.exec(route.request().url())?.[1] ?? '';
    return route.fulfill({ contentType: 'image/jpeg', body: files.get(name) ?? Buffer.alloc(0) });
  });
  const names = [...files.keys()].slice(0, count);
  await page.evaluate(async (all) => {
    const images = all.map((name) => `<img src="/bench-pictures/${name}.jpg" alt="${name}">`);
    document.body.innerHTML = `<style>img{width:120px;height:90px}</style>${images.join('')}`;
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})));
  }, names);
}

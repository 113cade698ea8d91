import { describe, expect, it } from 'vitest';
import { rasteriseSvg } from './rasterise-svg';

const svg = (body: string, attributes = 'viewBox="0 0 40 20"') =>
  new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`]);

const png = async (drawing: Blob, longSide: number) =>
  (await rasteriseSvg(drawing, longSide)).image;

async function pixel(image: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])];
}

/** The box of all pixels with ink, px, and the size of the picture. */
async function inked(image: Blob) {
  const { width, height } = await createImageBitmap(image);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(await createImageBitmap(image), 0, 0);
  const data = context?.getImageData(0, 0, width, height).data ?? [];
  const at = Array.from({ length: width * height }, (_, index) => index).filter(
    (index) => (data[index * 4 + 3] ?? 0) > 128,
  );
  const columns = at.map((index) => index % width);
  const rows = at.map((index) => Math.floor(index / width));
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b), -1);
  return { width, height, box: [least(columns), least(rows), most(columns), most(rows)] };
}

describe('an SVG', () => {
  it('is drawn at the asked size', async () => {
    const image = await png(svg('<rect width="20" height="20" fill="#f00"/>'), 400);
    const bitmap = await createImageBitmap(image);
    expect([image.type, bitmap.width, bitmap.height]).toEqual(['image/png', 400, 200]);
    expect(await pixel(image, 100, 100)).toEqual([255, 0, 0, 255]);
    expect(await pixel(image, 300, 100)).toEqual([0, 0, 0, 0]);
  });

  it('runs no script', async () => {
    const script = '<script>globalThis.ran = true</script>';
    await rasteriseSvg(svg(`${script}<rect width="40" height="20"/>`), 40);
    await rasteriseSvg(svg(`${script}<rect width="40" height="20"/>`, 'onload="ran = 1"'), 40);
    expect('ran' in globalThis).toBe(false);
  });

  it('with HTML in it is drawn', async () => {
    const html = '<p xmlns="http://www.w3.org/1999/xhtml" style="background:#f00;margin:0">Hi</p>';
    const body = `<foreignObject width="40" height="20">${html}</foreignObject>`;
    expect(await pixel(await png(svg(body), 40), 35, 3)).toEqual([255, 0, 0, 255]);
  });

  it('that copies its own parts is drawn, unless it does so too often', async () => {
    const rows = (depth: number) =>
      Array.from({ length: depth }, (_, index) => {
        return `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`;
      }).join('');
    const drawing = (depth: number) =>
      svg(
        `<defs><rect id="a0" width="40" height="20" fill="#f00"/>${rows(depth)}</defs><use href="#a${depth}"/>`,
      );
    expect(await pixel(await png(drawing(3), 40), 9, 9)).toEqual([255, 0, 0, 255]);
    await expect(rasteriseSvg(drawing(7), 40)).rejects.toThrow('too often');
  });

  it('that is broken is refused', async () => {
    await expect(rasteriseSvg(new Blob(['<svg><g>']), 40)).rejects.toThrow();
  });

  it('in UTF-16 or Latin-1 is drawn', async () => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><g id="é"/></svg>';
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0), 0])]);
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`;
    const bytes = Uint8Array.from(latin, (letter) => letter.charCodeAt(0));
    for (const file of [utf16, bytes]) {
      expect(await rasteriseSvg(new Blob([file]), 40)).toMatchObject({ width: 4, height: 2 });
    }
  });
});

describe('the content of an SVG fills the picture', () => {
  const ALL = '<rect x="0" y="0" width="400" height="200" fill="#08f"/>';
  const AWAY = '<rect x="30" y="50" width="100" height="50" fill="#08f"/>';
  const PLAN = '<rect x="9000" y="20000" width="20000" height="10000" fill="#08f"/>';
  it.each([
    ['with percentages and no view box', 'width="100%" height="100%"', ALL, 400, 200],
    ['with neither size nor view box', '', ALL, 400, 200],
    ['with neither, away from the origin', '', AWAY, 100, 50],
    ['with neither, far from the origin', '', PLAN, 20_000, 10_000],
    ['with neither, as small as an icon', '', '<path d="M2 2h8v4h-8z" fill="#08f"/>', 8, 4],
    ['with one side and no view box', 'width="400"', ALL, 400, 200],
    ['with the other side', 'height="200"', ALL, 400, 200],
    ['with sizes in px only', 'width="400" height="200"', ALL, 400, 200],
    ['with sizes in em and pt', 'width="25em" height="150pt"', ALL, 400, 200],
    ['with viewport units and no view box', 'width="100vw" height="50vh"', ALL, 400, 200],
    ['with percentages and a view box', 'width="100%" viewBox="0 0 400 200"', ALL, 400, 200],
    [
      'with a size in its style',
      'viewBox="0 0 400 200" style="width:40px;height:20px"',
      ALL,
      40,
      20,
    ],
    [
      'with percentages in its style, which outranks its attributes',
      'style="width:100%; max-width: 9px; height:auto" width="24" height="24" viewBox="0 0 400 200"',
      ALL,
      400,
      200,
    ],
    [
      'with a size that does not fit its view box',
      'width="9" height="0" viewBox="0 0 400 200"',
      ALL,
      9,
      4.5,
    ],
  ])('%s', async (_, attributes, body, width, height) => {
    const drawn = await rasteriseSvg(svg(body, attributes), 256);
    expect(Math.abs(drawn.width / width - 1)).toBeLessThan(0.02);
    expect(Math.abs(drawn.height / height - 1)).toBeLessThan(0.02);
    const seen = await inked(drawn.image);
    expect([seen.width, Math.abs(seen.height - 128) <= 2]).toEqual([256, true]);
    const [left = 9, top = 9, right = 0, bottom = 0] = seen.box;
    expect(Math.max(left, top, 255 - right, seen.height - 1 - bottom)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['that has no end', '<rect width="100%" height="100%" fill="#08f"/>'],
    ['that is nothing', '<g/>'],
    ['that lies outside', '<rect x="-90" y="-90" width="9" height="9"/>'],
  ])('and 300 x 150 stands for content %s', async (_, body) => {
    const { width, height } = await rasteriseSvg(svg(body, 'width="100%"'), 300);
    expect([width, height]).toEqual([300, 150]);
  });
});

import { describe, expect, it } from 'vitest';
import { rasteriseSvg } from './rasterise-svg';

const svg = (body: string, attributes = 'viewBox="0 0 40 20"') =>
  new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`]);

async function pixel(png: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(png);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])];
}

describe('an SVG', () => {
  it('is drawn at the asked size', async () => {
    const png = await rasteriseSvg(svg('<rect width="20" height="20" fill="#f00"/>'), 400, 200);
    const bitmap = await createImageBitmap(png);
    expect([png.type, bitmap.width, bitmap.height]).toEqual(['image/png', 400, 200]);
    expect(await pixel(png, 100, 100)).toEqual([255, 0, 0, 255]);
    expect(await pixel(png, 300, 100)).toEqual([0, 0, 0, 0]);
  });

  it('runs no script', async () => {
    const hostile = svg('<script>globalThis.ran = true</script><rect width="40" height="20"/>');
    await rasteriseSvg(hostile, 40, 20);
    expect('ran' in globalThis).toBe(false);
  });

  it('with HTML in it is drawn', async () => {
    const html = '<p xmlns="http://www.w3.org/1999/xhtml" style="background:#f00;margin:0">Hi</p>';
    const body = `<foreignObject width="40" height="20">${html}</foreignObject>`;
    expect(await pixel(await rasteriseSvg(svg(body), 40, 20), 35, 3)).toEqual([255, 0, 0, 255]);
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
    expect(await pixel(await rasteriseSvg(drawing(3), 40, 20), 9, 9)).toEqual([255, 0, 0, 255]);
    await expect(rasteriseSvg(drawing(7), 40, 20)).rejects.toThrow('too often');
  });

  it('that is broken is refused', async () => {
    await expect(rasteriseSvg(new Blob(['<svg><g>']), 40, 20)).rejects.toThrow();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { isCanvasNoisy, probeCanvas } from '../find/canvas-probe';
import { findAt } from '../find/find';
import { capturePixels } from './capture';

const BOX = 'position:absolute;left:20px;top:20px;width:300px;height:200px;';

beforeEach(() => {
  document.body.innerHTML = '';
});

async function captured(isNoisy: () => boolean = () => false) {
  const { finding, elements } = findAt({ x: 150, y: 110 });
  return capturePixels(finding, elements, isNoisy);
}

function bytesOf(key: string | undefined): Blob | undefined {
  return (globalThis as { upscaleImages?: Map<string, Blob> }).upscaleImages?.get(key ?? '');
}

async function canvas(draw: (context: CanvasRenderingContext2D) => unknown): Promise<void> {
  await show(`<canvas id="c" width="600" height="400" style="${BOX}"></canvas>`);
  const context = (byId('c') as HTMLCanvasElement).getContext('2d');
  if (context) await draw(context);
}

function paint(context: CanvasRenderingContext2D): void {
  context.fillStyle = 'crimson';
  context.fillRect(0, 0, 300, 400);
}

describe('a canvas', () => {
  test('is kept as PNG in its own size', async () => {
    await canvas(paint);
    const { winner, candidates } = await captured();
    expect(winner).toEqual(candidates[0]);
    const blob = bytesOf(winner?.captureKey);
    expect(blob?.type).toBe('image/png');
    const bitmap = await createImageBitmap(blob ?? new Blob());
    expect([bitmap.width, bitmap.height]).toEqual([600, 400]);
  });

  test('is kept at once in a page that is never idle', async () => {
    await canvas(paint);
    let frames = 0;
    let isOver = false;
    const work = () => {
      frames += 1;
      const end = performance.now() + 30;
      while (performance.now() < end);
      if (!isOver) requestAnimationFrame(work);
    };
    requestAnimationFrame(work);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = frames;
    const { winner } = await captured();
    isOver = true;
    expect(winner?.captureKey).toBeDefined();
    expect(frames - before).toBeLessThan(10);
  });

  test.each([
    ['nothing drawn', () => undefined],
    ['one colour', (context: CanvasRenderingContext2D) => context.fillRect(0, 0, 600, 400)],
  ])('blank: %s', async (_, draw) => {
    await canvas(draw);
    const { winner } = await captured();
    expect(winner).toMatchObject({ captureFailure: 'blank' });
    expect(winner?.captureKey).toBeUndefined();
  });

  test('tainted by a picture of another site', async () => {
    await canvas(async (context) => {
      const image = new Image();
      // An SVG with foreign content taints everywhere, without a second host.
      image.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>')}`;
      await image.decode();
      paint(context);
      context.drawImage(image, 0, 0);
    });
    const { winner } = await captured();
    // Where the browser does not taint it, there are honest bytes.
    expect(winner?.captureFailure === 'tainted' || winner?.captureKey !== undefined).toBe(true);
  });

  test('a security error is told as tainted', async () => {
    await canvas(paint);
    const original = OffscreenCanvasRenderingContext2D.prototype.getImageData;
    OffscreenCanvasRenderingContext2D.prototype.getImageData = () => {
      throw new DOMException('tainted', 'SecurityError');
    };
    try {
      expect((await captured()).winner).toMatchObject({ captureFailure: 'tainted' });
    } finally {
      OffscreenCanvasRenderingContext2D.prototype.getImageData = original;
    }
  });

  test('of a browser that randomises pixels is not read', async () => {
    await canvas(paint);
    expect((await captured(() => true)).winner).toMatchObject({ captureFailure: 'unreliable' });
  });

  test('WebGL is read in the frame it was drawn in', async () => {
    await show(`<canvas id="c" width="600" height="400" style="${BOX}"></canvas>`);
    const gl = (byId('c') as HTMLCanvasElement).getContext('webgl');
    if (!gl) return;
    let isRunning = true;
    const draw = () => {
      gl.enable(gl.SCISSOR_TEST);
      gl.scissor(0, 0, 300, 400);
      gl.clearColor(1, 0, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      if (isRunning) requestAnimationFrame(draw);
    };
    draw();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const { winner } = await captured();
    isRunning = false;
    expect(winner?.captureKey).toBeDefined();
  });
});

test('an inline drawing becomes a file with its looks, what it borrows, and no scripts', async () => {
  await show(`<style>.r{fill:rgb(1, 2, 3)}</style>
    <svg style="position:absolute;width:0;height:0"><symbol id="s" viewBox="0 0 9 9"><rect class="r" width="9" height="9"/></symbol></svg>
    <svg style="${BOX}" onload="x()"><script>1</script><use href="#s"/><circle class="r" r="5" onclick="y()"/></svg>`);
  const { winner } = await captured();
  const blob = bytesOf(winner?.captureKey);
  expect(blob?.type).toBe('image/svg+xml');
  const text = (await blob?.text()) ?? '';
  expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(text).toContain('width="300" height="200"');
  expect(text).toContain('fill: rgb(1, 2, 3)');
  expect(text).toContain('id="s"');
  expect(text).not.toMatch(/script|onclick|onload/);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  expect(image.naturalWidth).toBe(300);
});

test.each([
  ['viewBox="0 0 50 100"', 100, 200],
  ['viewBox="0 0 50 100" preserveAspectRatio="none"', 300, 200],
  ['viewBox="0 0 50 100" preserveAspectRatio="xMidYMid slice"', 300, 200],
])('an inline drawing with %s loses its margins only', async (attributes, width, height) => {
  await show(`<svg ${attributes} style="${BOX}"><circle r="30"/></svg>`);
  const text = (await bytesOf((await captured()).winner?.captureKey)?.text()) ?? '';
  expect(text).toContain(`width="${width}" height="${height}"`);
});

describe('a blob: picture', () => {
  async function showBlob(isRevoked: boolean): Promise<Blob> {
    const original = await (await fetch(picture(64, 48))).blob();
    const url = URL.createObjectURL(original);
    await show(`<img src="${url}" alt="" style="${BOX}">`);
    if (isRevoked) URL.revokeObjectURL(url);
    return original;
  }

  test('is kept as it is, before the page can revoke it', async () => {
    const original = await showBlob(false);
    const { winner } = await captured();
    const blob = bytesOf(winner?.captureKey);
    expect(await blob?.arrayBuffer()).toEqual(await original.arrayBuffer());
  });

  test('is drawn from what is shown once its address is revoked', async () => {
    await showBlob(true);
    const { winner } = await captured();
    const bitmap = await createImageBitmap(bytesOf(winner?.captureKey) ?? new Blob());
    expect([bitmap.width, bitmap.height]).toEqual([64, 48]);
  });

  test('of a browser that randomises pixels is kept only while its address lives', async () => {
    await showBlob(false);
    expect((await captured(() => true)).winner?.captureKey).toBeDefined();
    await showBlob(true);
    expect((await captured(() => true)).winner).toMatchObject({ captureFailure: 'unreliable' });
  });
});

describe('a video', () => {
  async function film(): Promise<HTMLVideoElement> {
    const source = document.createElement('canvas');
    source.width = 320;
    source.height = 240;
    const context = source.getContext('2d');
    const stream = source.captureStream(30);
    await show(`<video id="v" muted style="${BOX}" poster="${picture(64, 48)}"></video>`);
    const video = byId('v') as HTMLVideoElement;
    video.srcObject = stream;
    const draw = setInterval(() => context && paint(context), 20);
    await video.play();
    await new Promise((resolve) => setTimeout(resolve, 150));
    clearInterval(draw);
    return video;
  }

  test('gives the frame it shows, and its poster as second choice', async () => {
    await film();
    const { winner, candidates } = await captured();
    expect(candidates.map(({ how }) => how)).toEqual(['video', 'poster']);
    expect(winner).toMatchObject({ how: 'video', width: 320, height: 240 });
    expect(bytesOf(winner?.captureKey)?.type).toBe('image/png');
  });

  test('that has not begun gives its poster', async () => {
    await show(`<video poster="${picture(64, 48)}" style="${BOX}"></video>`);
    expect((await captured()).winner).toMatchObject({ how: 'poster' });
  });
});

describe('the probe', () => {
  test('an honest browser', () => {
    expect(isCanvasNoisy()).toBe(false);
  });

  test.each([
    [
      'one bit off',
      (data: Uint8ClampedArray) => data.map((value, at) => (at === 400 ? value ^ 1 : value)),
    ],
    ['all white', (data: Uint8ClampedArray) => data.map(() => 255)],
  ])('noise: %s', (_, change) => {
    expect(
      probeCanvas((canvas) => {
        const data = canvas.getContext('2d')?.getImageData(0, 0, 16, 16).data;
        return change(data ?? new Uint8ClampedArray());
      }),
    ).toBe(true);
  });

  test('a refusal counts as noise', () => {
    expect(
      probeCanvas(() => {
        throw new Error('refused');
      }),
    ).toBe(true);
  });
});

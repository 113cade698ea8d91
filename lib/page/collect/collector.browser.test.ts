import { afterEach, beforeEach, expect, test } from 'vitest';
import { byId, picture, show } from '@/tests/support/page/fixture';
import { type Followed, follow } from '@/tests/support/page/follow';

let page: Followed;

beforeEach(() => show(''));

afterEach(() => page.stop());

/** A file of its own for each number. */
function file(number: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(120 + number, 80);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  context.fillStyle = `hsl(${number * 7}, 80%, 50%)`;
  context.fillRect(0, 0, 60 + number, 80);
  return canvas.convertToBlob({ type: 'image/png' });
}

test('reads every kind of picture, in the order of the page', async () => {
  await show(`
    <img id="a" src="${picture(300, 200)}" alt="First">
    <div style="width:200px;height:100px;background:url(${picture(400, 200)})"></div>
    <canvas id="c" width="210" height="90"></canvas>
    <svg width="220" height="120"><rect width="100" height="60" fill="red"/></svg>
    <video width="100" height="80" poster="${picture(90, 70)}"></video>
    <a href="https://x.example/full.jpg">full</a>`);
  const context = (byId('c') as HTMLCanvasElement).getContext('2d');
  context?.fillRect(0, 0, 50, 40);
  page = follow();
  await page.settled();
  expect(page.inOrder().map(({ how }) => how)).toEqual([
    'img',
    'background',
    'canvas',
    'svg',
    'poster',
    'link',
  ]);
  expect(page.inOrder()[0]).toMatchObject({ width: 300, height: 200, alt: 'First' });
  expect(page.inOrder()[1]).toMatchObject({ width: 400, height: 200 });
});

test('a drawing is one picture, whatever style its parts have', async () => {
  const style = `.part { background: url(${picture(90, 80)}) }`;
  await show(`<style>${style}</style><svg width="220" height="120">
    <rect class="part" width="100" height="60"/><circle class="part" r="20"/></svg>`);
  page = follow();
  await page.settled();
  expect(page.inOrder().map(({ how }) => how)).toEqual(['svg']);
});

/**
 * Shows a virtual list: nodes that show other images, and stand elsewhere, as it is scrolled.
 * @param fill has a node show an image; `isStill` tells whether it is to show that one
 * @returns the files of the images
 */
async function showVirtualList(
  { count, alive, others = '' }: { count: number; alive: number; others?: string },
  fill: (node: HTMLImageElement, at: number, bytes: Blob, isStill: () => boolean) => void,
): Promise<Blob[]> {
  const ROW = 100;
  await show(`<div id="view" style="height:600px;overflow-y:auto">
    <div id="list" style="position:relative;height:${count * ROW}px">${others}</div></div>`);
  const nodes = Array.from({ length: alive }, () => document.createElement('img'));
  for (const node of nodes) {
    node.style.cssText = 'position:absolute;left:0;width:120px;height:90px';
    byId('list').append(node);
  }
  const files = await Promise.all(Array.from({ length: count }, (_, at) => file(at)));
  const shown = new Map<HTMLImageElement, number>();
  const draw = (): void => {
    const first = Math.min(count - alive, Math.floor(byId('view').scrollTop / ROW));
    for (let at = first; at < first + alive; at += 1) {
      const node = nodes[at % alive] as HTMLImageElement;
      if (shown.get(node) === at) continue;
      shown.set(node, at);
      node.style.top = `${at * ROW}px`;
      fill(node, at, files[at] as Blob, () => shown.get(node) === at);
    }
  };
  draw();
  byId('view').addEventListener('scroll', draw);
  return files;
}

test.each([
  ['at the pace of a reader', 60],
  ['faster than its images load', 0],
])(
  'a virtual list that scrolls %s: each picture once, in order, readable',
  async (_, stepMs) => {
    const COUNT = 200;
    const files = await showVirtualList({ count: COUNT, alive: 30 }, (node, at, bytes) => {
      if (node.src.startsWith('blob:')) URL.revokeObjectURL(node.src);
      // Half of them exist only while their node shows them.
      node.src = at % 2 ? URL.createObjectURL(bytes) : `${picture(120 + at, 81)}`;
    });
    byId('view').scrollTop = 1_200;
    page = follow({ scroller: { stepMs, endMs: 200 } });
    await page.settled();
    page.scroll(true);
    await expect.poll(() => page.update().isAtEnd).toBe(true);
    await page.settled();
    expect(page.inOrder().map(({ width }) => width)).toEqual(files.map((_, at) => 120 + at));
    expect(byId('view').scrollTop).toBe(1_200);
    const kept = page.inOrder().filter(({ url }) => url?.startsWith('blob:'));
    expect(kept).toHaveLength(COUNT / 2);
    for (const one of kept) expect(await page.bytes(one)).toBeGreaterThan(100);
  },
  40_000,
);

test('a virtual list whose images come a while after their nodes: the scrolling waits for each, but not for ever', async () => {
  const LATE_MS = 120;
  const never = '<img style="position:sticky;top:0;left:200px;width:90px;height:90px">';
  const list = { count: 48, alive: 12, others: never };
  const files = await showVirtualList(list, (node, _, bytes, isStill) => {
    node.removeAttribute('src');
    setTimeout(() => {
      if (isStill()) node.src = URL.createObjectURL(bytes);
    }, LATE_MS);
  });
  page = follow({ scroller: { stepMs: 0, endMs: 100 } });
  page.update();
  page.scroll(true);
  await expect.poll(() => page.update().isAtEnd).toBe(true);
  await page.settled();
  expect(page.inOrder().map(({ width }) => width)).toEqual(files.map((_, at) => 120 + at));
}, 40_000);

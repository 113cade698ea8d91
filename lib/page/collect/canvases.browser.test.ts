import { expect, test, vi } from 'vitest';
import { byId, show } from '@/tests/support/page/fixture';
import { follow } from '@/tests/support/page/follow';

async function canvas(): Promise<CanvasRenderingContext2D> {
  await show('<canvas id="sheet" width="300" height="200"></canvas>');
  const context = (byId('sheet') as HTMLCanvasElement).getContext('2d');
  if (!context) throw new Error('no context');
  return context;
}

test('a canvas that is drawn bit by bit is one picture', async () => {
  const context = await canvas();
  const page = follow();
  await page.settled();
  expect(page.inOrder()).toEqual([]);
  for (const x of [0, 60, 120]) {
    context.fillRect(x, 0, 50, 100);
    await page.settled();
  }
  expect(page.inOrder()).toHaveLength(1);
  page.stop();
});

test('a canvas that turns a page shows another picture, and the former stays as it was', async () => {
  const context = await canvas();
  context.fillRect(0, 0, 100, 100);
  const page = follow();
  await page.settled();
  const [first] = page.inOrder();
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);
  context.fillRect(150, 50, 150, 150);
  await page.settled();
  await page.settled();
  clock.mockRestore();
  expect(page.inOrder().map(({ id }) => id === first?.id)).toEqual([true, false]);
  expect(page.inOrder()[0]).toMatchObject({ isGone: true, captureKey: first?.captureKey });
  page.stop();
});

test('an animation is one picture', async () => {
  const context = await canvas();
  context.fillRect(0, 0, 100, 100);
  const page = follow();
  await page.settled();
  for (let step = 0; step < 20; step += 1) {
    context.fillStyle = `hsl(${step * 18}, 90%, 50%)`;
    context.fillRect(step * 10, 0, 60, 200);
    page.update();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(page.known()).toHaveLength(1);
  page.stop();
});

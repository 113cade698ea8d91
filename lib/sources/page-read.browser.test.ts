import { expect, test } from 'vitest';
import { type RunInFrame, readThroughSlices } from './page-read';

/** What the frames of this file are: `about:blank`. */
const PLACE = { frameUrl: 'about:blank' };

/** The injected source runs in a frame of its own, as it would in the page. */
async function frame(): Promise<RunInFrame> {
  const element = document.createElement('iframe');
  document.body.append(element);
  const view = element.contentWindow as (Window & typeof globalThis) | null;
  if (!view) throw new Error('no frame');
  return async (func, args) => {
    const alone = view.eval(`(${func.toString()})`);
    return JSON.parse(JSON.stringify((await alone(...args)) ?? null));
  };
}

test('20 MB behind a blob: address cross unharmed, in slices of 8 MB', async () => {
  const block = crypto.getRandomValues(new Uint8Array(65_536));
  const source = new Blob(new Array(320).fill(block), { type: 'image/png' });
  const run = await frame();
  let calls = 0;
  const counted: RunInFrame = (func, args) => {
    calls += 1;
    return run(func, args);
  };
  const copy = await readThroughSlices(counted, PLACE, {
    url: URL.createObjectURL(source),
    cookies: false,
  });
  // One opening, three slices, one closing.
  expect(calls).toBe(5);
  expect(copy?.type).toBe('image/png');
  expect(copy?.size).toBe(source.size);
  const hash = async (blob: Blob | undefined) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', (await blob?.arrayBuffer()) ?? block));
  expect(await hash(copy)).toEqual(await hash(source));
});

test('a dead blob: address cannot be read', async () => {
  const url = URL.createObjectURL(new Blob(['x']));
  URL.revokeObjectURL(url);
  expect(await readThroughSlices(await frame(), PLACE, { url, cookies: false })).toBeUndefined();
});

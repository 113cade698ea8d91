import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ImageError } from '@/lib/images/formats/errors';
import { caught } from '@/lib/jobs/model/failure';
import { wireMessages } from '@/tests/support/message-wire';
import { LINGER_MS, offscreenWork } from './document-work';
import { onMessage } from './message-answers';

let isOpen: boolean;
let starts: number;
let urls: number;
const stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  wireMessages('background.js');
  for (const stop of stops.splice(0)) stop();
  fakeBrowser.reset();
  isOpen = false;
  starts = 0;
  urls = 0;
  Object.assign(fakeBrowser.runtime, { getContexts: async () => (isOpen ? [{}] : []) });
  Object.assign(fakeBrowser.offscreen, {
    createDocument: async () => {
      isOpen = true;
      starts += 1;
    },
    closeDocument: async () => {
      isOpen = false;
    },
  });
  stops.push(
    onMessage('objectUrlsInUse', () => urls),
    onMessage('preparePicture', ({ limits }) => {
      const facts = { type: 'png', width: 9, height: 9, orientation: 1, animated: false } as const;
      const found = { ...facts, bytes: limits?.bytes ?? 0 };
      return { found, sent: found, changes: [], sha256: 'f' };
    }),
    onMessage('inspectPicture', (blobKey) => {
      if (blobKey === 'heic') throw new ImageError('image-heic');
      return {
        type: 'gif',
        width: 64,
        height: 48,
        bytes: 9,
        orientation: 1,
        animated: blobKey === 'moving',
      };
    }),
  );
});

afterEach(async () => {
  await vi.advanceTimersByTimeAsync(LINGER_MS);
  vi.useRealTimers();
});

it('runs in the document, which closes afterwards', async () => {
  expect(await offscreenWork.inspect('moving')).toMatchObject({ type: 'gif', animated: true });
  await vi.advanceTimersByTimeAsync(LINGER_MS);
  expect(isOpen).toBe(false);
});

it('rejects with the code of the error', async () => {
  const error = await offscreenWork.inspect('heic').catch((reason: unknown) => reason);
  expect(caught(error)).toEqual({ code: 'image-heic' });
  await vi.advanceTimersByTimeAsync(LINGER_MS);
  expect(isOpen).toBe(false);
});

it('keeps the document open while a file is downloaded from it', async () => {
  urls = 1;
  const close = vi.spyOn(fakeBrowser.offscreen, 'closeDocument');
  await offscreenWork.inspect('still');
  await vi.advanceTimersByTimeAsync(LINGER_MS);
  expect([isOpen, close.mock.calls.length]).toEqual([true, 0]);
});

it('starts the document once for all work on a picture', async () => {
  offscreenWork.warmUp();
  await vi.advanceTimersByTimeAsync(0);
  expect([isOpen, starts]).toEqual([true, 1]);
  await offscreenWork.inspect('still');
  await vi.advanceTimersByTimeAsync(LINGER_MS - 1);
  await offscreenWork.inspect('still');
  expect([isOpen, starts]).toEqual([true, 1]);
});

it('closes a document that was started for nothing', async () => {
  offscreenWork.warmUp();
  await vi.advanceTimersByTimeAsync(LINGER_MS);
  expect([isOpen, starts]).toEqual([false, 1]);
});

it('passes the limits of a smaller file on', async () => {
  const limits = { bytes: 1_000_000, longSide: 2048 };
  const request = { blobKey: 'a', shownKey: 'b', target: '2k', limits } as const;
  const { found } = await offscreenWork.prepare(request);
  expect(found.bytes).toBe(1_000_000);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ImageError } from '@/lib/images/errors';
import type { ImageFacts } from '@/lib/images/types';
import { onMessage, sendMessage } from './messages';

type Listener = (
  message: unknown,
  sender: { url?: string },
  respond: (answer: unknown) => void,
) => boolean;
let listeners: Listener[];

beforeEach(() => {
  listeners = [];
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (listener: Listener) => listeners.push(listener),
    removeListener: () => {},
  });
});

function send(type: string, data: unknown, sender: { url?: string }): Promise<unknown> {
  return new Promise((resolve) => {
    for (const listener of listeners) listener({ type, data }, sender, resolve);
  });
}

it('obeys our own pages only', async () => {
  const removed: string[] = [];
  const stop = onMessage('remove', (jobId) => void removed.push(jobId));
  await send('remove', 'a', { url: fakeBrowser.runtime.getURL('/popup.html') });
  for (const url of ['https://evil.example/', 'https://evil.example/popup.html', '']) {
    const answer = await send('remove', 'b', { url });
    expect(answer).toMatchObject({ failed: { message: expect.stringContaining('our own') } });
  }
  expect(removed).toEqual(['a']);
  stop();
});

describe('an answer', () => {
  const FACTS: ImageFacts = {
    type: 'gif',
    width: 9,
    height: 9,
    bytes: 9,
    orientation: 1,
    animated: false,
  };

  /** As the browser carries it: as JSON, and nothing where no listener promises an answer. */
  beforeEach(() => {
    const sendMessage = (message: unknown) =>
      new Promise((resolve) => {
        const carry = (answer: unknown) => resolve(JSON.parse(JSON.stringify(answer)));
        const isHeard = listeners.map((listener) => listener(message, {}, carry)).includes(true);
        if (!isHeard) resolve(undefined);
      });
    Object.assign(fakeBrowser.runtime, { sendMessage });
  });

  it('comes back', async () => {
    const stop = onMessage('inspectPicture', async (key) => ({ ...FACTS, bytes: key.length }));
    expect(await sendMessage('inspectPicture', 'a/result')).toEqual({ ...FACTS, bytes: 8 });
    stop();
  });

  it('may be nothing', async () => {
    const stop = onMessage('clearHistory', () => {});
    expect(await sendMessage('clearHistory')).toBeUndefined();
    stop();
  });

  it('may be a failure, which keeps its name and code, and leaves its cause behind', async () => {
    const stop = onMessage('inspectPicture', () => {
      throw new ImageError('image-heic', { cause: 'secret' });
    });
    const error = await sendMessage('inspectPicture', 'k').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const { name, message, code, cause } = error as ImageError;
    expect([name, message, code, cause]).toEqual([
      'ImageError',
      'image-heic',
      'image-heic',
      undefined,
    ]);
    stop();
  });

  it('is missed where nobody answers', async () => {
    const stop = onMessage('opened', () => {});
    await expect(sendMessage('objectUrlsInUse')).rejects.toThrow('no response');
    stop();
  });

  it('ends with its listener', async () => {
    onMessage('opened', () => {})();
    await expect(sendMessage('opened')).rejects.toThrow('no response');
  });
});

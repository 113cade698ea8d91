import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage } from './messages';

type Listener = (
  message: unknown,
  sender: { url?: string },
  respond: (answer: unknown) => void,
) => boolean;
let listeners: Listener[];

beforeEach(() => {
  listeners = [];
  vi.stubGlobal('chrome', fakeBrowser);
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (listener: Listener) => listeners.push(listener),
    removeListener: () => {},
  });
});

function send(type: string, data: unknown, sender: { url?: string }): Promise<unknown> {
  return new Promise((resolve) => {
    for (const listener of listeners)
      listener({ type, data, timestamp: 1, id: 1 }, sender, resolve);
  });
}

it('obeys our own pages only', async () => {
  const removed: string[] = [];
  const stop = onMessage('remove', (jobId) => void removed.push(jobId));
  await send('remove', 'a', { url: fakeBrowser.runtime.getURL('/popup.html') });
  for (const url of ['https://evil.example/', 'https://evil.example/popup.html', '']) {
    const answer = await send('remove', 'b', { url });
    expect(answer).toMatchObject({ err: { message: expect.stringContaining('our own') } });
  }
  expect(removed).toEqual(['a']);
  stop();
});

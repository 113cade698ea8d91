/** Messages between contexts as browsers carry them: JSON, with the sender named by the browser. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => boolean;

/** A context of the extension, by its file. */
export const ownSender = (file: string): Sender => ({
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL(`/${file}` as '/'),
});

/** What Chrome reports where listeners exist and none of them answers. */
const UNANSWERED = 'The message port closed before a response was received.';

/**
 * Puts this wire in place of the fake browser's.
 * @param file the context that `sendMessage` sends from
 * @returns sends a message of any sender; resolves with undefined where no listener answers
 */
export function wireMessages(file: string) {
  const listeners = new Set<Listener>();
  const send = (message: unknown, sender: Sender): Promise<unknown> =>
    new Promise((resolve) => {
      const carried = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
      const respond = (answer: unknown) => resolve(JSON.parse(JSON.stringify(answer)));
      const willAnswer = [...listeners].map((listener) => listener(carried, sender, respond));
      if (!willAnswer.includes(true)) resolve(undefined);
    });
  Object.assign(fakeBrowser.runtime, {
    lastError: undefined,
    sendMessage(message: unknown, callback: (answer: unknown) => void) {
      void send(message, ownSender(file)).then((answer) => {
        const lastError = answer === undefined ? { message: UNANSWERED } : undefined;
        Object.assign(fakeBrowser.runtime, { lastError });
        callback(answer);
        Object.assign(fakeBrowser.runtime, { lastError: undefined });
      });
    },
  });
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  });
  vi.stubGlobal('chrome', fakeBrowser);
  return send;
}

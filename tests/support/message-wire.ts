/** The way of messages between contexts, as browsers have it: JSON, and a sender that the browser names. */
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

/**
 * Puts this way in place of the fake browser's.
 * @param file the context that `sendMessage` speaks for
 * @returns sends a message of any sender; resolves with nothing where no listener promises an answer
 */
export function wireMessages(file: string) {
  const listeners = new Set<Listener>();
  const send = (message: unknown, sender: Sender): Promise<unknown> =>
    new Promise((resolve) => {
      const carried = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
      const respond = (answer: unknown) => resolve(JSON.parse(JSON.stringify(answer)));
      const heard = [...listeners].map((listener) => listener(carried, sender, respond));
      if (!heard.includes(true)) resolve(undefined);
    });
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: unknown) => send(message, ownSender(file)),
  });
  Object.assign(fakeBrowser.runtime.onMessage, {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  });
  return send;
}

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { MESSAGE_RULES, type SenderKind } from './message-schemas';
import { type Answer, type Data, messenger, type Name } from './messages';

/** Pages that may send messages, by kind. */
const SENDERS: Record<SenderKind, readonly string[]> = {
  page: [
    'popup.html',
    'sidepanel.html',
    'options.html',
    'welcome.html',
    'compare.html',
    'picker.html',
  ],
  background: ['background.js'],
};

/**
 * Answers a message after checking its sender and its data (`message-schemas.ts`). A web page can
 * control the scripts that we inject into it, so those scripts may send no command.
 * @param answer its errors reach the sender with name, message and code
 * @returns removes the listener
 */
export function onMessage<N extends Name>(
  name: N,
  answer: (data: Data<N>) => Answer<N> | Promise<Answer<N>>,
): () => void {
  const { from, schema } = MESSAGE_RULES[name];
  return messenger.onMessage(name, async ({ data, sender }) => {
    try {
      if (!isFrom(from, sender)) throw new Error('not one of our own pages');
      if (!v.is(schema, data)) throw new Error(`invalid data: ${name}`);
      return await answer(data);
    } catch (error) {
      throw publicError(error);
    }
  });
}

/** What a browser says about a sender; any of it may be missing. */
interface Sender {
  id?: string;
  url?: string;
}

/** A sender without an id or an address is refused. */
function isFrom(kind: SenderKind, { id, url }: Sender): boolean {
  const root = browser.runtime.getURL('/');
  if (id !== browser.runtime.id || !url?.startsWith(root)) return false;
  const [file = ''] = url.slice(root.length).split(/[?#]/);
  return SENDERS[kind].includes(file);
}

/** Name, message and code. The library would also send the stack, the cause and every other field. */
function publicError(error: unknown): Error {
  const reason: Error & { code?: unknown } =
    error instanceof Error ? error : new Error(String(error));
  const { name, message, code } = reason;
  return Object.assign(new Error(message), {
    name,
    // The library takes a value without a stack for no error.
    stack: '',
    ...(code !== undefined && { code }),
  });
}

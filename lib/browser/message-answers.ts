import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { MESSAGE_RULES, type SenderKind } from './message-schemas';
import type { Answer, Data, Name, Reply } from './messages';

/** Pages that may send messages, by kind. */
const SENDERS: Record<SenderKind, readonly string[]> = {
  page: ['popup.html', 'sidepanel.html', 'options.html', 'welcome.html', 'compare.html'],
  background: ['background.js'],
};

const answers = new Map<unknown, { name: Name; answer: (data: never) => unknown }>();

/**
 * Answers a message if it comes from the right context and its data is valid
 * (`message-schemas.ts`). A page may control the scripts that we injected into it, so these scripts
 * cannot command anything.
 * @returns stops listening
 */
export function onMessage<N extends Name>(
  name: N,
  answer: (data: Data<N>) => Answer<N> | Promise<Answer<N>>,
): () => void {
  if (answers.size === 0) browser.runtime.onMessage.addListener(hear);
  answers.set(name, { name, answer });
  return () => {
    answers.delete(name);
    if (answers.size === 0) browser.runtime.onMessage.removeListener(hear);
  };
}

/** What a browser reports about a sender; any member may be missing. */
interface Sender {
  id?: string;
  url?: string;
}

/** @returns whether an answer follows */
function hear(message: unknown, sender: Sender, respond: (reply: Reply) => void): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const { type, data } = message as { type?: unknown; data?: unknown };
  const known = answers.get(type);
  if (!known) return false;
  void replyOf(async () => {
    const { from, schema } = MESSAGE_RULES[known.name];
    if (!isFrom(from, sender)) throw new Error('not one of our own pages');
    if (!v.is(schema, data)) throw new Error(`not a message of ours: ${known.name}`);
    return known.answer(data as never);
  }).then(respond);
  return true;
}

/** A sender without an id or an address is unknown. */
function isFrom(kind: SenderKind, { id, url }: Sender): boolean {
  const root = browser.runtime.getURL('/');
  if (id !== browser.runtime.id || !url?.startsWith(root)) return false;
  const [file = ''] = url.slice(root.length).split(/[?#]/);
  return SENDERS[kind].includes(file);
}

async function replyOf(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { done: await work() };
  } catch (error) {
    const reason: Error & { code?: unknown } =
      error instanceof Error ? error : new Error(String(error));
    const { name, message, code } = reason;
    return { failed: { name, message, ...(code !== undefined && { code }) } };
  }
}

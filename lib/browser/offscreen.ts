import { browser } from 'wxt/browser';
import { isUnanswered } from './messages';

/** The document behind Chrome's service worker: it has what a worker lacks. Firefox needs none. */
const DOCUMENT = '/offscreen.html';
/** Opening and closing happen one after the other, or one would happen under the other. */
let turn: Promise<unknown> = Promise.resolve();
/** Work in progress: the document must not be closed under it. */
let inUse = 0;

/** Whether this context has a document of its own (Firefox's event page, our own pages). */
export function hasDocument(): boolean {
  return typeof document !== 'undefined';
}

/** Runs `work` with the offscreen document open, and leaves it open. */
export async function withOffscreen<T>(work: () => Promise<T>): Promise<T> {
  inUse += 1;
  try {
    await inTurn(openDocument);
    return await work();
  } finally {
    inUse -= 1;
  }
}

const PATIENCE_MS = 3_000;
const PAUSE_MS = 30;

/**
 * Asks the open document. It exists a moment before its script listens: until then nobody is there,
 * or another page of ours hears the question and has no answer.
 * @throws what `ask` rejected with, when there is no answer in time
 */
export async function askOffscreen<T>(ask: () => Promise<T | undefined>): Promise<T> {
  let problem: unknown = new Error('the offscreen document does not answer');
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      problem = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw problem;
}

/**
 * Runs `work` with the document if it is open, and closes it after that unless something is left in
 * it or somebody is using it.
 * @param work resolves with whether something is left
 */
export function tidyOffscreen(work: () => Promise<boolean>): Promise<void> {
  return inTurn(async () => {
    if (!(await isOpen())) return;
    const isLeft = await work();
    if (!isLeft && inUse === 0) await browser.offscreen.closeDocument();
  });
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

async function openDocument(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: DOCUMENT,
    reasons: ['BLOBS'],
    justification: 'Hands finished pictures to the browser as downloads, and redraws images.',
  });
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

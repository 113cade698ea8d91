import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import { isUnanswered } from './messages';

/** Document for Chrome's service worker, which lacks the DOM and object URLs. Firefox needs none. */
const DOCUMENT = '/offscreen.html';
/** Opening and closing run one after the other. */
const inTurn = createTurns();
/** Number of running tasks; the document must stay open for them. */
let inUse = 0;

/** Whether this context has a document (Firefox's event page, our own pages). */
export function hasDocument(): boolean {
  return typeof document !== 'undefined';
}

/** Runs `work` with the offscreen document open; the document stays open. */
export async function withOffscreen<T>(work: () => Promise<T>): Promise<T> {
  inUse += 1;
  try {
    await inTurn(openDocument);
    return await work();
  } finally {
    inUse -= 1;
  }
}

/** Opens the document for work that is about to come. */
export function warmOffscreen(): Promise<void> {
  return withOffscreen(async () => undefined);
}

const TIMEOUT_MS = 3_000;
const RETRY_MS = 30;

/**
 * Sends a request to the open document, and retries while nothing answers: the document exists a moment
 * before its script listens.
 * @throws what `ask` rejected with, if no answer comes within 3 s
 */
export async function askOffscreen<T>(ask: () => Promise<T | undefined>): Promise<T> {
  let problem: unknown = new Error('the offscreen document does not answer');
  for (let waited = 0; waited < TIMEOUT_MS; waited += RETRY_MS) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      problem = error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw problem;
}

/**
 * Runs `work` if the document is open, then closes the document unless it is still in use.
 * @param work resolves with whether the document is still needed
 */
export function tidyOffscreen(work: () => Promise<boolean>): Promise<void> {
  return inTurn(async () => {
    if (!(await isOpen())) return;
    const isNeeded = await work();
    if (!isNeeded && inUse === 0) await browser.offscreen.closeDocument();
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

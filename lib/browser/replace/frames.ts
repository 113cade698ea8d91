import { browser } from 'wxt/browser';
import type { PageReplacer, ReplaceState } from '@/lib/page/replace/contract';
import { withTimeout } from '../tabs/with-timeout';

/** A frozen page never answers. */
const ANSWER_MS = 3_000;

type World = { upscaleReplacer?: PageReplacer };

/** What the replacers of a tab have done. */
export interface ReplaceCounts {
  replaced: number;
  impossible: number;
}

/**
 * Puts the replacer into every frame of a tab that is in reach. A frame that has it keeps it.
 * @throws if the page is out of reach
 */
export async function injectReplacer(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['/replacer.js'],
  });
}

/** Tells all replacers of a tab what to show. Only that of the top frame gets the button. */
export function tellFrames(tabId: number, { button, ...state }: ReplaceState): Promise<void> {
  return inFrames(
    tabId,
    (common: ReplaceState, ofTop: ReplaceState['button'] | null) => {
      const isTop = window.top === window;
      (globalThis as World).upscaleReplacer?.tell(
        isTop && ofTop ? { ...common, button: ofTop } : common,
      );
    },
    [state, button ?? null],
  );
}

/** Has all replacers of a tab ask again. */
export function askAgain(tabId: number): Promise<void> {
  return inFrames(tabId, () => (globalThis as World).upscaleReplacer?.look(), []);
}

/** Ends all replacers of a tab; each undoes what it did. */
export function stopFrames(tabId: number): Promise<void> {
  return inFrames(tabId, () => (globalThis as World).upscaleReplacer?.stop(), []);
}

/** What the replacers of a tab have done, together. */
export async function countsIn(tabId: number): Promise<ReplaceCounts> {
  const answers = await withTimeout(
    ANSWER_MS,
    [],
    browser.scripting
      .executeScript({
        target: { tabId, allFrames: true },
        func: () => (globalThis as World).upscaleReplacer?.counts() ?? null,
      })
      .catch(() => []),
  );
  return answers.reduce<ReplaceCounts>(
    (sum, { result }) => ({
      replaced: sum.replaced + countOf(result, 'replaced'),
      impossible: sum.impossible + countOf(result, 'impossible'),
    }),
    { replaced: 0, impossible: 0 },
  );
}

/** The page may have taken over the world in which the answer was made. */
function countOf(result: unknown, name: keyof ReplaceCounts): number {
  const count = (result as Partial<ReplaceCounts> | null | undefined)?.[name];
  return Number.isSafeInteger(count) && Number(count) > 0 ? Number(count) : 0;
}

/** Calls a function in all frames in reach. A page that was left or is frozen misses it. */
async function inFrames<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => void,
  args: Args,
): Promise<void> {
  const called = browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func, args })
    .catch(() => undefined);
  await withTimeout<unknown>(ANSWER_MS, undefined, called);
}

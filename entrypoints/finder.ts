import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rememberPresses } from '@/lib/page/find/last-press';
import { createFinder, FINDER_VERSION, type Finder, type FinderMessage } from '@/lib/page/finder';
import { createToasts } from '@/lib/page/ui/toast';
import type { ToastData } from '@/lib/page/ui/toast-data';
import type { WordsData } from '@/lib/page/ui/words';

/** The parts of the extension API a content script has; the polyfill is not needed for them. */
interface Api {
  runtime: { sendMessage(message: FinderMessage): Promise<unknown> };
  menus?: { getTargetElement?(id: number): Element | null };
}

/** Injected on demand into the isolated world of the clicked frame. */
export default defineUnlistedScript(() => {
  const world = globalThis as { upscaleFinder?: Finder; browser?: Api; chrome?: Api };
  if (world.upscaleFinder?.version === FINDER_VERSION) return;
  const api = world.browser ?? world.chrome;
  // Firefox tells the clicked element.
  if (!api?.menus) rememberPresses();
  world.upscaleFinder = createFinder({
    send: (message) => api?.runtime.sendMessage(message),
    onOrphaned: (words) => say(words, words.orphaned, 'bad'),
    onCovered: (words) => say(words, words.covered, 'bad'),
    onHidden: (words) => say(words, words.hidden, 'good'),
    targetElement: (id) => api?.menus?.getTargetElement?.(id),
  });
});

/** Shows a toast without actions. */
function say(
  { language, close, label, orphaned }: WordsData,
  { title, detail }: WordsData['hidden'],
  tone: ToastData['tone'],
): void {
  const toasts = createToasts({ send: () => undefined });
  const words = { title, detail, language, close, label, orphaned };
  toasts.show({ ...words, id: '', tone, buttons: [], theme: 'auto' });
}

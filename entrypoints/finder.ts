import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageMessages } from '@/lib/i18n/page-messages';
import { createFinder, FINDER_VERSION, type Finder, type FinderMessage } from '@/lib/page/finder';
import { type LostWords, lostToast } from '@/lib/page/ui/orphaned';
import { createToasts } from '@/lib/page/ui/toast';

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
  world.upscaleFinder?.release();
  world.upscaleFinder = createFinder({
    send: (message) => api?.runtime.sendMessage(message),
    onLost: sayLost,
    onCovered: sayCovered,
    largest: (language) => pageMessages(language).largest,
    targetElement: (id) => api?.menus?.getTargetElement?.(id),
  });
});

function sayLost(language: string): void {
  const { lost } = pageMessages(language);
  say(language, { ...lost, detail: lost.choice });
}

function sayCovered(language: string): void {
  const { lost, covered } = pageMessages(language);
  say(language, { ...lost, ...covered });
}

/** Shows a toast without actions. */
function say(language: string, words: LostWords): void {
  const toasts = createToasts({ send: () => undefined, lost: () => words });
  toasts.show(lostToast(words, { language, theme: 'auto' }));
}

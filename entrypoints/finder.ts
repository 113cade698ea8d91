import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageMessages } from '@/lib/i18n/page-messages';
import { rememberPresses } from '@/lib/page/find/last-press';
import { createFinder, FINDER_VERSION, type Finder, type FinderMessage } from '@/lib/page/finder';
import { type OrphanedWords, orphanedToast } from '@/lib/page/ui/orphaned';
import { createToasts } from '@/lib/page/ui/toast';
import type { ToastData } from '@/lib/page/ui/toast-data';

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
    onOrphaned: showOrphaned,
    onCovered: showCovered,
    onHidden: showHidden,
    largest: (language) => pageMessages(language).largest,
    targetElement: (id) => api?.menus?.getTargetElement?.(id),
  });
});

function showOrphaned(language: string): void {
  const { orphaned } = pageMessages(language);
  say(language, { ...orphaned, detail: orphaned.choice });
}

function showCovered(language: string): void {
  const { orphaned, covered } = pageMessages(language);
  say(language, { ...orphaned, ...covered });
}

function showHidden(language: string): void {
  const { orphaned, hidden } = pageMessages(language);
  say(language, { ...orphaned, ...hidden }, 'good');
}

/** Shows a toast without actions. */
function say(language: string, words: OrphanedWords, tone: ToastData['tone'] = 'bad'): void {
  const toasts = createToasts({ send: () => undefined, orphaned: () => words });
  toasts.show({ ...orphanedToast(words, { language, theme: 'auto' }), tone });
}

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFinder, FINDER_VERSION, type Finder, type FinderMessage } from '@/lib/finder/finder';

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
    // Nobody may be listening any more: then nobody waits for the answer either.
    send: (message) => void api?.runtime.sendMessage(message).catch(() => undefined),
    targetElement: (id) => api?.menus?.getTargetElement?.(id),
  });
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageReplacer, ReplaceRequest } from '@/lib/page/replace/contract';
import { createReplacer, REPLACER_VERSION } from '@/lib/page/replace/replacer';

/** The parts of the extension API a content script has; the polyfill is not needed for them. */
interface Api {
  runtime: { id?: string; sendMessage(message: ReplaceRequest): Promise<unknown> };
}

/** Runs in the isolated world of every frame of a site that the person has switched on, or is injected on demand. */
export default defineUnlistedScript(() => {
  const world = globalThis as { upscaleReplacer?: PageReplacer; browser?: Api; chrome?: Api };
  if (world.upscaleReplacer?.version === REPLACER_VERSION) return;
  world.upscaleReplacer?.stop();
  const api = world.browser ?? world.chrome;
  const replacer = createReplacer({
    send: (message) => api?.runtime.sendMessage(message),
    // An extension that was updated or removed leaves its scripts without an id.
    isAlive: () => api?.runtime?.id !== undefined,
    onEnd() {
      if (world.upscaleReplacer === replacer) delete world.upscaleReplacer;
    },
    isTop: window.top === window,
  });
  world.upscaleReplacer = replacer;
});

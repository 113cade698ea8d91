import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createToasts, TOAST_VERSION, type ToastMessage, type Toasts } from '@/lib/page/ui/toast';

/** The part of the extension API a content script has; the polyfill is not needed for it. */
interface Api {
  runtime: { sendMessage(message: ToastMessage): Promise<unknown> };
}

/** Injected on demand into the isolated world of a page whose image is being upscaled. */
export default defineUnlistedScript(() => {
  const world = globalThis as { upscaleToasts?: Toasts; browser?: Api; chrome?: Api };
  if (world.upscaleToasts?.version === TOAST_VERSION) return;
  const api = world.browser ?? world.chrome;
  world.upscaleToasts = createToasts({ send: (message) => api?.runtime.sendMessage(message) });
});

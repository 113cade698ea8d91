import type { browser as Api } from 'wxt/browser';

/**
 * The extension API as `wxt/browser` exports it to our pages (wxt.config.ts). Firefox and Chromium from
 * 148 have it themselves; only the others read the polyfill, which a page would else wait for.
 */
const native = (globalThis as { browser?: typeof Api }).browser;

export const browser: typeof Api = native?.runtime?.id
  ? native
  : (await import('@wxt-dev/webextension-polyfill/browser')).browser;

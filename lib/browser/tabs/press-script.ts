import { browser } from 'wxt/browser';
import { isServiceHost } from '@/lib/jimeng/model/sites';

const ID = 'press';

/**
 * Makes Chrome's pages of the sites that the person has allowed remember where a menu was opened
 * (`lib/page/find/last-press.ts`). Other sites stay without a script until a click. Call it after an install or an
 * update, and when a permission changes. Not in Firefox, which tells the clicked element.
 */
export async function rememberPressesOnAllowedSites(): Promise<void> {
  const matches = await allowedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: ['press.js'],
    // Without this it is not in pages of `blob:` and `data:`, nor in `srcdoc`; it demands a path of `*`.
    matchOriginAsFallback: true,
    matches,
    allFrames: true,
    runAt: 'document_start' as const,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** The match patterns that the person has allowed. On those of the service no script runs. */
async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => {
    const host = pattern.split('/')[2] ?? '';
    return !isServiceHost(host.replace(/^\*\./, ''));
  });
}

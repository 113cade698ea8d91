import { browser } from 'wxt/browser';
import { isServiceHost } from '@/lib/jimeng/model/sites';
import { runScriptOn } from './script-on-sites';

/**
 * Makes Chrome's pages of the sites that the person has allowed remember where a menu was opened
 * (`lib/page/find/last-press.ts`). Other sites stay without a script until a click. Call it after an install or an
 * update, and when a permission changes. Not in Firefox, which tells the clicked element.
 */
export async function rememberPressesOnAllowedSites(): Promise<void> {
  await runScriptOn('press', 'press.js', await allowedSites());
}

/** The match patterns that the person has allowed. On those of the service no script runs. */
async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => {
    const host = pattern.split('/')[2] ?? '';
    return !isServiceHost(host.replace(/^\*\./, ''));
  });
}

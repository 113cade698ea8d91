import { browser } from 'wxt/browser';
import { createTurns } from '@/lib/async/turns';
import { mayAccess } from '../access/permissions';
import { type ReplaceSites, replaceSites } from './sites';

const ID = 'replace';

/** One after the other: two at once would both add the script. */
const inTurn = createTurns();

/**
 * Makes the pages of the sites that are switched on, and may be accessed, show results from their start
 * (entrypoints/replacer.ts). No other page gets a script. Call it after an install or an update, when the browser
 * starts, and when the sites or a permission change: an update drops what was registered.
 */
export function showOnSwitchedOnSites(): Promise<void> {
  return inTurn(async () => {
    const matches = await allowed(await replaceSites.read());
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
    if (matches.length === 0) {
      if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
      return;
    }
    const script = {
      id: ID,
      js: ['replacer.js'],
      // Also in `srcdoc` frames, in which some readers draw their pages.
      matchOriginAsFallback: true,
      matches,
      allFrames: true,
      runAt: 'document_start' as const,
    };
    if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  });
}

async function allowed(sites: ReplaceSites): Promise<string[]> {
  const patterns = Object.keys(sites);
  const may = await Promise.all(patterns.map(mayAccess));
  return patterns.filter((_, at) => may[at]).sort();
}

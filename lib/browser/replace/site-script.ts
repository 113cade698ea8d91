import { createTurns } from '@/lib/async/turns';
import { mayAccess } from '../access/permissions';
import { runScriptOn } from '../tabs/script-on-sites';
import { type ReplaceSites, replaceSites } from './sites';

/** One after the other: two at once would both add the script. */
const inTurn = createTurns();

/**
 * Makes the pages of the sites that are switched on, and may be accessed, show results from their start
 * (entrypoints/replacer.ts). No other page gets a script. Call it after an install or an update, when the browser
 * starts, and when the sites or a permission change: an update drops what was registered.
 */
export function showOnSwitchedOnSites(): Promise<void> {
  return inTurn(async () => {
    // Also in `srcdoc` frames, in which some readers draw their pages.
    await runScriptOn('replace', 'replacer.js', await allowed(await replaceSites.read()));
  });
}

async function allowed(sites: ReplaceSites): Promise<string[]> {
  const patterns = Object.keys(sites);
  const may = await Promise.all(patterns.map(mayAccess));
  return patterns.filter((_, at) => may[at]).sort();
}

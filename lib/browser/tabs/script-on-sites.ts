import { browser } from 'wxt/browser';

/**
 * Makes a script of ours run in the pages of some sites from their start, and in no others. Call it after an install or
 * an update as well: an update drops what was registered. Two calls for one script must not overlap, because both
 * would add it.
 * @param id names the script to the browser
 * @param file its name in the build
 * @param matches match patterns with the path `*`; none: the script runs nowhere
 */
export async function runScriptOn(
  id: string,
  file: string,
  matches: readonly string[],
): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [file],
    // Without this it is not in pages of `blob:` and `data:`, nor in `srcdoc`; it demands a path of `*`.
    matchOriginAsFallback: true,
    matches: [...matches],
    allFrames: true,
    runAt: 'document_start' as const,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

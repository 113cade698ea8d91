import { browser } from 'wxt/browser';
import { report } from '../report';

/** Places in the code that a report names. */
const MAX_PLACES = 12;

/**
 * A report about an error that took a page away. It may be read by everybody: versions, the kind of
 * the error, and the places in our own files. The message is left out, because it may hold words of a
 * web page, and so is the id that Firefox gives to each installation.
 * @param page name of the page, such as "popup"
 */
export function brokenPageReport(page: string, error: unknown): string {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const places = [...stack.matchAll(/-extension:\/\/[^/\s]+(\/[\w./-]+:\d+:\d+)/g)].map(
    ([, place]) => `  ${place}`,
  );
  return [
    `Upscale with Dreamina ${browser.runtime.getManifest().version}`,
    navigator.userAgent,
    `The page "${page}" broke: ${/^\w{1,40}$/.test(name) ? name : 'error'}`,
    ...places.slice(0, MAX_PLACES),
  ].join('\n');
}

/** What the person can do about a broken page of this name. */
export function brokenPageActions(page: string) {
  return {
    reload: () => location.reload(),
    /** Called inside the click. @returns whether the report is on the clipboard */
    async copyReport(error: unknown): Promise<boolean> {
      report(error);
      try {
        await navigator.clipboard.writeText(brokenPageReport(page, error));
        return true;
      } catch {
        return false;
      }
    },
  };
}

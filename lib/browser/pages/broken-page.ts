import { browser } from 'wxt/browser';
import { report } from '../report';

/** Most stack frames in a report. */
const MAX_PLACES = 12;

/**
 * A report about an error that broke a page. It is safe to publish: it has versions, the name of the error
 * and positions in our own files. It has no message, which may quote a web page, and no id of a Firefox
 * installation.
 * @param page name of the page, for example "popup"
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

/** Actions of the error screen of a page. */
export function brokenPageActions(page: string) {
  return {
    reload: () => location.reload(),
    /** Call it inside the click. @returns whether the report is on the clipboard */
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

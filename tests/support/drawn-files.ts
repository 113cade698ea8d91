/**
 * End-to-end files about one part of the extension, the longest first. Each takes a while, and none is what the
 * extension promises. `npm test` runs a quarter of them, others with each seed; `npm run test:full` runs all.
 */
export const DRAWN_FILES = [
  'firefox-only',
  'live-like',
  'batch-firefox',
  'replace-any',
  'replace-any-firefox',
  'compare',
  'page-channel',
  'pictures',
  'feedback',
  'welcome',
  'containers-firefox',
  'sources',
  'history',
  'picker',
  'formats',
  'options',
  'hostile-overlay',
  'settings-travel-firefox',
  'hostile-page',
  'popup',
  'save-zip',
  'colours',
  'intake',
  'interruptions',
  'notifications',
  'reader',
  'accessibility-reader',
  'dreamina-firefox',
  'history-options',
  'picker-virtual',
  'collector',
  'space',
  'save-many',
  'simulator-page',
  'panel',
  'replace-firefox',
  'keys',
  'settings-travel',
  'picker-firefox',
  'hostile-page-firefox',
  'live-like-firefox',
  'page-channel-firefox',
  'compare-firefox',
  'welcome-firefox',
].map((name) => `tests/${name}.e2e.ts`);

/** One of so many files is drawn. Neighbours in the list take about as long, so each run takes about as long, too. */
const SHARE = 4;

/** The files that a run with this seed leaves out. @param seed a whole number */
export function leftOutFiles(seed: number): string[] {
  return DRAWN_FILES.filter((_, index) => index % SHARE !== seed % SHARE);
}

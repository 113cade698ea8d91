/** Where the pages of the gallery have what a case is about, in each browser. */
import type { FrameLocator, Locator, Page } from 'playwright';
import type { AnyCase } from '@/simulator/pages/any-cases';
import type { FirefoxPlace, FirefoxTab } from './firefox-tab';

/** What to click on in Chromium: in the innermost of the frames, if there are any. */
export function elementOf(page: Page, { frames = [], selector }: AnyCase): Locator {
  const outer = frames.reduce<Page | FrameLocator>(
    (place, frame) => place.frameLocator(frame),
    page,
  );
  return outer.locator(selector).first();
}

/** The document with what to click on in Firefox, scrolled to. */
export async function placeOf(tab: FirefoxTab, { frames = [] }: AnyCase): Promise<FirefoxPlace> {
  const [outermost] = frames;
  if (!outermost) return tab;
  await tab.evaluate(scrollTo, outermost);
  return tab.frame(...frames);
}

/** Sent to the page. */
function scrollTo(selector: string): void {
  document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

import { browser } from 'wxt/browser';
import { DIRECT, PARENT, POINTER, type PointerClick } from './menus';
import { withTimeout } from './with-timeout';

/** What Firefox tells when a menu opens. It names addresses only where the extension may look into the page. */
interface Shown {
  contexts: string[];
  menuIds: (string | number)[];
  frameId?: number;
  pageUrl?: string;
  frameUrl?: string;
  srcUrl?: string;
  linkUrl?: string;
  targetElementId?: number;
}

/** What only Firefox has; the types of Chrome lack it. */
interface FirefoxMenus {
  onShown: {
    addListener(listener: (shown: Shown, tab?: { id?: number; title?: string }) => void): void;
  };
  /** Shows the entries of the open menu as they are now. */
  refresh(): Promise<void>;
}

/** A menu that changes later than this would change below the pointer, ms. */
const BUDGET_MS = 120;
/** By then Firefox has noted which events wake the background, ms. */
const STARTED_MS = 300;

/**
 * Takes "Upscale image here" out of a menu that opens where nothing can be found; the entry that opens the picker stays.
 * Only in Firefox, whose menus can change
 * while they are open, and only on pages that the extension may look into. Elsewhere the entry stays.
 *
 * It listens only after the start: a listener of the first turn would start a sleeping background at every right
 * click on any page. In Firefox 153 such a start took 190 to 340 ms, far too late for the menu.
 * @param hasImage whether something can be found at the place of the click
 */
export function hideWhereNothingIs(hasImage: (click: PointerClick) => Promise<boolean>): void {
  const { menus } = browser as { menus?: Partial<FirefoxMenus> };
  const { onShown, refresh } = menus ?? {};
  if (!onShown || !refresh) return;
  setTimeout(() => {
    onShown.addListener((shown, tab) => {
      const click = clickOf(shown, tab);
      const ours = shown.menuIds.find((id) => id === PARENT || id === DIRECT);
      if (!click || ours === undefined) return;
      const idle = ours === PARENT ? POINTER : ours;
      // The next menu must find the entry there, so it is hidden for this one only.
      void withTimeout(BUDGET_MS, true, hasImage(click))
        .catch(() => true)
        .then(async (isWanted) => {
          if (isWanted) return;
          await browser.contextMenus.update(idle, { visible: false });
          await refresh();
          await browser.contextMenus.update(idle, { visible: true });
        })
        .catch(() => undefined);
    });
  }, STARTED_MS);
}

/** @returns undefined on images, beside a page, and where the extension may not look */
function clickOf(
  { contexts, frameId, pageUrl, frameUrl, srcUrl, linkUrl, targetElementId }: Shown,
  tab: { id?: number; title?: string } | undefined,
): PointerClick | undefined {
  if (contexts.includes('image') || tab?.id === undefined || pageUrl === undefined)
    return undefined;
  if (frameId === undefined || targetElementId === undefined) return undefined;
  return {
    tabId: tab.id,
    frameId,
    pageUrl,
    frameUrl: frameUrl ?? pageUrl,
    pageTitle: tab.title ?? '',
    targetElementId,
    ...(srcUrl && { srcUrl }),
    ...(linkUrl && { linkUrl }),
  };
}

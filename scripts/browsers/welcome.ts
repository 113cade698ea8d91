import type { BrowserContext, Page } from 'playwright';
import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';

/** How long an install may take to open the page, and how often is looked, ms. */
const PATIENCE_MS = 15_000;
const STEP_MS = 50;

/** How long a prompt takes to draw itself, ms: it is no page and no window of its own that could be waited for. */
const PROMPT_MS = 1_200;

export interface AgreeOptions {
  /** Where the account is. */
  site: SiteName;
  /** Presses keys in the focused window. */
  press(...keys: string[]): void;
}

/** Goes through the welcome page that an install opens, as a person does. The prompt for access is answered with yes. */
export async function agree(context: BrowserContext, { site, press }: AgreeOptions): Promise<void> {
  const page = await welcomePage(context);
  // By place, not by words: the interface may speak another language.
  const onward = page.locator('.welcome__ways button').last();
  for (const next of ['ready', 'start']) {
    await onward.click();
    await page.waitForURL((url) => url.hash === `#${next}`);
    if (next === 'ready') await allowSite(page, site, press);
  }
  const closed = page.waitForEvent('close');
  // The page may be gone before the click is known to have come through.
  await onward.click().catch(() => undefined);
  await closed;
}

/** Says where the account is, and allows that site unless it is allowed already. */
async function allowSite(page: Page, site: SiteName, press: AgreeOptions['press']): Promise<void> {
  await page.locator('.welcome__option input').nth(SITE_NAMES.indexOf(site)).click();
  const access = page.locator('.welcome__tasks > li').first();
  if ((await access.getAttribute('data-done')) !== 'true') {
    await page.bringToFront();
    await access.locator('.button').click();
    await page.waitForTimeout(PROMPT_MS);
    // "Deny" has the focus.
    press('Tab', 'Return');
  }
  await page.locator('.welcome__tasks > li[data-done="true"]').first().waitFor();
}

/** The welcome page, once the install has opened it. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const page = context.pages().find((each) => each.url().includes('/welcome.html'));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  throw new Error('the welcome page did not open');
}

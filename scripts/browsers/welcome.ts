import type { BrowserContext, Page } from 'playwright';

/** How long an install may take to open the page, and how often is looked, ms. */
const PATIENCE_MS = 15_000;
const STEP_MS = 50;

/** Goes through the welcome page that an install opens, as a person does. */
export async function agree(context: BrowserContext): Promise<void> {
  const page = await welcomePage(context);
  // By place, not by words: the interface may speak another language.
  const onward = page.locator('.welcome__ways button').last();
  for (const next of ['ready', 'start']) {
    await onward.click();
    await page.waitForURL((url) => url.hash === `#${next}`);
  }
  const closed = page.waitForEvent('close');
  // The page may be gone before the click is known to have come through.
  await onward.click().catch(() => undefined);
  await closed;
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

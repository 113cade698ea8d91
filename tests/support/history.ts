import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Stage } from '@/scripts/browsers/stage';

/** What the popup shows of its jobs, read as a person does: by roles and words. */
export const rows = (popup: Page): Locator => popup.getByRole('listitem');

export const button = (place: Page | Locator, name: string): Locator =>
  place.getByRole('button', { name, exact: true });

/** Waits until the newest row says something. */
export async function untilRowSays(popup: Page, words: RegExp, timeout = 30_000): Promise<Locator> {
  const row = rows(popup).first();
  await expect
    .poll(async () => ((await row.count()) > 0 ? await row.textContent() : ''), {
      timeout,
      interval: 100,
    })
    .toMatch(words);
  return row;
}

/** Waits until the newest row can be saved. */
export async function untilDone(popup: Page, timeout = 30_000): Promise<Locator> {
  const row = rows(popup).first();
  await expect.poll(() => button(row, 'Save').count(), { timeout, interval: 100 }).toBe(1);
  return row;
}

/** Opens the newest batch, so that its jobs are rows of their own. */
export async function openBatch(popup: Page): Promise<void> {
  const closed = popup.locator('.batch-row').getByRole('button', { expanded: false });
  await closed.first().click();
}

/** Presses a button if it is there, and leaves one alone that goes away meanwhile. */
async function pressIfThere(found: Locator): Promise<void> {
  if ((await found.count()) > 0) await found.click({ timeout: 1_000 }).catch(() => undefined);
}

/** Removes every row, whatever its state. A job may end while its button is being pressed: then its row is read again. */
export async function clearRows(popup: Page): Promise<void> {
  await popup.bringToFront();
  const row = rows(popup).first();
  const clearOne = async (): Promise<number> => {
    await pressIfThere(row.locator('.batch-row__toggle[aria-expanded="false"]'));
    await pressIfThere(button(row, 'Cancel'));
    await pressIfThere(button(row, 'Remove').or(button(row, 'Remove all')));
    return rows(popup).count();
  };
  await expect.poll(clearOne, { interval: 50, timeout: 60_000 }).toBe(0);
}

/**
 * Closes the popup that the background opens for a question, so that the page in a tab can answer it. One that stays
 * open would be taken for that of the next question, which then opens over its prompt and takes the focus from it.
 */
export async function closeQuestion(stage: Stage, page: Page): Promise<void> {
  await expect
    .poll(() => stage.isPopupOpen(), { timeout: 1_500, interval: 100 })
    .toBe(true)
    .catch(() => undefined);
  await page.bringToFront();
  // One that opened over a tab which was in front already does not lose the focus by that.
  await stage.closePopup();
  await expect.poll(() => stage.isPopupOpen(), { interval: 100 }).toBe(false);
}

/**
 * Presses a button that calls for a permission, and answers the browser's own prompt, in which
 * "Deny" has the focus.
 */
export async function answerPrompt(
  stage: Stage,
  allow: Locator,
  answer: 'allow' | 'deny',
): Promise<void> {
  await closeQuestion(stage, allow.page());
  await allow.click();
  // The prompt is no page and no window of its own: there is nothing to ask whether it is there.
  await allow.page().waitForTimeout(1_200);
  stage.press(...(answer === 'allow' ? ['Tab', 'Return'] : ['Return']));
}

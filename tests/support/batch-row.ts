import type { Page } from 'playwright';
import { BATCH_COUNTS, type BatchCounts } from '@/lib/jobs/model/batch-counts';
import { button } from './history';

/** A page of the extension, in either browser. */
interface OwnPage {
  evaluate<Result>(sent: () => Result): Promise<Result>;
}

/**
 * Counts of a batch as its row says them, read at one moment. A count that the row leaves out is 0.
 * @throws if they do not add up, or the row is not there
 */
export async function countsIn(popup: OwnPage): Promise<BatchCounts> {
  const said = await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.batch-row__facts [data-count]')].map(
      ({ dataset, textContent }) => [dataset.count ?? '', textContent ?? ''] as const,
    ),
  );
  const words = new Map<string, string>(said);
  const entries = BATCH_COUNTS.map((key) => [key, Number.parseInt(words.get(key) ?? '0', 10)]);
  const counts = Object.fromEntries(entries) as BatchCounts;
  const { found, ...parts } = counts;
  const sum = Object.values(parts).reduce((all, part) => all + part, 0);
  if (found === 0 || sum !== found) throw new Error(`do not add up: ${JSON.stringify(said)}`);
  return counts;
}

/** Why it stands still, or what it says of a price, in its own words. */
export const wordsIn = (popup: OwnPage): Promise<string> =>
  popup.evaluate(() => document.querySelector('.batch-row')?.textContent ?? '');

/** Sets the most that the batch may cost, credits. It has to be open, or to wait for this. */
export async function setLimit(popup: Page, credits: number): Promise<void> {
  await popup.getByLabel('At most (credits)').fill(String(credits));
  await popup.keyboard.press('Tab');
  await button(popup, 'Set limit').click();
}

/** Opens the reader of the newest batch, which is open, and closes it again. @returns its address */
export async function readerOf(popup: Page): Promise<string> {
  const [opened] = await Promise.all([
    popup.context().waitForEvent('page'),
    button(popup, 'Read').click(),
  ]);
  await opened.waitForLoadState();
  const address = opened.url();
  await opened.close();
  return address;
}

import type { Locator, Page } from 'playwright';
import type { Stage } from '@/scripts/browsers/stage';

/** The tiles of the picker. The lists of its filters have options as well. */
const grid = (picker: Page): Locator => picker.getByRole('listbox', { name: 'Images on the page' });

/** Those that are drawn: the ones near the window. */
export const tiles = (picker: Page): Locator => grid(picker).getByRole('option');

/** The tile of this name. */
export const tile = (picker: Page, name: string): Locator =>
  grid(picker).getByRole('option', { name: new RegExp(`^${name},`) });

/** Names of tiles, in their order. */
export const namesOf = (found: Locator): Promise<string[]> =>
  found.evaluateAll((all) => all.map(({ textContent }) => textContent?.split(',')[0] ?? ''));

/** Names of the ticked tiles. */
export const ticked = (picker: Page): Promise<string[]> =>
  namesOf(grid(picker).getByRole('option', { selected: true }));

/** The bar at the lower edge, which says what will be upscaled and starts it. */
export const startBar = (picker: Page): Locator =>
  picker.getByRole('region', { name: 'Upscale to' });

/** Opens the picker for a page with the real menu, and waits for its first tile. */
export async function openPickerFor(stage: Stage, page: Page, place: string): Promise<Page> {
  const opened = stage.context.waitForEvent('page');
  await stage.rightClick(page, page.locator(place), 'several');
  const picker = await opened;
  await tiles(picker).first().waitFor();
  return picker;
}

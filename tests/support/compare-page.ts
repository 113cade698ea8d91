import type { Locator, Page } from 'playwright';
import { button } from './history';

/** What the compare page shows, read as a person does or measured. */

const result = (page: Page): Locator => page.locator('.compare-pane:first-child img');

/** Size of the result, px, once it is decoded. */
export function resultSize(page: Page): Promise<[number, number]> {
  return result(page).evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
}

/** Position of the divider, percent. */
export const slider = (page: Page) => page.getByRole('slider').getAttribute('aria-valuenow');
/** Zoom as written, such as "100%". */
export const zoom = (page: Page) => page.getByRole('toolbar').locator('output').textContent();

/** The place of the result in the middle of its field, in px of the result. */
export function spot(page: Page): Promise<[number, number]> {
  return result(page).evaluate((image: HTMLImageElement) => {
    const box = image.getBoundingClientRect();
    const pane = image.closest('.compare-pane')?.getBoundingClientRect() ?? box;
    const at = (middle: number, from: number, length: number, px: number) =>
      ((middle - from) / length) * px;
    return [
      at(pane.left + pane.width / 2, box.left, box.width, image.naturalWidth),
      at(pane.top + pane.height / 2, box.top, box.height, image.naturalHeight),
    ];
  });
}

/** How far that place has moved from where it was, px of the result, along the axis on which it moved more. */
export async function movedFrom(page: Page, before: readonly [number, number]): Promise<number> {
  const now = await spot(page);
  return Math.max(...now.map((at, axis) => Math.abs(at - (before[axis] ?? 0))));
}

/** Name of the image. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
/** Whether a button stays pressed. */
export const pressed = (page: Page, name: string) =>
  button(page, name).getAttribute('aria-pressed');
/** Class of what has the focus. */
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.className);

/** Width and height of the picture that was copied. */
export async function sizeOnClipboard(page: Page): Promise<number[] | undefined> {
  await page.context().grantPermissions(['clipboard-read']);
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = item && (await createImageBitmap(await item.getType('image/png')));
    return image && [image.width, image.height];
  });
}

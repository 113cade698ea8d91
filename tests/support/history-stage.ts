import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { GOOD_NAMES, PICTURES } from '@/simulator/pictures/pictures';
import { readShownRows } from './database';
import { button, clearRows, rows } from './history';
import { type PastRow, pastRows } from './past-rows';

const OFTEN = { interval: 100 };

export let stage: Stage;
export let popup: Page;
export let options: Page;

/** Opens the stage before the tests of a file, and closes it after them. */
export function useHistoryStage(): void {
  beforeAll(async () => {
    // They are drawn on first use, which may take longer than a page is waited for.
    for (const name of GOOD_NAMES) await PICTURES[name].make();
    stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
    popup = await stage.openPopup();
    // All rows of a test at once: the list draws only what is in sight.
    await popup.setViewportSize({ width: 400, height: 2_000 });
    options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  });

  afterAll(async () => {
    expect(stage.simulator.violations).toEqual([]);
    await stage.close();
  });
}

/** Names in the order in which the rows are shown. */
export const shownNames = () => popup.locator('.job-card__name').allTextContents();

/** Names of the rows in the database, in the order of their names. */
const keptNames = async () => (await readShownRows(popup)).map(({ name }) => name).sort();

/** Waits until something is read like this. */
export const until = (read: () => Promise<unknown>) => expect.poll(read, OFTEN);

export const untilShown = (names: readonly string[]) => until(shownNames).toEqual(names);
export const untilKept = (names: readonly string[]) => until(keptNames).toEqual([...names].sort());

/** Removes all rows at once; one at a time, where there are too few for choosing. */
export async function clear(): Promise<void> {
  await popup.bringToFront();
  await popup.reload();
  const count = (await readShownRows(popup)).length;
  // The shell is there before the rows are.
  if (count > 0) await rows(popup).first().waitFor();
  if (count >= 7) {
    await button(popup, 'Select').click();
    await popup.getByRole('checkbox', { name: 'All', exact: true }).check();
    await button(popup, `Remove ${count}`).click();
  } else await clearRows(popup);
  await untilKept([]);
}

/** Brings rows of the past in, as a person does who comes from another computer. */
export async function bringIn(past: readonly PastRow[]): Promise<void> {
  const before = (await readShownRows(popup)).length;
  await importFile(pastRows(past));
  await until(async () => (await readShownRows(popup)).length).toBe(before + past.length);
}

export async function importFile(buffer: Buffer): Promise<void> {
  await options.bringToFront();
  const file = { name: 'upscale-history.json', mimeType: 'application/json', buffer };
  await options.locator('input[aria-label="Import"]').setInputFiles([file]);
}

let hue = 0;

/** A small picture that was never seen before: the same one twice would ask. */
async function picture(name: string) {
  hue += 17;
  // Pictures that are made at the same time would all have the last one.
  const own = hue;
  const buffer = await sharp(await PICTURES.poster.make())
    .resize(200)
    .modulate({ hue: own })
    .png()
    .toBuffer();
  return { name: `${name}.png`, mimeType: 'image/png', buffer };
}

/** Gives the popup pictures, and waits until they have ended. */
export async function upscale(
  names: readonly string[],
  end: 'done' | 'failed' = 'done',
): Promise<void> {
  await popup.bringToFront();
  const pictures = await Promise.all(names.map(picture));
  await popup.locator('input[type=file]').setInputFiles(pictures);
  await until(() => endsOf(names)).toEqual(names.map(() => end));
}

/** Stages of the rows of these names. */
export async function endsOf(names: readonly string[]): Promise<(Job['stage'] | undefined)[]> {
  const kept = await readShownRows(popup);
  return names.map((name) => kept.find((row) => row.name === name)?.stage);
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES } from '@/simulator/pictures/pictures';
import { inPage, isOpen, type Tabless } from './support/panel';
import { tile } from './support/picker-page';
import { untilArmed } from './support/toast';

const PANEL = 'sidepanel.html';
let stage: Stage;
let gallery: Page;
let folder: string;

const inPanel = <T>(work: (page: Tabless) => Promise<T>) => inPage(stage.context, PANEL, work);
const rows = () =>
  inPanel((page) =>
    page.evaluate<string[]>(
      '[...document.querySelectorAll(".job-card")].map((row) => row.innerText)',
    ),
  );
const press = (label: string) =>
  inPanel((page) =>
    page.evaluate<void>(`document.querySelector('[aria-label="${label}"]').click()`),
  );
const alert = () =>
  inPanel((page) =>
    page.evaluate<string>('document.querySelector("[role=alert]")?.innerText ?? ""'),
  );

/** Picks an image of the gallery, asked for in the panel. */
async function pick(selector: string): Promise<void> {
  const image = gallery.locator(selector);
  await image.scrollIntoViewIfNeeded();
  await press('Pick an image on this page');
  // The page is covered while one picks.
  await gallery.locator('[popover]').waitFor();
  await untilArmed(gallery);
  const box = await image.boundingBox();
  if (!box) throw new Error('nothing to pick');
  await gallery.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panel-'));
  stage = await openStage({ simulator: { processingMs: 500 } });
  gallery = await stage.openGallery();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Waits for the picker that something opens, and for the first of its tiles. @returns closes it */
async function pickerAfter(act: () => Promise<void>): Promise<() => Promise<void>> {
  const opened = stage.context.waitForEvent('page');
  await act();
  const picker = await opened;
  expect(picker.url()).toMatch(/picker\.html\?tab=\d+$/);
  await tile(picker, 'Harbour at dawn').waitFor();
  return async () => {
    await picker.close();
    await gallery.bringToFront();
  };
}

describe('the side panel', () => {
  it('is not needed to choose several images: the popup opens the picker, and makes way', async () => {
    await stage.upscale(gallery, '#harbour');
    const close = await pickerAfter(async () => {
      const worker = await stage.worker();
      await worker.evaluate(() => chrome.action.openPopup());
      await inPage(stage.context, 'popup.html', async (popup) => {
        const button = 'document.querySelector("[data-icon=grid]")?.closest("button")';
        await expect.poll(() => popup.evaluate(`${button} !== undefined`)).toBe(true);
        await popup.evaluate(`${button}.focus()`);
      });
      stage.press('Return');
    });
    await expect.poll(() => stage.isPopupOpen()).toBe(false);
    await close();
  });

  it('opens from the popup, which makes way, and shows the same history', async () => {
    const worker = await stage.worker();
    await worker.evaluate(() => chrome.action.openPopup());
    await inPage(stage.context, 'popup.html', async (popup) => {
      const button = 'document.querySelector("[data-icon=panel]")?.closest("button")';
      await expect.poll(() => popup.evaluate(`${button} !== undefined`)).toBe(true);
      await popup.evaluate(`${button}.focus()`);
    });
    stage.press('Return');
    await expect.poll(() => isOpen(stage.context, PANEL)).toBe(true);
    await expect.poll(() => stage.isPopupOpen()).toBe(false);
    await expect.poll(rows).toEqual([expect.stringMatching(/harbour.*Save/s)]);
  });

  it('opens the picker for the page in front, and stays', async () => {
    const close = await pickerAfter(() => press('Choose several images on this page'));
    expect(await isOpen(stage.context, PANEL)).toBe(true);
    await close();
  });

  it('takes chosen files', async () => {
    const path = join(folder, 'chosen.png');
    writeFileSync(path, await PICTURES.poster.make());
    await inPanel((page) => page.setFiles('input[type=file]', [path]));
    await expect.poll(rows).toContainEqual(expect.stringMatching(/chosen.*Save/s));
  });

  it('lets an image of the page be picked, and stays', async () => {
    const before = stage.simulator.submissions.length;
    await pick('#mushroom');
    await expect.poll(() => stage.simulator.submissions.length).toBe(before + 1);
    expect(await isOpen(stage.context, PANEL)).toBe(true);
  });

  it('says when a page cannot be picked from, makes no row of it, and stays', async () => {
    const before = (await rows()).length;
    const other = await stage.context.newPage();
    await other.goto('https://gallery.example/any');
    await other.bringToFront();
    await press('Pick an image on this page');
    await expect.poll(alert).toMatch(/cannot be accessed.*Allow on all sites/s);
    expect((await rows()).length).toBe(before);
    await other.close();
    await gallery.bringToFront();
    await expect.poll(alert).toBe('');
  });

  it('keeps the popup away from a row that it shows itself', async () => {
    await gallery.goto('https://gallery.example/cases');
    const before = (await rows()).length;
    await pick('#foreign');
    await expect.poll(rows).toContainEqual(expect.stringMatching(/Allow cdn\.example\.com/));
    expect((await rows()).length).toBe(before + 1);
    expect(await stage.isPopupOpen()).toBe(false);
  });
});

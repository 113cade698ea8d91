import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { GOOD_NAMES, PICTURES } from '@/simulator/pictures/pictures';
import { readShownRows } from './support/database';
import { answerPrompt } from './support/history';
import { toastIn } from './support/toast';

let stage: Stage;
let options: Page;
let gallery: Page;
/** A page of another site, in which nothing is told. */
let other: Page;

beforeAll(async () => {
  // They are drawn on first use, which may take longer than a page is waited for.
  for (const name of GOOD_NAMES) await PICTURES[name].make();
  stage = await openStage({ hasToasts: true, simulator: { processingMs: 2_000 } });
  options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  other = await stage.context.newPage();
  await other.goto('https://open.example/');
});

beforeEach(async () => {
  gallery = await stage.openGallery();
});

afterEach(async () => {
  // Toasts and notifications would lie over what the next test points at.
  await gallery.close();
  if (!(await isAllowed())) return;
  const worker = await stage.worker();
  for (const id of await notices()) {
    await worker.evaluate((each) => chrome.notifications.clear(each), id);
  }
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

const OFTEN = { interval: 100 };

const notifySwitch = () =>
  options.getByRole('switch', { name: 'Notify when an image is done or fails' });

const isAllowed = () =>
  options.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }));

/** What the person chose, as it is kept. */
const isKeptOn = async () => {
  const { settings } = await options.evaluate(() => chrome.storage.local.get('settings'));
  return (settings as { isNotifyOn?: boolean } | undefined)?.isNotifyOn ?? false;
};

/** Ids of the notifications, as the browser has them. */
async function notices(): Promise<string[]> {
  const worker = await stage.worker();
  return worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

async function switchOn(): Promise<void> {
  await options.bringToFront();
  if (await notifySwitch().isChecked()) return;
  await notifySwitch().click();
  // Chromium asks the first time only: keys for a prompt that is not there would press something else.
  await expect
    .poll(isAllowed, { timeout: 4_000 })
    .toBe(true)
    .catch(() => stage.press('Tab', 'Return'));
  await expect.poll(() => notifySwitch().isChecked(), OFTEN).toBe(true);
  await expect.poll(isKeptOn, OFTEN).toBe(true);
  // The menu is built anew when a stored setting changes.
  await options.waitForTimeout(1_000);
}

const rowOf = async (name: string) =>
  (await readShownRows(options)).find((row) => row.name === name);

/** Right-clicks a picture of the gallery. @returns id of its row, which has only begun */
async function upscale(name: string): Promise<string> {
  await gallery.bringToFront();
  await stage.upscale(gallery, `#${name}`);
  await expect.poll(() => rowOf(name), OFTEN).toBeDefined();
  return (await rowOf(name))?.id ?? '';
}

const untilDone = (name: string) =>
  expect.poll(async () => (await rowOf(name))?.stage, OFTEN).toBe('done');

const untilToastSays = (words: RegExp) =>
  expect.poll(async () => (await toastIn(gallery))?.text ?? '', OFTEN).toMatch(words);

const windows = () =>
  stage.display.xdotool('search', '--onlyvisible', '--class', '.*').trim().split('\n');

describe('the switch for notifications', () => {
  it('stays off when the browser’s own prompt is denied', async () => {
    await options.bringToFront();
    await answerPrompt(stage, notifySwitch(), 'deny');
    await options.reload();
    await notifySwitch().waitFor();
    expect(await notifySwitch().isChecked()).toBe(false);
    expect(await isAllowed()).toBe(false);
    expect(await isKeptOn()).toBe(false);
  });

  it('is on once that is allowed, and gives the permission back when it is switched off', async () => {
    await switchOn();
    expect(await isAllowed()).toBe(true);
    await notifySwitch().click();
    await expect.poll(isAllowed, OFTEN).toBe(false);
    await expect.poll(isKeptOn, OFTEN).toBe(false);
    expect(await notifySwitch().isChecked()).toBe(false);
  });
});

describe('what ends while another page is in front', () => {
  it('waits in its own page where notifications are off', async () => {
    await upscale('portrait');
    await other.bringToFront();
    await untilDone('portrait');
    await gallery.bringToFront();
    await untilToastSays(/^Done \| portrait/);
  });

  it('raises a notification, and a click on it opens the comparison', async () => {
    await switchOn();
    const id = await upscale('harbour');
    await other.bringToFront();
    const before = new Set(windows());
    await untilDone('harbour');
    await expect.poll(notices, OFTEN).toEqual([`job/${id}`]);
    // It is a window of its own.
    const shown = () => windows().filter((each) => !before.has(each));
    await expect.poll(shown, OFTEN).toHaveLength(1);
    const opened = stage.context.waitForEvent('page');
    // Its upper part: the buttons are below.
    stage.display.xdotool('mousemove', '--window', shown()[0] ?? '', '180', '40');
    stage.display.xdotool('click', '1');
    const compare = await opened;
    await expect.poll(() => compare.url(), OFTEN).toContain(`/compare.html?job=${id}`);
    await expect.poll(notices, OFTEN).toEqual([]);
    await compare.close();
  });
});

it('what ends in the page in front is told there alone', async () => {
  await switchOn();
  await upscale('cat');
  await untilToastSays(/^Done \| cat/);
  expect(await notices()).toEqual([]);
});

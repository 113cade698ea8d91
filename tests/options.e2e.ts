import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES } from '@/simulator/pictures/pictures';
import { answerPrompt, button, clearRows, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;
let popup: Page;
let options: Page;
let poster: Buffer;

beforeAll(async () => {
  poster = await PICTURES.poster.make();
  stage = await openStage({ simulator: { processingMs: 300, credits: { gift: 1_000 } } });
  popup = await stage.openPopup();
  options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
});

beforeEach(async () => {
  await options.bringToFront();
});

afterEach(async () => {
  await options.bringToFront();
  // The first press asks whether it is meant.
  await options.getByRole('button', { name: /^(?:Reset|重置|重置设置)$/ }).click();
  await options.getByRole('button', { name: /^(?:Reset all settings|确定重置所有设置)$/ }).click();
  await expect
    .poll(() => options.getByRole('heading', { level: 1 }).textContent())
    .toBe('Settings');
  // It speaks the language it was opened in.
  await popup.reload();
  // The shell is there before the rows are.
  const rowOrGreeting = popup.getByRole('listitem').or(popup.getByRole('heading', { level: 2 }));
  await rowOrGreeting.first().waitFor();
  await clearRows(popup);
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Waits until a change is written, not only shown. */
const untilKept = () =>
  expect.poll(() => options.getByText('Saved', { exact: true }).count()).toBe(1);

async function choose(group: string, name: string): Promise<void> {
  await options.getByRole('group', { name: group }).locator('label', { hasText: name }).click();
  // The word may still stand there from the choice before.
  await options.waitForTimeout(500);
  await untilKept();
}

async function upscale(name: string): Promise<void> {
  await popup.bringToFront();
  await popup
    .locator('input[type=file]')
    .setInputFiles([{ name, mimeType: 'image/png', buffer: poster }]);
}

async function save(): Promise<void> {
  await button(await untilDone(popup), 'Save').click();
  await untilRowSays(popup, /Saved/);
}

/** Paths below the downloads folder. */
const files = () =>
  readdirSync(stage.downloads, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.crdownload'))
    .map((entry) => join(entry.parentPath, entry.name).slice(stage.downloads.length + 1))
    .sort();

describe('saving', () => {
  it('names files as the example shows, in the folder that was asked for', async () => {
    await options.getByRole('textbox', { name: 'File name' }).fill('{name} {width}x{height}');
    await options.getByRole('textbox', { name: 'Folder' }).fill('Dreamina/{target}');
    await expect
      .poll(() => options.locator('.options-saving__example').textContent())
      .toContain('Dreamina/2k/harbour-at-dawn 2880x2160.png');
    await untilKept();
    await upscale('boat.png');
    await save();
    expect(files().some((path) => /^Dreamina\/2k\/boat \d+x\d+\.png$/.test(path))).toBe(true);
  });

  it('never leaves the downloads folder', async () => {
    await options.getByRole('textbox', { name: 'Folder' }).fill('../../outside');
    await untilKept();
    await upscale('escape.png');
    await save();
    expect(files()).toContain('outside/escape_2k.png');
  });

  it('converts, and says in the file where it is from', async () => {
    await choose('Format', 'WebP');
    await options.getByRole('switch', { name: /^Write the source into the file/ }).click();
    await untilKept();
    await upscale('converted.png');
    await save();
    const bytes = await readFile(join(stage.downloads, 'converted_2k.webp'));
    const { format, xmp } = await sharp(bytes).metadata();
    expect(format).toBe('webp');
    expect(xmp?.toString()).toContain('AI upscaled to 2K');
  });

  it('replaces the file of the same name where that is wanted', async () => {
    await choose('If the file exists', 'Replace');
    await upscale('same.png');
    await save();
    await button(popup, 'Save again').click();
    await popup.waitForTimeout(1_500);
    expect(files().filter((path) => path.startsWith('same'))).toEqual(['same_2k.png']);
  });

  it('happens by itself, once, although the worker dies', async () => {
    await options.getByRole('switch', { name: 'Save automatically when done' }).click();
    await untilKept();
    await upscale('by-itself.png');
    await untilRowSays(popup, /Saved/);
    await stage.killWorker();
    await popup.reload();
    await popup.waitForTimeout(2_000);
    expect(files().filter((path) => path.startsWith('by-itself'))).toEqual(['by-itself_2k.png']);
  });
});

describe('appearance', () => {
  it('speaks another language at once, here and in the popup', async () => {
    await options.getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
    await expect.poll(() => options.getByRole('heading', { level: 1 }).textContent()).toBe('设置');
    await popup.reload();
    await expect.poll(() => popup.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('is dark where the person wants it, whatever the system says', async () => {
    await choose('Colours', 'Dark');
    for (const page of [options, popup]) {
      await page.reload();
      await expect
        .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme))
        .toBe('dark');
    }
  });
});

it('a site that was allowed is listed, and can be taken back', async () => {
  const gallery = await stage.openGallery('/cases');
  await stage.upscale(gallery, '#foreign');
  await untilRowSays(popup, /cdn\.example\.com/);
  await answerPrompt(stage, button(rows(popup).first(), 'Allow cdn.example.com'), 'allow');
  await untilDone(popup);
  await gallery.close();
  const granted = async () => {
    const { origins = [] } = await options.evaluate(() => chrome.permissions.getAll());
    return origins.filter((pattern) => pattern.includes('cdn.example.com'));
  };
  expect(await granted()).toEqual(['https://cdn.example.com/*']);

  await options.bringToFront();
  const sites = options.getByRole('list', { name: 'Sites you have allowed' });
  await expect.poll(() => sites.textContent()).toContain('cdn.example.com');
  await button(options, 'Revoke cdn.example.com').click();
  await expect.poll(() => sites.textContent()).toBe('None yet.');
  expect(await granted()).toEqual([]);
});

it('choices are kept, and a reset puts them back', async () => {
  await choose('At once', '1');
  await choose('Context menu', 'One entry');
  await options.reload();
  const radio = (name: string) => options.getByRole('radio', { name, exact: true });
  await expect.poll(() => radio('One entry').isChecked()).toBe(true);
  expect(await radio('1').isChecked()).toBe(true);
  await button(options, 'Reset').click();
  await button(options, 'Reset all settings').click();
  await expect.poll(() => radio('2K and 4K').isChecked()).toBe(true);
});

it('the one entry of the menu upscales at once', async () => {
  await choose('Context menu', 'One entry');
  const gallery = await stage.openGallery();
  await gallery.bringToFront();
  const box = await gallery.locator('#harbour').boundingBox();
  if (!box) throw new Error('nothing to click on');
  await gallery.mouse.click(box.x + 20, box.y + 20, { button: 'right' });
  await gallery.waitForTimeout(500);
  // From the bottom: Inspect, our entry.
  stage.press('Up', 'Up', 'Return');
  await untilRowSays(popup, /harbour/);
  await untilDone(popup);
  await gallery.close();
});

it('the report names no address, no name and not which account', async () => {
  await upscale('very-private-name.png');
  await untilDone(popup);
  await options.bringToFront();
  await options.reload();
  await options.getByText('Show report').click();
  const report = (await options.locator('.options-help__report pre').textContent()) ?? '';
  expect(report).toContain('rows: ');
  expect(report).toMatch(/done 1/);
  expect(report).not.toMatch(/very-private|https?:|jianying|sessionid|stage-session|tos-cn/i);
});

it('every control has a name and can be reached with the keyboard', async () => {
  await options.bringToFront();
  const nameless = await options.evaluate(() =>
    // A file input is reached by the button that opens it.
    [...document.querySelectorAll('button, input:not([type=file]), summary')]
      .filter((element) => (element as HTMLElement).tabIndex < 0)
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(nameless).toEqual([]);
  for (const role of ['button', 'switch', 'textbox', 'slider'] as const) {
    expect(await options.getByRole(role, { name: /^$/ }).count(), role).toBe(0);
  }
});

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { axeFaults } from './support/axe';
import { readShownRows } from './support/database';
import { isOpen } from './support/panel';
import { tiles } from './support/picker-page';
import { untilArmed } from './support/toast';

let stage: Stage;

/** Gives a command keys, as a person does on the browser's own page. */
async function setKeys(keys: Record<string, string>): Promise<void> {
  const page = await stage.context.newPage();
  await page.goto('chrome://extensions/shortcuts');
  for (const [commandName, keybinding] of Object.entries(keys)) {
    await page.evaluate(
      (update) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: { updateExtensionCommand(update: object): Promise<void> };
        };
        return developerPrivate.updateExtensionCommand(update);
      },
      { extensionId: stage.extensionId, commandName, keybinding },
    );
  }
  await page.close();
}

/** The page that keys open. */
async function opened(keys: string): Promise<Page> {
  const page = stage.context.waitForEvent('page');
  stage.press(keys);
  return page;
}

const nameOfFocus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  while (met.length < 60) {
    const found = await nameOfFocus(page);
    if (name.test(found)) return;
    met.push(found.slice(0, 40));
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${name}, but to ${met.join(' | ')}`);
}

/** Names that a screen reader reads for a role, also inside closed shadow trees. */
async function spoken(page: Page, role: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter((node) => !node.ignored && node.role?.value === role)
    .map((node) => String(node.name?.value ?? ''));
}

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 300 } });
  await setKeys({
    'upscale-4k': 'Alt+Shift+4',
    'choose-several': 'Alt+Shift+M',
    'show-results': 'Alt+Shift+R',
    'open-list': 'Alt+Shift+L',
    'open-panel': 'Alt+Shift+J',
    'compare-newest': 'Alt+Shift+K',
    'save-newest': 'Alt+Shift+D',
    'pause-all': 'Alt+Shift+Q',
    'open-options': 'Alt+Shift+O',
  });
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** A page in a window that has no toolbar, so no button and no popup of ours. */
async function openBareWindow(): Promise<Page> {
  const page = stage.context.waitForEvent('page');
  const worker = await stage.worker();
  await worker.evaluate(() =>
    chrome.windows.create({
      url: 'https://gallery.example/',
      type: 'popup',
      width: 900,
      height: 700,
      focused: true,
    }),
  );
  const bare = await page;
  await bare.waitForLoadState();
  await bare.bringToFront();
  return bare;
}

describe('in a window without a toolbar, by keys alone', () => {
  it('an image is upscaled, found in the list, and saved', async () => {
    const bare = await openBareWindow();
    stage.press('alt+shift+4');
    // Nothing is under the pointer, so a chooser asks. A person hears its name, and the name of each image.
    await bare.locator('[popover]').waitFor();
    await untilArmed(bare);
    expect(await spoken(bare, 'dialog')).toEqual(['Which image?']);
    expect(await spoken(bare, 'option')).toContainEqual(expect.stringMatching(/Harbour at dawn/));
    await bare.keyboard.press('ArrowDown');
    await bare.keyboard.press('Enter');
    await expect.poll(() => stage.simulator.submissions.length).toBe(1);
    expect(stage.simulator.submissions[0]).toMatchObject({ target: '4k' });
    expect(await bare.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
    await bare.bringToFront();
    const list = await opened('alt+shift+l');
    expect(list.url()).toMatch(/\/popup\.html$/);
    await list.getByRole('button', { name: 'Save', exact: true }).waitFor();
    expect(await axeFaults(list)).toEqual([]);
    await tabTo(list, /^Save$/);
    await list.keyboard.press('Enter');
    await expect.poll(() => stage.savedFiles().length).toBe(1);
    await bare.close();
  }, 60_000);

  it('several images are chosen', async () => {
    const bare = await openBareWindow();
    const picker = await opened('alt+shift+m');
    expect(picker.url()).toMatch(/\/picker\.html/);
    await tiles(picker).first().waitFor();
    await tabTo(picker, /^Harbour at dawn,/);
    await picker.keyboard.press('Space');
    await tabTo(picker, /^Upscale 1$/);
    const before = stage.simulator.submissions.length;
    await picker.keyboard.press('Enter');
    await expect.poll(() => stage.simulator.submissions.length).toBeGreaterThan(before);
    await picker.close();
    await bare.close();
  }, 60_000);

  it('results are shown on the page, and its originals again', async () => {
    const bare = await openBareWindow();
    const replaced = () =>
      bare.evaluate(
        () =>
          [...document.images].filter((image) => /blob:/.test(getComputedStyle(image).content))
            .length,
      );
    expect(await replaced()).toBe(0);
    stage.press('alt+shift+r');
    await expect.poll(replaced).toBeGreaterThan(0);
    stage.press('alt+shift+r');
    await expect.poll(replaced).toBe(0);
    await bare.close();
  }, 60_000);

  it('everything else opens or happens by its keys', async () => {
    const bare = await openBareWindow();
    const compare = await opened('alt+shift+k');
    expect(compare.url()).toMatch(/\/compare\.html\?job=/);
    await compare.close();
    await bare.bringToFront();
    const saved = stage.savedFiles().length;
    stage.press('alt+shift+d');
    await expect.poll(() => stage.savedFiles().length).toBe(saved + 1);
    await bare.bringToFront();
    const options = await opened('alt+shift+o');
    expect(options.url()).toMatch(/\/options\.html/);
    await options.close();
    await bare.close();
  }, 60_000);

  it('pausing shows which it was, in the list', async () => {
    const bare = await openBareWindow();
    for (const page of stage.context.pages())
      if (/popup\.html/.test(page.url())) await page.close();
    const list = await opened('alt+shift+q');
    expect(list.url()).toMatch(/\/popup\.html$/);
    await list
      .getByText(/paused/i)
      .first()
      .waitFor();
    await bare.bringToFront();
    stage.press('alt+shift+q');
    await expect.poll(() => list.getByText(/everything is paused/i).count()).toBe(0);
    await list.close();
    await bare.close();
  }, 60_000);
});

describe('a letter of the own text of the menu entry', () => {
  /** Sizes of the images of this name that were wanted. */
  const wanted = async (page: Page, name: RegExp) =>
    (await readShownRows(page))
      .filter((row) => name.test(row.name))
      .map((row) => row.options.target);

  it.each([
    ['chooses the only entry', 'One entry', '#night-lake', /lake/i, ['z']],
    [
      'opens the one with the sizes',
      '2K and 4K',
      '#mushroom',
      /mushroom/i,
      ['z', 'Return', 'Return'],
    ],
  ] as const)(
    '%s',
    async (_, style, selector, name, keys) => {
      const options = await stage.context.newPage();
      await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
      await options
        .getByRole('group', { name: 'Context menu' })
        .locator('label', { hasText: style })
        .click();
      await options.getByRole('textbox', { name: 'Your own text' }).fill('&Zoom & more');
      await options.getByText('Saved', { exact: true }).waitFor();
      const gallery = await stage.openGallery();
      const sizes = async () => [...new Set(await wanted(options, name))];
      const untilWanted = () => expect.poll(sizes, { timeout: 5_000 }).toEqual(['2k']);
      const press = async () => {
        await stage.pressInMenu(gallery, gallery.locator(selector), ...keys);
        await untilWanted();
      };
      // Nothing tells when the browser has the new text: until then no entry has the letter.
      await press().catch(press);
      await gallery.close();
      await options.close();
    },
    60_000,
  );
});

// It stays open, and makes pages narrower: whoever points at a page comes before it.
it('the panel opens beside a page', async () => {
  await stage.openGallery();
  stage.press('alt+shift+j');
  await expect.poll(() => isOpen(stage.context, 'sidepanel.html')).toBe(true);
});

it('the settings list every key, name free ones, and lead to the page that changes them', async () => {
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  const list = options.getByRole('list', { name: 'Keyboard shortcuts' });
  await list.getByText('Alt+Shift+4').waitFor();
  await list.getByText('Suggestion: Alt+Shift+2').waitFor();
  expect(await list.getByText(/^Suggestion/).count()).toBe(1);
  const page = stage.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Change shortcuts' }).click();
  await expect.poll(async () => (await page).url()).toBe('chrome://extensions/shortcuts');
  await options.close();
});

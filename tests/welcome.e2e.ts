import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { originsOf } from '@/scripts/browsers/site-origins';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { answerPrompt, button, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;

afterEach(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** All but what the pictures' own site and the browser's maker are asked for. */
const askedOfService = () =>
  stage.simulator.requests
    .map(({ url }) => url)
    .filter((url) => !/(gallery\.example|google(apis)?\.com)$/.test(new URL(url).hostname));
/** Just installed: no site may be accessed. */
const FRESH = { isWelcomed: false } as const;
/** How long a prompt takes to draw itself, ms. */
const PROMPT_MS = 1_200;
const site = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const storedSite = async () => {
  const worker = await stage.worker();
  const { settings } = await worker.evaluate(() =>
    chrome.storage.local.get<{ settings?: { site?: string } }>('settings'),
  );
  return settings?.site;
};
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the welcome page', () => {
  it('opens at install; what is clicked before the consent waits, unsent, and then goes on', async () => {
    stage = await openStage({ ...FRESH, allowed: ['jimeng'], simulator: { processingMs: 300 } });
    const welcome = await stage.welcomePage();
    expect(await heading(welcome).textContent()).toMatch(/Larger images/);

    const popup = await stage.openPopup();
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    await untilRowSays(popup, /not yet agreed/i);
    expect(askedOfService()).toEqual([]);
    // The click has brought the page back, and opened no second one.
    const pages = stage.context.pages().filter((page) => page.url().includes('/welcome.html'));
    expect(pages).toHaveLength(1);
    expect(await welcome.evaluate(() => document.visibilityState)).toBe('visible');

    // Nothing is lost while one thinks: not with the worker, and not with the browser.
    await stage.killWorker();
    await button(welcome, 'Agree and continue').click();
    await untilDone(popup);
    expect(stage.simulator.submissions).toHaveLength(1);
  });

  it('does not come back once agreed, also not in a new session of the browser', async () => {
    stage = await openStage();
    await stage.restartBrowser();
    const popup = await stage.openPopup();
    await popup.waitForTimeout(2_000);
    expect(stage.context.pages().some((page) => page.url().includes('/welcome'))).toBe(false);
  });

  it('notices a sign-in, and goes back and on by the browser’s own buttons', async () => {
    stage = await openStage({ ...FRESH, isSignedIn: false });
    const welcome = await stage.welcomePage();
    await button(welcome, 'Agree and continue').click();
    expect(await heading(welcome).textContent()).toMatch(/Where is your account/);
    await site(welcome, 'Jimeng').click();
    expect(await stage.allowedOrigins()).toEqual([]);
    await answerPrompt(stage, button(welcome, 'Allow access'), 'allow');
    await expect.poll(() => button(welcome, 'Sign in').count()).toBe(1);
    await stage.signIn();
    await expect.poll(() => welcome.getByText('You are signed in.').count()).toBe(1);
    await welcome.goBack();
    expect(await welcome.getByText(/You have agreed/).count()).toBe(1);
    await welcome.goForward();
    expect(await heading(welcome).textContent()).toMatch(/Where is your account/);
    expect(await site(welcome, 'Jimeng').isChecked()).toBe(true);
  });

  it('tries its own picture, after saying what it may cost', async () => {
    stage = await openStage({ ...FRESH, allowed: ['jimeng'], simulator: { processingMs: 300 } });
    const welcome = await stage.welcomePage();
    await button(welcome, 'Agree and continue').click();
    await button(welcome, 'Next').click();
    await expect.poll(() => welcome.getByText(/may cost Jimeng credits.*You have/).count()).toBe(1);
    expect(stage.simulator.submissions).toHaveLength(0);
    await button(welcome, 'Upscale this image').click();
    const popup = await stage.openPopup();
    const row = await untilDone(popup);
    expect(await row.textContent()).toMatch(/cabin/);
    expect(stage.simulator.submissions).toMatchObject([{ target: '2k' }]);
  });

  it('can be gone through with the keyboard alone, and shown again from the settings', async () => {
    stage = await openStage(FRESH);
    const welcome = await stage.welcomePage();
    await welcome.bringToFront();
    await expect.poll(() => button(welcome, 'Agree and continue').count()).toBe(1);
    for (const title of [/Where is your account/, /Site access/]) {
      await welcome.locator('.welcome__ways button').last().focus();
      await welcome.keyboard.press('Enter');
      await expect.poll(() => heading(welcome).textContent()).toMatch(title);
      expect(await heading(welcome).evaluate((element) => element === document.activeElement)).toBe(
        true,
      );
      if (title.test('Where is your account')) {
        await site(welcome, 'Jimeng').focus();
        await welcome.keyboard.press('Space');
        await button(welcome, 'Allow access').focus();
        await welcome.keyboard.press('Enter');
        await welcome.waitForTimeout(PROMPT_MS);
        stage.press('Tab', 'Return');
        await expect.poll(() => stage.allowedOrigins()).toHaveLength(originsOf('jimeng').length);
      }
    }
    await button(welcome, 'Done').focus();
    const closed = welcome.waitForEvent('close');
    // The page is gone before the key is up again.
    await welcome.keyboard.press('Enter').catch(() => undefined);
    await closed;

    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
    await button(options, 'Show again').click();
    const again = await stage.welcomePage();
    await expect.poll(() => again.getByText(/You have agreed/).count()).toBe(1);
  });
});

describe('where the account is', () => {
  it('asks for that site only; a refusal is said, and can be changed', async () => {
    stage = await openStage({ ...FRESH, isSignedIn: false });
    const welcome = await stage.welcomePage();
    await button(welcome, 'Agree and continue').click();
    await site(welcome, 'Dreamina (beta)').click();
    await answerPrompt(stage, button(welcome, 'Allow access'), 'deny');
    await expect.poll(() => welcome.getByText(/^Access was not allowed/).count()).toBe(1);
    expect(await stage.allowedOrigins()).toEqual([]);

    await answerPrompt(stage, button(welcome, 'Allow access'), 'allow');
    await expect.poll(() => button(welcome, 'Sign in').count()).toBe(1);
    expect((await stage.allowedOrigins()).sort()).toEqual(originsOf('dreamina').sort());
    expect(await storedSite()).toBe('dreamina');
    expect(await welcome.getByText(/^Access was not allowed/).count()).toBe(0);

    const opened = stage.context.waitForEvent('page');
    await button(welcome, 'Sign in').click();
    expect((await opened).url()).toMatch(/^https:\/\/dreamina\.capcut\.com\//);
  });

  it('can be both: the settings add the other site, and remove one', async () => {
    stage = await openStage({ simulator: { processingMs: 300 } });
    const options = await stage.context.newPage();
    await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
    await answerPrompt(stage, button(options, 'Allow access to Dreamina'), 'allow');
    await expect.poll(() => button(options, 'Remove access to Dreamina').count()).toBe(1);
    const both = [...originsOf('jimeng'), ...originsOf('dreamina')];
    expect((await stage.allowedOrigins()).sort()).toEqual(both.sort());

    await button(options, 'Remove access to Jimeng').click();
    await expect.poll(() => button(options, 'Allow access to Jimeng').count()).toBe(1);
    expect((await stage.allowedOrigins()).sort()).toEqual(originsOf('dreamina').sort());
    const popup = await stage.openPopup();
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    // The only site that is left is the one to sign in to.
    await untilRowSays(popup, /not signed in to Dreamina/);
    expect(stage.simulator.submissions).toHaveLength(0);
    // What the extension gave back itself is granted again without a prompt, and the row goes to that account.
    await options.bringToFront();
    await button(options, 'Allow access to Jimeng').click();
    await untilDone(popup);
    expect(stage.simulator.submissions).toHaveLength(1);
  });
});

it('a consent that is taken back stops the next picture', async () => {
  stage = await openStage({ simulator: { processingMs: 300 } });
  const options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
  await button(options, 'Withdraw').click();
  await expect.poll(() => button(options, 'Read and decide').count()).toBe(1);
  const popup = await stage.openPopup();
  const gallery = await stage.openGallery();
  await stage.upscale(gallery, '#harbour');
  await untilRowSays(popup, /not yet agreed/i);
  expect(stage.simulator.uploads).toEqual([]);
  expect(await rows(popup).count()).toBe(1);
});

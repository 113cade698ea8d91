import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '@/scripts/browser';
import {
  type FirefoxStage,
  type FirefoxStageOptions,
  openFirefoxStage,
} from '@/scripts/firefox-stage';
import type { FirefoxTab } from '@/scripts/firefox-tab';
import { correlation } from '@/simulator/correlation';
import { PICTURES } from '@/simulator/pictures';

vi.setConfig({ testTimeout: 180_000 });

/** What is otherwise in Firefox than in Chromium. What is the same is in tests/journeys. */

let stage: FirefoxStage | undefined;

async function begin(options: FirefoxStageOptions = {}): Promise<FirefoxStage> {
  stage = await openFirefoxStage({ simulator: { processingMs: 300 }, ...options });
  return stage;
}

afterEach(async () => {
  const { simulator, consoleErrors } = stage ?? {};
  const found = { violations: simulator?.violations ?? [], errors: consoleErrors?.() ?? [] };
  await stage?.close();
  stage = undefined;
  expect(found).toEqual({ violations: [], errors: [] });
});

/** Writes a file beside the downloads, to be chosen. */
function fileFor({ downloads }: FirefoxStage, name: string, bytes: Buffer): string {
  const path = join(dirname(downloads), name);
  writeFileSync(path, bytes);
  return path;
}

async function untilDone(popup: FirefoxTab): Promise<void> {
  await expect
    .poll(() => popup.buttons('li:first-of-type'), { timeout: 15_000, interval: 100 })
    .toContain('Save');
}

describe.skipIf(findFirefox() === undefined)('the popup of Firefox', () => {
  it('makes way for the prompt, so that one click on Allow is enough', async () => {
    const on = await begin();
    await on.upscale(await on.openGallery('/cases'), '#foreign');
    await expect.poll(() => on.isPopupOpen(), { timeout: 10_000 }).toBe(true);
    await on.clickInRealPopup('li button');
    expect(await on.answerPrompt(true)).toMatch(/cdn\.example\.com/);
    expect(await on.isPopupOpen()).toBe(false);
    await untilDone(await on.openPopup());
  });

  it('leads to a tab when a file is to be chosen, because the dialog would close it', async () => {
    const on = await begin();
    await on.openGallery();
    await on.openRealPopup();
    await on.clickInRealPopup('.drop-zone__choose');
    const tab = await on.tabAt(/popup\.html#choose$/);
    await expect.poll(() => on.isPopupOpen()).toBe(false);
    await expect
      .poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).type))
      .toBe('file');
    const poster = await PICTURES.poster.make();
    await tab.chooseFiles('input[type=file]', [fileFor(on, 'chosen.png', poster)]);
    await untilDone(tab);
    expect(on.simulator.uploads[0]?.bytes.equals(poster)).toBe(true);
  });
});

describe.skipIf(findFirefox() === undefined)('the guards of Firefox', () => {
  it('against fingerprinting add no noise to what is converted', async () => {
    const on = await begin({ preferences: { 'privacy.resistFingerprinting': true } });
    const popup = await on.openPopup();
    const original = await PICTURES.harbour.make();
    const avif = await sharp(original).avif({ quality: 90 }).toBuffer();
    await popup.chooseFiles('input[type=file]', [fileFor(on, 'guarded.avif', avif)]);
    await untilDone(popup);
    const sent = on.simulator.uploads[0]?.bytes ?? Buffer.alloc(0);
    expect((await sharp(sent).metadata()).format).toBe('png');
    expect(await correlation(original, sent)).toBeGreaterThan(0.98);
  });

  it('that hold logins apart in containers are named where the sign-in is asked for', async () => {
    const on = await begin({ isSignedIn: false });
    const popup = await on.openPopup();
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('.notice')?.textContent ?? ''), {
        timeout: 15_000,
        interval: 100,
      })
      .toMatch(/a sign-in in a container is not seen/);
  });

  it('that keep a jar per site hold the login back: nothing is sent, and nothing breaks', async () => {
    const on = await begin({
      isSignedIn: false,
      preferences: { 'privacy.firstparty.isolate': true },
    });
    const site = await on.openTab('https://jimeng.jianying.com/ai-tool/home');
    await site.clickButton('main', 'Sign in');
    await on.upscale(await on.openGallery(), '#harbour');
    const popup = await on.openPopup();
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('li')?.textContent ?? ''), {
        timeout: 15_000,
        interval: 100,
      })
      .toMatch(/not signed in/i);
    expect(await popup.evaluate(() => document.querySelector('.notice')?.textContent)).toMatch(
      /First-party isolation hides the sign-in/,
    );
    expect(on.simulator.uploads).toEqual([]);
  });
});
